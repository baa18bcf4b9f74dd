import Compensation
import Files
import Quantities
import Reports
import Scenarios
import Taxation

extension ScenarioSession {
  /// What taxes leave of offers, and of whose household.
  func takeHome(_ valuations: [Valuation]) throws -> TakeHomeResult {
    let states = Set(valuations.compactMap { $0.offer.location?.state }.filter { $0.count == 2 })
    guard !states.isEmpty else { return .pretax }
    let prices = try session.data.priceLevels(on: terms.asOf)
    let me = scenario.me
    var facts = TakeHome.Facts(filing: me.filing.flatMap { FilingStatus(rawValue: $0.rawValue) } ?? .single)
    facts.children = me.children ?? 0
    facts.spouseWages = me.spouseWages.map(dollars) ?? 0
    facts.deferral401k = me.deferral401k.map(dollars) ?? 0
    facts.hsa = me.hsa.map(dollars) ?? 0
    // Who does not say where they live counts in prices of the nation.
    facts.home =
      (me.home ?? me.location).flatMap(prices)
      ?? PriceLevel(place: "the nation", level: 100, year: terms.asOf.year)
    let known = Set(session.data.taxPlaces)
    let places = ["US"] + states.map { "US-\($0)" }.filter(known.contains).sorted()
    var takeHome = TakeHome(
      facts, law: try session.data.taxLaw(of: places), treatment: try session.data.payTreatment(), prices: prices)
    var found: [String: TaxedOffer] = [:]
    for valuation in valuations { found[valuation.offer.id] = takeHome.taxed(valuation, under: terms) }
    return TakeHomeResult(
      taxed: found, filing: me.filing?.rawValue, children: me.children, hasSpouseWages: me.spouseWages != nil,
      deferral: facts.deferral401k)
  }

  private func dollars(_ money: Money) -> Double { terms.converted(money.amount, from: money.currency.code) }
}
