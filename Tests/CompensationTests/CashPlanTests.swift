import Compensation
import Glibc
import Quantities
import Testing

@Suite("Pay in cash beside base and bonus")
struct CashPlanTests {
  private func discount(_ month: Int) -> Double { pow(1.045, -Double(month) / 12) }

  @Test("A yearly cash plan promises its first grant; later ones are hoped for at 70 %")
  func longTermCash() throws {
    let grant = CashGrant(
      amount: Money(75_000, .usd), isYearly: true, vesting: VestingSchedule(events: [.init(month: 36, share: 1)]))
    let value = try plainOffer(120_000).valued(with: noHazard, months: 48) { $0.cashGrants = [grant] }
    let first = try #require(value["ltip"])
    // One payment of 75,000 in month 36: 75,000 x 1.045^-3 = 65,722.25 (by hand: 1.045^3 = 1.141166125).
    #expect(first.flows.map(\.month) == [36])
    #expect(first.total(\.fair, .usd) == Money(65_722.25, .usd))
    #expect(first.certainty == .likely)
    // The second is granted in month 12 and paid in month 48: 75,000 x 1.045^-4 x 0.7 = 44,024.48.
    let later = try #require(value["later_ltip"])
    #expect(later.flows.map(\.month) == [48])
    #expect(later.total(\.headline, .usd) == .zero(.usd))
    #expect(later.total(\.expected, .usd) == Money(75_000 * discount(48) * 0.7, .usd))
    #expect(later.certainty == .hopedFor)
    var contractual = grant
    contractual.isContractual = true
    let sure = try plainOffer(120_000).valued(with: noHazard, months: 48) { $0.cashGrants = [contractual] }
    #expect(sure["ltip"]?.flows.map(\.month) == [36, 48])
    #expect(sure["later_ltip"] == nil)
  }

  @Test("The longer it takes to vest, the less is expected", arguments: [12, 24, 36])
  func longerVesting(month: Int) throws {
    func expected(_ month: Int) throws -> Double {
      let grant = CashGrant(
        amount: Money(60_000, .usd), vesting: VestingSchedule(events: [.init(month: month, share: 1)]))
      let value = try plainOffer(120_000).valued(months: 48) { $0.cashGrants = [grant] }
      return try #require(value["ltip"]).total(\.expected, .usd).amount
    }
    #expect(try expected(month) > expected(month + 12))
  }

  @Test("What the current job has granted already is lost by leaving; what it may grant is its pay")
  func heldGrants() throws {
    var offer = plainOffer(120_000, kind: .current)
    offer.cashGrants = [
      CashGrant(
        amount: Money(30_000, .usd), isYearly: true, vesting: VestingSchedule(events: [.init(month: 24, share: 1)]),
        granted: terms().dayZero.addingMonths(-14))
    ]
    // Granted 14 and 2 months before day 0: paid in months 10 and 22. A third, in month 10, pays in month 34.
    let lost = try offer.forfeited(under: terms(overrides: noHazard))
    #expect(lost.map(\.item) == ["unvested cash grant", "unvested cash grant"])
    #expect(lost.map(\.amount) == [10, 22].map { Money(30_000 * discount($0), .usd) })
    let bare = try plainOffer(120_000, kind: .current).recurringPay(under: terms(overrides: noHazard))
    let more = try offer.recurringPay(under: terms(overrides: noHazard)) - bare
    #expect(abs(more - 30_000 * 0.7 * discount(34) / terms().annuity) < 0.01)
  }

  @Test("Commission: a curve over the quota, and a draw that one keeps")
  func commission() throws {
    func total(_ plan: CommissionPlan) throws -> Money {
      let value = try plainOffer(120_000).valued(months: 12, rate: 0) { $0.commission = plan }
      return try #require(value["commission"]).total(\.expected, .usd)
    }
    let points = [(0.5, 0.25), (1.0, 0.5), (1.4, 0.25)].map { CommissionPlan.Attainment(share: $0.0, odds: $0.1) }
    var plan = CommissionPlan(target: .amount(60_000), attainment: points, accelerator: 2)
    // 0.25 x 0.5 + 0.5 x 1 + 0.25 x (1 + 2 x 0.4) = 1.075
    #expect(try total(plan) == Money(64_500, .usd))
    plan.cap = 1.5
    // 0.25 x 0.5 + 0.5 + 0.25 x 1.5 = 1.0
    #expect(try total(plan) == Money(60_000, .usd))
    plan.floor = 0.6
    #expect(try total(plan) == Money(52_500, .usd))
    plan.draw = .init(perMonth: 3_000, isRecoverable: true)
    #expect(try total(plan) == Money(52_500, .usd))
    // The bad quarter of the years then pays 36,000 instead of nothing.
    plan.draw = .init(perMonth: 3_000, isRecoverable: false)
    #expect(try total(plan) == Money(61_500, .usd))
  }

