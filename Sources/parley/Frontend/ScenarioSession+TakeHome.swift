import Compensation
import Files
import Market
import Quantities
import Reports
import Scenarios
import Taxation

extension ScenarioSession {
  /// What taxes the scenario's offers; nil where none is in a place with taxes here.
  func takeHome() throws -> TakeHome? {
    try session.takeHome(of: scenario.offers, facts(), on: terms.asOf) { trouble, offer in
      BadInput([fault(trouble, in: offer)])
    }
  }

  private func fault(_ trouble: UnknownTaxPlace, in offer: Offer) -> Diagnostic {
    document.diagnostic(
      name: "unknown-locality", message: trouble.message, cure: trouble.cure,
      at: ["\(offer.id).\(trouble.field)", "\(offer.id).id"])
  }

  private func facts() throws -> TakeHome.Facts {
    let me = scenario.me
    let rates = try session.data.exchangeRates(on: terms.asOf)
    func dollars(_ money: Money?) -> Double {
      guard let money else { return 0 }
      return money.currency == .usd
        ? money.amount : money.amount * (rates.rate(from: money.currency.code, to: "USD") ?? 0)
    }
    var facts = TakeHome.Facts(filing: me.filing.flatMap { FilingStatus(rawValue: $0.rawValue) } ?? .single)
    facts.children = me.children ?? 0
    facts.spouseWages = dollars(me.spouseWages)
    facts.deferral401k = dollars(me.deferral401k)
    facts.hsa = dollars(me.hsa)
    facts.rent = me.rent.map(dollars)
    facts.home = try homePrices()
    return facts
  }

  /// Who does not say where they live counts in prices of the nation: that of all offers, else the United States.
  private func homePrices() throws -> PriceLevel? {
    let prices = try session.data.priceLevels(on: terms.asOf)
    if let home = scenario.me.home ?? scenario.me.location { return prices(home) ?? .nation(terms.asOf.year) }
    let countries = Set(scenario.offers.compactMap { $0.residence?.country })
    guard countries.count == 1, let country = countries.first, country != "US",
      let place = try session.data.places().place(id: country)
    else { return .nation(terms.asOf.year) }
    return prices(place)
  }

  /// What taxes leave of compared offers, and of whose household.
  func takeHomeResult(_ comparison: Comparison) throws -> TakeHomeResult {
    let sites = try OfferSites(session.data)
    let facts = try facts()
    var household = Household(filing: facts.filing, wages: 0)
    (household.deferral401k, household.hsa) = (facts.deferral401k, facts.hsa)
    let year = terms.dayZero.year
    let beyond = try session.data.taxLaw(of: ["US"]).beyondLimits(household, year: year)
    return TakeHomeResult(
      taxed: comparison.taxed, hints: try comparison.valuations.compactMap { try sites.hint($0.offer, on: terms.asOf) },
      names: sites.names, household: self.household,
      limits: beyond.map { LimitText(limit: $0, year: year).sentence },
      projected: try session.data.projectedTables(
        in: sites.files(comparison.taxed.values.map(\.place)), filing: facts.filing, year: year))
  }

  /// `filing joint, 2 children, no own 401(k) money (me.deferral)`
  var household: String {
    let me = scenario.me
    return HouseholdText(
      filing: me.filing?.rawValue, children: me.children, hasSpouseWages: me.spouseWages != nil,
      deferral: me.deferral401k?.amount ?? 0
    ).text
  }
}
