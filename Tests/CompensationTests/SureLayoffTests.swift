import Compensation
import Quantities
import Testing

@Suite("Odds at their ends")
struct SureLayoffTests {
  private func options() -> EquityGrant {
    EquityGrant(
      units: 1_000, price: 50, vesting: VestingSchedule(months: 48, cliff: 12, every: 12), granted: nil,
      dividendYield: 0, volatility: 0.4, currency: .usd, instrument: .option(OptionTerms(strike: 50)))
  }

  @Test("Someone sure to be laid off at once gets nothing that vests")
  func hazardOne() throws {
    var offer = plainOffer()
    offer.equity = [options()]
    let value = try offer.valued(under: terms(overrides: ["hazard.involuntary[hospital]": 1]))
    let grant = try #require(value.elements.first { $0.component == "equity[0]" })
    #expect(grant.total(\.expected, .usd) == .zero(.usd))
  }

  @Test("A start-up of an early stage has the odds of a seed start-up, whichever kind it calls itself")
  func runway() throws {
    func lost(_ kind: String, stage: String = "", runway: Int? = nil) throws -> Double {
      var offer = plainOffer()
      (offer.employerKind, offer.stage, offer.runwayMonths) = (kind, stage, runway)
      let odds = ["hazard.involuntary[seed start-up]": 0.02, "hazard.involuntary[funded start-up]": 0.012]
      let value = try offer.valued(under: terms(overrides: odds))
      return value.elements.first { $0.component == "between_jobs" }?.total(\.expected, .usd).amount ?? 0
    }
    let funded = try lost("funded start-up")
    #expect(try lost("funded start-up", stage: "series-b") == funded)
    #expect(try lost("funded start-up", stage: "seed") == lost("seed start-up"))
    #expect(try lost("funded start-up", stage: "seed", runway: 3) == lost("seed start-up", runway: 3))
    #expect(try lost("funded start-up", stage: "seed", runway: 3) < lost("funded start-up", stage: "seed"))
  }
}
