import Files
import Quantities
import Reports
import Scenarios
import Taxation

extension MoveBuilder {
  func abroadSide(
    _ place: NamedPlace, beside other: NamedPlace, isHere: Bool, _ basket: BasketPrice
  ) throws -> Side {
    if isHere { try refuseDomesticOptions() }
    if !isHere, options.toLocality != nil {
      throw UsageError(
        "option-without-use", "--to-locality in \(place.location.name)", cure: "name its part with --to-region")
    }
    let country = place.location.country
    let amounts = LocalAmount(currency: basket.currency, directory: currencies)
    var earner = AbroadEarner(place: country, pay: 0)
    earner.isMarried = try filing() == .joint
    earner.children = try household.whole(household.children, of: "--children", in: 0...20)
    earner.hasRuling = abroad.ruling && country == "NL"
    if abroad.ruling, country != "NL", isHere || other.location.country != "NL" {
      throw UsageError("option-without-use", "--ruling outside the Netherlands", cure: "leave it out")
    }
    // Of two places abroad it is that of the one where the pay is.
    if isHere || !other.isAbroad { earner.pension = try amounts.amount(abroad.pension, of: "--pension") ?? 0 }
    let tax: (AbroadEarner) -> AbroadTax?
    var (lawYear, rate): (Int?, Double?) = (nil, nil)
    if let given = try effectiveRate(in: place, beside: other) {
      rate = given
      tax = { AbroadTax($0, taxable: $0.pay, taxes: [.init("all_taxes", given * $0.pay)]) }
    } else {
      guard hasTables(country) else { throw TaxCommand.noTables(country, year) }
      let law = AbroadLaw(try data.taxLaw(of: [country]))
      if let region = place.region, law.law.covers(region) { earner.place = region }
      let year = year
      lawYear = law.law.newestYear(of: earner.place, upTo: year) ?? law.law.newestYear(of: country, upTo: year)
      guard law.tax(earner, year: year) != nil else {
        let parts = law.law.places(within: country).map { String($0.dropFirst(3)) }
        guard earner.place == country, let first = parts.first else { throw TaxCommand.noTables(earner.place, year) }
        throw UsageError(
          "missing-argument", "which part of \(country)?",
          cure: "write \(isHere ? "--region" : "--to-region") \(first); there are \(parts.joined(separator: ", "))")
      }
      tax = { law.tax($0, year: year) }
    }
    let known = earner
    var movePlace = MovePlace(name: place.name, basket: basket) { pay in
      var earner = known
      earner.pay = pay
      return tax(earner).map { TaxedPay($0) } ?? TaxedPay(pay: pay, taxes: 0, net: 0)
    }
    movePlace.leastPay = earner.pension
    return Side(
      place: movePlace,
      shown: .init(
        country: country, countryName: try data.places(naming: country).place(id: country)?.name ?? country,
        region: earner.place == country ? nil : earner.place, isCity: place.location.kind == .city,
        perDollar: rates.rate(from: "USD", to: basket.currency), lawYear: lawYear,
        effectiveRate: rate),
      amounts: amounts)
  }

  private func hasTables(_ country: String) -> Bool {
    AbroadLaw.known.contains(country) && data.taxPlaces.contains(country)
  }

  /// The rate of the place abroad; of two, of the one without tables.
  private func effectiveRate(in place: NamedPlace, beside other: NamedPlace) throws -> Double? {
    guard let text = abroad.effectiveRate else { return nil }
    guard let rate = QuantityText.share(text), (0...0.9).contains(rate) else {
      throw UsageError("share-not-a-percent", "--effective-rate \"\(text)\" is no share of pay", cure: "write 28%")
    }
    guard other.isAbroad else { return rate }
    let (isKnown, isOtherKnown) = (hasTables(place.location.country), hasTables(other.location.country))
    guard isKnown != isOtherKnown else {
      throw UsageError(
        "option-without-use", "--effective-rate beside two countries \(isKnown ? "with" : "without") tables",
        cure: isKnown ? "leave it out" : "compare one of them with a country that has tables")
    }
    return isKnown ? nil : rate
  }
}
