import Compensation
import Market
import Quantities
import Scenarios
import Taxation

/// A locality or part of a country that has no tax tables.
public struct UnknownTaxPlace: Error {
  public let field: String
  public let message: String
  public let cure: String
}

/// Finds where offers are taxed.
public struct OfferSites {
  private let data: ShippedData
  private let known: Set<String>
  private let localities: TaxLocalities
  private let cities: [String: String]
  private let currencies: CurrencyDirectory

  public init(_ data: ShippedData) throws {
    self.data = data
    known = Set(data.taxPlaces)
    localities = try data.taxLocalities()
    cities = try data.taxPlacesOfCities()
    currencies = try data.currencies()
  }

  /// What states and localities are called, by their codes.
  public var names: [String: String] { localities.names }

  /// Nil where an offer has no place, or one without tax tables.
  public func place(of offer: Offer) throws -> OfferTaxPlace? {
    let stated = offer.taxTerms
    if let rate = stated.effectiveRate { return .rate(rate, currency: offer.baseSalary.currency.code) }
    guard let home = offer.residence else { return nil }
    guard home.country == "US" else { return try abroad(offer, in: home) }
    guard known.contains("US-\(home.state)") else { return nil }
    var site = try site(home.state, stated.locality, "taxes.locality")
    site.localRate = stated.localRate ?? 0
    let work = offer.workplace ?? offer.location
    guard offer.home != nil || offer.workplace != nil || stated.workLocality != nil, let work else {
      return .unitedStates(WorkSites(home: site))
    }
    // Work in another country is taxed by both, which is beyond these tables.
    guard work.country == "US", known.contains("US-\(work.state)") else { return nil }
    let there =
      work.state == home.state && stated.workLocality == nil
      ? site : try self.site(work.state, stated.workLocality, "taxes.work_locality")
    return .unitedStates(WorkSites(home: site, work: there, shareAtHome: (offer.benefits.remoteDays ?? 0) / 5))
  }

  private func site(_ state: String, _ locality: String?, _ field: String) throws -> TaxSite {
    guard let locality else { return TaxSite(state: state) }
    guard let found = localities.find(locality, in: state) else {
      let near = NearestName.suggestions(for: locality, among: localities.localities(of: state).map(\.name), limit: 1)
      throw UnknownTaxPlace(
        field: field, message: "\"\(locality)\" has no tax tables in \(state)",
        cure: near.first.map { "did you mean \($0)?" } ?? "give its rate: taxes: {local_rate: 1.5%}")
    }
    return TaxSite(state: state, locality: found.place)
  }

  private func abroad(_ offer: Offer, in home: Location) throws -> OfferTaxPlace? {
    guard AbroadLaw.known.contains(home.country), known.contains(home.country),
      let currency = currencies.currency(of: home.country)?.code
    else { return nil }
    let region = offer.taxTerms.region.map { "\(home.country)-\($0.uppercased())" }
    if let region, try !data.taxLaw(of: [home.country]).covers(region) {
      throw UnknownTaxPlace(
        field: "taxes.region",
        message: "\(home.country) has no part \"\(offer.taxTerms.region ?? "")\" with taxes of its own",
        cure: "leave it out, or write its code: taxes: {region: ON}")
    }
    return .abroad(
      region ?? cities[home.id] ?? home.country, currency: currency,
      hasRuling: offer.taxTerms.hasRuling && home.country == "NL")
  }

  /// The files of tax tables that places need.
  public func files(_ places: [OfferTaxPlace]) -> [String] {
    Set(
      places.flatMap { place -> [String] in
        switch place {
        case .unitedStates(let sites): ["US", "US-\(sites.home.state)"] + (sites.work.map { ["US-\($0.state)"] } ?? [])
        case .abroad(let country, _, _): [String(country.prefix(2))]
        case .rate: []
        }
      }
    ).sorted()
  }

  /// That an offer is in a city with an income tax of its own, where nothing is said of it.
  public func hint(_ offer: Offer, on day: CalendarDate) throws -> UntaxedCity? {
    guard offer.taxTerms.locality == nil, offer.taxTerms.workLocality == nil, offer.taxTerms.localRate == nil,
      offer.taxTerms.effectiveRate == nil,
      let home = offer.residence, home.country == "US", let found = localities.find(home.spokenName, in: home.state)
    else { return nil }
    // Of some cities only employers' taxes are listed.
    guard try UnitedStatesLaw(data.taxLaw(of: ["US-\(home.state)"])).taxesPay(in: found.place, year: day.year) else {
      return nil
    }
    return UntaxedCity(offer: offer.id, city: found.name)
  }
}
