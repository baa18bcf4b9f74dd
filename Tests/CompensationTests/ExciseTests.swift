import Compensation
import Glibc
import Quantities
import Testing

@Suite("The excise test of a change of control, and equity that vests after the window")
struct ExciseTests {
  private let rule = ParachutePayment.Rule(threshold: 3, exempt: 1, rate: 0.2)
  /// Layoffs of 1 % a month; a change of control in 12 % of years, of which a quarter cost the job.
  private let odds = [
    "hazard.involuntary[other]": 0.01, "hazard.first-year-factor": 1, "control.change-probability[other]": 0.12,
    "control.loss-given-change": 0.25,
  ]
  private let change = 1 - pow(0.88, 1.0 / 12)
  private func there(_ month: Int) -> Double { pow(0.99, Double(month)) }
  private var first: FirstChange { FirstChange(change: change, loss: 0.25, hazard: 0.01) }
  private func discount(_ months: Int) -> Double { pow(1.045, -Double(months) / 12) }

  private func offer(_ trigger: Acceleration.Trigger, units: Double, vesting: VestingSchedule) -> Offer {
    var offer = plainOffer(180_000)
    offer.employerKind = "other"
    offer.equity = [
      EquityGrant(units: units, price: 100, vesting: vesting, granted: nil, dividendYield: 0, currency: .usd)
    ]
    offer.equity[0].acceleration = Acceleration(trigger: trigger)
    return offer
  }

  @Test("Money is cut before equity, of which a cut takes more than the test counts")
  func cut() {
    func test(_ cash: Double, _ clause: ChangeOfControl.Excise) -> ExciseTest {
      ExciseTest(
        cash: cash, counted: 700_000 - cash, equity: 2 * (700_000 - cash), baseAmount: 200_000, rule: rule,
        clause: clause, taxRate: 0.4)
    }
    // 700,000 is 100,001 too much, and the tax would be 20 % of 500,000.
    #expect(test(500_000, .cutback).cost == 100_001)
    #expect(abs(test(50_001, .cutback).cost - (50_001 + 2 * 50_000)) < 1e-6)
    #expect(test(50_001, .cutback).costInMoney == 50_001)
    #expect(test(500_000, .yours).cost == 100_000 && test(0, .yours).costInMoney == 0)
    #expect(test(500_000, .grossUp).cost == 0)
    // 60 % of 100,001 is less than the tax; 60 % of 200,002 of equity is more.
    #expect(test(500_000, .bestNet).outcome == .cut && test(0, .bestNet).outcome == .taxed)
  }

  /// What the tax costs of 3.1 million that vest in month 36, alone or beside money.
  private func cost(_ month: Int, beside cash: Double = 0, clause: ChangeOfControl.Excise = .bestNet) -> Double {
    let early = Double(36 - month)
    let counted = 3_100_000 * min(1, 1 - pow(1.045, -early / 12) + 0.01 * early)
    let all = counted + cash
    guard all >= 540_000 else { return 0 }
    let tax = 0.2 * (all - 180_000)
    let over = all - 539_999
    let lost = min(cash, over) + 3_100_000 * max(0, over - cash) / counted
    return clause == .yours || lost * 0.6 >= tax ? tax : lost
  }

