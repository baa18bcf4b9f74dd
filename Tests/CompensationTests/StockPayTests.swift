import Compensation
import ModelTestSupport
import Quantities
import Testing

@Suite("Stock and its vesting")
struct StockPayTests {
  @Test("Expected value and vested share of a grant have their reference values")
  func referenceGrants() throws {
    for row in try reference("rsu_value") {
      let months = row.inputNumbers("events_months").map { Int($0) }
      let shares = row.inputNumbers("events_fraction")
      let isShare = row["output"] == "expected_vested_fraction"
      var offer = plainOffer()
      offer.equity = [
        EquityGrant(
          units: isShare ? 1_000_000 : row.inputNumber("grant_value"), price: 1,
          vesting: VestingSchedule(events: zip(months, shares).map(VestingSchedule.Event.init)), granted: nil,
          // The row's yield is continuous, an offer's annual.
          dividendYield: isShare ? 0 : exponential(row.inputNumber("q")) - 1, currency: .usd)
      ]
      let hazard = row.inputNumber("monthly_exit_hazard")
      let terms = terms(
        months: 48, overrides: ["hazard.involuntary[hospital]": hazard, "hazard.first-year-factor": 1])
      let equity = try #require(try offer.valued(under: terms).elements.first { $0.component == "equity[0]" })
      let value = equity.total(\.expected, .usd).amount / (isShare ? 1_000_000 : 1)
      #expect(abs(value / row.number("expected") - 1) < row.number("tolerance"), "\(row["id"])")
    }
  }

  @Test(
    "A schedule in words vests as it says",
    arguments: [
      ("4y/1y cliff quarterly", 13, 12, 0.25), ("4y/1y cliff monthly", 37, 12, 0.25),
      ("4y/1y cliff", 37, 12, 0.25),
      ("33/33/22/12 quarterly", 16, 3, 0.0825), ("38/32/20/10", 4, 12, 0.38), ("5/15/40/40", 6, 12, 0.05),
      ("3y cliff", 1, 36, 1), ("5/15/40/40 yearly", 4, 12, 0.05), ("3y yearly", 3, 12, 1.0 / 3),
      ("5/15/40/40 semiannual", 8, 6, 0.025), ("33/33/33", 3, 12, 1.0 / 3),
    ])
  func schedules(text: String, events: Int, firstMonth: Int, firstShare: Double) throws {
    let schedule = try #require(VestingSchedule(text))
    #expect(schedule.events.count == events)
    #expect(schedule.events.first?.month == firstMonth)
    #expect(abs((schedule.events.first?.share ?? 0) - firstShare) < 1e-12)
    #expect(abs(schedule.events.reduce(0) { $0 + $1.share } - 1) < 1e-12)
  }

  @Test(
    "What is no schedule is none",
    arguments: ["", "soon", "4y/5y cliff", "40/40/40", "4y/cliff", "4y quarterly fast"])
  func noSchedules(text: String) {
    #expect(VestingSchedule(text) == nil)
  }

  @Test("A grant given in money vests that money; what vests after the window is listed and in no total")
  func beyondWindow() throws {
    var offer = plainOffer()
    offer.equity = [
      EquityGrant(
        units: 240_000, price: 1, vesting: VestingSchedule(months: 48, cliff: 12, every: 3), granted: nil,
        dividendYield: 0.02, currency: .usd)
    ]
    let value = try offer.valued(under: terms())
    let equity = try #require(value.elements.first { $0.component == "equity[0]" })
    #expect(equity.total(\.headline, .usd).amount == 180_000)
    #expect(value.beyondHorizon.map(\.month) == [39, 42, 45, 48])
    #expect(value.beyondHorizon.allSatisfy { abs($0.headline - 15_000) < 1e-9 })
    #expect(abs((value.beyondHorizon.last?.fair ?? 0) - 15_000 / 1.08243216) < 1e-6)
    #expect(try offer.valued(under: terms(months: 48)).beyondHorizon.isEmpty)
  }

  @Test("Leaving a job forfeits what has not vested at its odds, and the sign-on still to repay in full")
  func forfeited() throws {
    var offer = plainOffer(kind: .current)
    offer.equity = [
      EquityGrant(
        units: 400, price: 50, vesting: VestingSchedule(months: 48, cliff: 12, every: 12),
        granted: day("2025-03-10"), dividendYield: 0, currency: .usd)
    ]
    offer.signOn = UpfrontPay(
      amount: Money(24_000, .usd), paid: day("2026-06-01"),
      clawback: .init(months: 12, isProRata: true, onLayoff: false))
    let items = try offer.forfeited(under: terms())
    // 8 months served of 12: a third is due on day 0. Vested in March 2026 is gone from the list.
    #expect(items.map(\.amount.amount) == [8_000, 4_960.08, 4_727.16, 4_505.19])
    #expect(items.map(\.date.description) == ["2027-02-01", "2027-03-10", "2028-03-10", "2029-03-10"])
    let value = try offer.valued(under: terms())
    #expect(!value.elements.contains { $0.component == "sign_on" })
    // Grants held are a switching cost, not part of what the job pays on.
    #expect(
      try abs(
        offer.recurringPay(under: terms()) - plainOffer(kind: .current).valued(under: terms()).annualized)
        < 1e-9)
  }
}