  @Test("Overtime, duty on call and a 13th month")
  func time() throws {
    let value = try plainOffer(104_000).valued(months: 12, rate: 0) {
      $0.work.overtime = .init(hoursPerWeek: 5, multiple: nil)
      $0.work.onCall = .init(weeksPerYear: 13, payPerWeek: 400)
      $0.work.extraMonths = 1
    }
    // 104,000 / 2,080 = 50 an hour; 5 hours x 46 weeks x 1.5 x 50 = 17,250
    #expect(value["overtime"]?.total(\.expected, .usd) == Money(17_250, .usd))
    #expect(value["on_call"]?.total(\.expected, .usd) == Money(5_200, .usd))
    #expect(value["extra_months"]?.total(\.expected, .usd) == Money(8_666.67, .usd))
    #expect(value["extra_months"]?.certainty == .guaranteed)
  }

  @Test("A contractor pays the employer's half of payroll taxes, and buys benefits")
  func contractor() throws {
    let value = try plainOffer(200_000).valued(months: 12, rate: 0) { $0.work.employment = .contractor }
    // 0.9235 x 200,000 = 184,700, above the base of 184,500: (0.124 x 184,500 + 0.029 x 184,700) / 2 = 14,117.15
    #expect(value["self_employment_tax"]?.total(\.expected, .usd) == Money(-14_117.15, .usd))
    // 7,900 for one person's cover and 5 % of pay for retirement
    #expect(value["benefits_bought"]?.total(\.expected, .usd) == Money(-17_900, .usd))
  }

  @Test("An employer that pays the tax on the move pays tax on that too")
  func grossUp() throws {
    let value = try plainOffer().valued {
      $0.relocation = UpfrontPay(amount: Money(26_000, .usd), clawback: nil)
      $0.relocation?.isGrossedUp = true
    }
    // 40,000 taxed at 35 % leaves 26,000.
    #expect(value["relocation_tax"]?.total(\.expected, .usd) == Money(14_000, .usd))
  }

  @Test("A promotion is hoped for: its odds, and the odds of being there")
  func promotion() throws {
    let value = try plainOffer(120_000).valued(with: noHazard, months: 24, rate: 0) {
      $0.promotion = Promotion(afterMonths: 12, size: .to(150_000), odds: 0.4)
    }
    let promotion = try #require(value["promotion"])
    #expect(promotion.certainty == .hopedFor)
    #expect(promotion.total(\.headline, .usd) == .zero(.usd))
    #expect(promotion.total(\.fair, .usd) == Money(30_000, .usd))
    #expect(promotion.total(\.expected, .usd) == Money(12_000, .usd))
  }

  @Test("What is in a plan and has not vested is lost by leaving, and is no recurring pay")
  func balance() throws {
    var offer = plainOffer(120_000, kind: .current)
    offer.start = terms().dayZero.addingMonths(-24)
    offer.deferredPlans = [
      DeferredPlan(
        plan: .supplemental, contribution: .amountPerYear(0), vesting: [.init(month: 36, share: 1)],
        risk: .annualOdds(0))
    ]
    let bare = try offer.recurringPay(under: terms(overrides: noHazard))
    offer.deferredPlans[0].balance = 80_000
    // A year of service is missing; interest at the discount rate keeps the worth of the balance.
    let lost = try offer.forfeited(under: terms(overrides: noHazard))
    #expect(lost.map(\.item) == ["unvested deferred pay"])
    #expect(lost.map(\.amount) == [Money(80_000, .usd)])
    #expect(lost.map(\.date) == [terms().dayZero.addingMonths(12)])
    #expect(try offer.recurringPay(under: terms(overrides: noHazard)) == bare)
    offer.start = terms().dayZero.addingMonths(-40)
    #expect(try offer.forfeited(under: terms(overrides: noHazard)).isEmpty)
  }

  @Test("Deferred pay is worth less the likelier its employer fails, and nothing where it vests too late")
  func deferred() throws {
    func total(_ plan: DeferredPlan, months: Int = 12) throws -> Money {
      let value = try plainOffer(120_000).valued(with: noHazard, months: months, rate: 0) { $0.deferredPlans = [plan] }
      return try #require(value.elements.first { $0.component == plan.plan.component }).total(\.fair, .usd)
    }
    var plan = DeferredPlan(plan: .nonqualified, contribution: .shareOfPay(0.1), paidMonth: 12, risk: .annualOdds(0))
    #expect(try total(plan) == Money(12_000, .usd))
    plan.risk = .annualOdds(0.05)
    // 1,000 a month, waiting 11, 10, ... 0 months: sum of s + (1 - s) x 0.4, s = 0.95^(wait/12)
    let byHand = (0...11).reduce(0.0) { $0 + 1_000 * (0.4 + 0.6 * pow(0.95, Double($1) / 12)) }
    #expect(abs(try total(plan).amount - byHand) < 0.01)
    // A spread of 3 % pays for a loss of 60 %: an intensity of 5 % a year.
    plan.risk = .spread(0.03)
    let spread = (0...11).reduce(0.0) { $0 + 1_000 * (0.4 + 0.6 * exp(-0.05 * Double($1) / 12)) }
    #expect(abs(try total(plan).amount - spread) < 0.01)
    plan.vesting = [.init(month: 36, share: 1)]
    #expect(try total(plan) == .zero(.usd))
    // The limit of a 457(b) holds.
    let limited = DeferredPlan(plan: .section457b, contribution: .amountPerYear(40_000), risk: .annualOdds(0))
    #expect(try total(limited) == Money(24_500, .usd))
  }
}