  @Test(
    "Equity alone may be over the line: the tax, or the cut, comes off what vests early", arguments: [0, 180_000.0])
  func equityAlone(severance: Double) throws {
    let cliff = VestingSchedule(events: [.init(month: 36, share: 1)])
    let found = try offer(.double, units: 31_000, vesting: cliff).valued(with: odds) {
      if severance > 0 { $0.severance = SeveranceTerms(size: .amount(Money(severance, .usd))) }
    }
    let expected = (1...36).reduce(0.0) { sum, month in
      sum + there(month - 1) * min(0.01, change * 0.25) * (3_100_000 - cost(month, beside: severance))
    }
    let part = try #require(found["acceleration"])
    #expect(abs(part.total(\.expected, .usd).amount - expected) < 0.03)
    #expect(
      part.facts.first { $0.name == "month12_test_cost" }.map { abs($0.value - cost(12, beside: severance)) < 0.01 }
        == true)
    #expect(found.questions.contains { $0.hasPrefix("who bears the excise tax on equity") })
    // Both happen: paid in full at first, and cut in the last month over the line.
    let last = try #require((1...36).last { cost($0, beside: severance) > 0 })
    #expect(part.facts.contains { $0.name == "month1_test_cost" && $0.meaning.hasSuffix("the tax is yours.") })
    #expect(cost(last, beside: severance) != cost(last, beside: severance, clause: .yours))
    // Nonprofits are outside that law.
    let exempt = try offer(.double, units: 31_000, vesting: cliff).valued(
      with: odds.merging(["parachute.applies": 0]) { $1 }
    ) { _ in }
    let whole = (1...36).reduce(0.0) { $0 + there($1 - 1) * min(0.01, change * 0.25) * 3_100_000 }
    #expect(abs(try #require(exempt["acceleration"]).total(\.expected, .usd).amount - whole) < 0.03)
  }

  @Test("With a single trigger the tax is due on the change, whether the job goes on or not")
  func taxOnChange() throws {
    let cliff = VestingSchedule(events: [.init(month: 36, share: 1)])
    let part = try #require(
      try offer(.single, units: 31_000, vesting: cliff).valued(with: odds) { _ in }["acceleration"])
    /// What a change in this month leaves of the units, and the tax that is due on it.
    func outcome(_ month: Int) -> (kept: Double, tax: Double) {
      let early = Double(36 - month)
      let counted = 3_100_000 * min(1, 1 - pow(1.045, -early / 12) + 0.01 * early)
      let isTaxed = cost(month) > 0 && abs(cost(month) - 0.2 * (counted - 180_000)) < 1e-6
      return isTaxed ? (1, cost(month)) : (1 - cost(month) / 3_100_000, 0)
    }
    let sum = (1...36).reduce(0.0) { sum, month in
      sum - outcome(month).tax * first.comes(in: month) * discount(month)
        + 3_100_000
        * (first.endsJob(in: month) * outcome(month).kept + first.laterLayoff(in: month) { outcome($0).kept })
    }
    #expect(abs(part.total(\.expected, .usd).amount - sum) < 0.03)
    #expect((1...36).contains { outcome($0).kept < 1 } && (1...36).contains { outcome($0).tax > 0 })
  }

  @Test("Units that vest after the window count where the event makes them one's own inside it")
  func lateUnits() throws {
    // A third in months 12, 24 and 36; the window ends with month 18.
    let yearly = VestingSchedule(months: 36, cliff: 0, every: 12)
    func part(_ trigger: Acceleration.Trigger) throws -> ElementValue {
      try #require(
        try offer(trigger, units: 300, vesting: yearly).valued(with: odds, months: 18) { _ in }["acceleration"])
    }
    func sum(_ months: ClosedRange<Int>, _ amount: Double, _ odds: (Int) -> Double) -> Double {
      months.reduce(0) { $0 + amount * there($1 - 1) * odds($1) }
    }
    let double = try part(.double)
    let late = sum(1...18, 20_000) { _ in change * 0.25 }
    #expect(abs(double.total(\.expected, .usd).amount - sum(1...12, 10_000) { _ in change * 0.25 } - late) < 0.02)
    // The grant's own fair value has none of them.
    #expect(abs(double.total(\.fair, .usd).amount - late) < 0.02)
    let layoff = try part(.layoff)
    #expect(
      abs(layoff.total(\.expected, .usd).amount - sum(1...12, 10_000) { _ in 0.01 } - sum(1...18, 20_000) { _ in 0.01 })
        < 0.02)
    let single = try part(.single)
    let kept = (1...12).reduce(0.0) { $0 + 10_000 * (first.endsJob(in: $1) + first.laterLayoff(in: $1)) }
    let onChange = (1...18).reduce(0.0) { $0 + 20_000 * first.comes(in: $1) }
    #expect(abs(single.total(\.expected, .usd).amount - kept - onChange) < 0.02)
    #expect(single.total(\.expected, .usd).amount > double.total(\.expected, .usd).amount)
  }

  @Test("Where severance is more than pay on the change, the tax still falls on it")
  func severance() throws {
    let value = try plainOffer(120_000).valued(with: odds, months: 1, rate: 0) {
      $0.employerKind = "other"
      $0.severance = SeveranceTerms(size: .amount(Money(500_000, .usd)))
      $0.leavingTerms.changeOfControl = ChangeOfControl(
        pay: SeveranceTerms(size: .amount(Money(400_000, .usd))), trigger: .double, excise: .yours, baseAmount: 100_000)
    }
    let part = try #require(value["change_in_control"])
    #expect(abs(part.total(\.expected, .usd).amount + 0.2 * 400_000 * change * 0.25) < 0.01)
  }
}
