import ArgumentParser
import Files
import Quantities
import Reports
import Taxation

/// Earners outside the United States.
struct AbroadOptions: ParsableArguments {
  @Option(help: "Another country: GB, CA, ...; amounts are in its currency.")
  var country: String?

  @Option(help: "Its part with taxes of its own: SCT, ON.")
  var region: String?

  @Option(help: "Your own pension money that comes off before income tax, a year.")
  var pension: String?

  @Flag(help: "With the 30 % ruling of the Netherlands.")
  var ruling = false

  @Option(help: "For a country without tables: all taxes as a share of pay, 28%.")
  var effectiveRate: String?

  func isAbroad() throws -> Bool {
    if let country, country.uppercased() != "US" { return true }
    guard region == nil, pension == nil, !ruling, effectiveRate == nil else {
      throw UsageError(
        "option-without-use", "--region, --pension, --ruling and --effective-rate go with another country",
        cure: "name it: --country GB")
    }
    return false
  }
}

extension TaxCommand {
  static func noTables(_ place: String, _ year: Int) -> UsageError {
    UsageError(
      "unknown-country", "no tax tables for \"\(place)\" in \(year)",
      cure: "there are \(AbroadLaw.known.joined(separator: ", ")); for any other give --effective-rate 28%")
  }

  func runAbroad() throws {
    let data = try Session.shippedData()
    let country = (abroad.country ?? "").uppercased()
    guard household.state == nil, household.locality == nil, move.location == nil else {
      throw UsageError(
        "option-without-use", "--state, --locality and --location are for the United States",
        cure: "leave them out, or name the part with --region")
    }
    let unused = household.optionsOfTheUnitedStates + (marginal ? ["--marginal"] : [])
    guard unused.isEmpty else {
      throw UsageError(
        "option-without-use", "\(unused.joined(separator: ", ")) beside --country \(country)",
        cure: "leave it out: it is for the United States")
    }
    let place = abroad.region.map { "\(country)-\($0.uppercased())" } ?? country
    let amounts = LocalAmount(
      currency: try data.currencies().currency(of: country)?.code ?? "USD", directory: try data.currencies())
    let earner = try earner(in: place, amounts)
    let year = try household.taxYear(of: context.date())
    let currency = try data.currencies().currency(of: country)?.code ?? "USD"
    if let text = abroad.effectiveRate {
      guard let rate = QuantityText.share(text), (0...0.9).contains(rate) else {
        throw UsageError(
          "share-not-a-percent", "--effective-rate \"\(text)\" is no share of pay", cure: "write 28%")
      }
      let tax = AbroadTax(earner, taxable: earner.pay, taxes: [.init("all_taxes", rate * earner.pay)])
      let report = AbroadTaxReport(
        tax, marginal: rate, place: place, currency: currency, year: year, lawYear: nil, showsBrackets: all)
      return try output.write(report.report)
    }
    guard AbroadLaw.known.contains(country), data.taxPlaces.contains(country) else { throw Self.noTables(place, year) }
    let law = AbroadLaw(try data.taxLaw(of: [country]))
    guard abroad.region == nil || law.law.covers(place) else {
      let parts = law.law.places(within: country).map { String($0.dropFirst(3)) }
      throw UsageError(
        "unknown-region", "\(country) has no part \"\(abroad.region ?? "")\" with taxes of its own",
        cure: parts.isEmpty ? "leave --region out" : "there are \(parts.joined(separator: ", "))")
    }
    guard let tax = law.tax(earner, year: year) else {
      let parts = law.law.places(within: country).map { String($0.dropFirst(3)) }
      guard abroad.region == nil, !parts.isEmpty else { throw Self.noTables(place, year) }
      throw UsageError(
        "missing-argument", "which part of \(country)?",
        cure: "write --region \(parts[0]); there are \(parts.joined(separator: ", "))")
    }
    var more = earner
    more.pay += 100
    let marginal = law.tax(more, year: year).map { 1 - ($0.net - tax.net) / 100 } ?? 0
    let known = law.law.newestYear(of: place, upTo: year) ?? law.law.newestYear(of: country, upTo: year)
    try output.write(
      AbroadTaxReport(
        tax, marginal: marginal, place: place, currency: currency, year: year, lawYear: known, showsBrackets: all
      ).report)
  }

  private func earner(in place: String, _ amounts: LocalAmount) throws -> AbroadEarner {
    guard household.wages != nil else {
      throw UsageError("missing-argument", "whose taxes?", cure: "write --wages 90k --country \(place.prefix(2))")
    }
    var earner = AbroadEarner(place: place, pay: try amounts.amount(household.wages, of: "--wages") ?? 0)
    earner.pension = try amounts.amount(abroad.pension, of: "--pension") ?? 0
    guard earner.pension <= earner.pay else {
      throw UsageError("value-out-of-range", "--pension is more than --wages", cure: "lower --pension")
    }
    earner.isMarried = household.status.lowercased() == FilingStatus.joint.rawValue
    earner.children = try household.whole(household.children, of: "--children", in: 0...20)
    earner.hasRuling = abroad.ruling
    return earner
  }
}
