import ModelTestSupport
import Quantities
import Simulation
import Testing

@testable import Compensation

/// Every part of pay beside grants, and how chance treats it.
struct PartCase: Sendable, CustomTestStringConvertible {
  enum Kind: Sendable {
    /// Worth exactly what is expected of it.
    case sure
    /// Moves with the rest, or on its own: worth less.
    case risky
    /// Pays when the rest does not: worth more.
    case insurance
  }

  let component: String
  let kind: Kind
  let change: @Sendable (inout Offer) -> Void

  init(_ component: String, _ kind: Kind, _ change: @escaping @Sendable (inout Offer) -> Void) {
    self.component = component
    self.kind = kind
    self.change = change
  }

  var testDescription: String { component }

  var offer: Offer {
    var offer = plainOffer(200_000)
    change(&offer)
    return offer
  }

  static let all = cash + deferred + benefits + leaving

  private static let cash = [
    PartCase("commission", .risky) { $0.commission = CommissionPlan(target: .amount(60_000), accelerator: 1.5) },
    PartCase("ltip", .risky) { $0.cashGrants = [grant(yearly: false)] },
    PartCase("deferred_bonus", .risky) {
      $0.bonus = TargetBonus(target: .shareOfBase(0.4))
      $0.bonus?.deferral = .init(share: 0.5, vesting: VestingSchedule(months: 24, cliff: 0, every: 12))
    },
    PartCase("acceleration", .insurance) {
      $0.equity = [
        EquityGrant(
          units: 2_000, price: 50, vesting: VestingSchedule(months: 36, cliff: 12, every: 12), granted: nil,
          dividendYield: 0, volatility: 0.2, currency: .usd)
      ]
      $0.equity[0].acceleration = Acceleration(trigger: .layoff)
    },
    PartCase("ltip", .risky) {
      $0.cashGrants = [grant(yearly: false)]
      $0.cashGrants[0].meanPayout = 1.1
    },
    PartCase("later_ltip", .risky) { $0.cashGrants = [grant(yearly: true)] },
    PartCase("promotion", .risky) { $0.promotion = Promotion(afterMonths: 18, size: .share(0.15)) },
    PartCase("overtime", .sure) { $0.work.overtime = WorkTerms.Overtime(hoursPerWeek: 5) },
    PartCase("on_call", .sure) { $0.work.onCall = WorkTerms.OnCallDuty(weeksPerYear: 12, payPerWeek: 500) },
    PartCase("extra_months", .sure) { $0.work.extraMonths = 1 },
    PartCase("self_employment_tax", .sure) { $0.work.employment = .contractor },
    PartCase("benefits_bought", .sure) { $0.work.employment = .contractor },
  ]

  private static let deferred = [
    PartCase("deferred", .risky) {
      $0.deferredPlans = [DeferredPlan(plan: .nonqualified, contribution: .shareOfPay(0.1), risk: .annualOdds(0.05))]
    },
    PartCase("serp", .risky) {
      $0.deferredPlans = [
        DeferredPlan(
          plan: .supplemental, contribution: .amountPerYear(30_000),
          vesting: [12, 36].map { VestingSchedule.Event(month: $0, share: 0.5) }, paidMonth: 120)
      ]
    },
    PartCase("plan_457f", .risky) {
      $0.deferredPlans = [
        DeferredPlan(
          plan: .section457f, contribution: .amountPerYear(40_000), vesting: [.init(month: 24, share: 1)],
          risk: .spread(0.03))
      ]
    },
    PartCase("pension", .risky) {
      $0.benefits.pension = PensionPlan(benefit: .accrual(0.02), vesting: [.init(month: 30, share: 1)])
    },
  ]

  private static let benefits = [
    PartCase("out_of_pocket", .risky) {
      $0.health = HealthPlan(premiumPerMonth: 200, employerSharePerMonth: nil)
      $0.health?.costs = HealthPlan.Costs(deductible: 3_000, outOfPocketMaximum: 9_000, coinsurance: 0.2)
    },
    PartCase("health", .sure) { $0.health = HealthPlan(premiumPerMonth: 200, employerSharePerMonth: nil) },
    PartCase("hsa", .sure) { $0.benefits.healthAccount = HealthAccount(employerPerYear: 2_000) },
    PartCase("insurance", .sure) { $0.benefits.insurance = InsuranceCover(lifeMultiple: 2, disabilityShare: 0.6) },
    PartCase("parental_leave", .risky) { $0.benefits.parentalLeave = ParentalLeave(weeks: 16, odds: 0.4) },
    PartCase("tuition", .sure) { $0.benefits.allowances = [Allowance(.tuition, .perYear(5_000))] },
    PartCase("stipend", .sure) { $0.benefits.allowances = [Allowance(.stipend, .perYear(3_000))] },
    PartCase("commute_cost", .sure) { $0.benefits.commute = CommuteTerms(minutesOneWay: 40, costPerDay: 18) },
    PartCase("leave", .sure) { $0.leave = .days(25) },
  ]

  private static let leaving = [
    PartCase("severance", .insurance) { $0.severance = SeveranceTerms(size: .months(6)) },
    PartCase("notice_pay", .insurance) { $0.leavingTerms.noticeMonths = 3 },
    PartCase("between_jobs", .risky) { $0.leavingTerms.nonCompeteMonths = 12 },
    // Less than the search for the next job costs; more than that would be a prize.
    PartCase("change_in_control", .insurance) {
      $0.leavingTerms.changeOfControl = ChangeOfControl(
        pay: SeveranceTerms(size: .months(6)), trigger: .double, annualOdds: 0.06)
    },
    PartCase("change_in_control", .risky) {
      $0.leavingTerms.changeOfControl = ChangeOfControl(
        pay: SeveranceTerms(size: .months(12)), trigger: .single, annualOdds: 0.06)
    },
  ]

  private static func grant(yearly: Bool) -> CashGrant {
    CashGrant(
      amount: Money(75_000, .usd), isYearly: yearly, vesting: VestingSchedule(events: [.init(month: 24, share: 1)]))
  }
}

@Suite("What each part of pay leaves to chance")
struct PartRiskTests {
  private func simulated(_ offer: Offer, seed: UInt64 = 1) throws -> Valuation {
    try CertainValueTests.simulated([offer], CertainValueTests.shippedTerms(), seed: seed).valuations[0]
  }

  @Test("A part comes on average to what is expected of it", arguments: PartCase.all)
  func mean(_ part: PartCase) throws {
    let value = try simulated(part.offer)
    let total = try #require(value.simulated)
    #expect(abs((total.mean - value.total(\.expected)).amount) <= 4 * total.standardError.amount + 0.05)
  }

  @Test(
    "Benefits and pay by time are sure, cash that waits is not, and pay on leaving insures", arguments: PartCase.all)
  func kind(_ part: PartCase) throws {
    let element = try #require(try simulated(part.offer).elements.first { $0.component == part.component })
    let expected = element.total(\.expected, .usd).amount
    let certain = try #require(element.certain(.usd)).amount
    #expect(expected != 0)
    switch part.kind {
    case .sure: #expect(certain == expected)
    case .risky: #expect(certain < expected)
    case .insurance: #expect(certain > expected)
    }
  }

  @Test("The weaker the employer, the less its promise of deferred pay is worth, beyond the loss that is expected")
  func credit() throws {
    func discount(_ odds: Double) throws -> Double {
      var offer = plainOffer(200_000)
      offer.deferredPlans = [
        DeferredPlan(
          plan: .nonqualified, contribution: .amountPerYear(80_000), paidMonth: 120, risk: .annualOdds(odds))
      ]
      let element = try #require(try simulated(offer).elements.first { $0.component == "deferred" })
      return try 1 - #require(element.certain(.usd)).amount / element.total(\.expected, .usd).amount
    }
    let discounts = try [0, 0.02, 0.08].map(discount)
    #expect(discounts[0] < discounts[1] && discounts[1] < discounts[2])
  }

  @Test("Nothing granted is worth nothing, and moves nothing", arguments: CertainValueTests.instruments)
  func nothing(_ instrument: EquityInstrument) throws {
    var offer = plainOffer(200_000)
    let bare = try #require(try simulated(offer).certain)
    offer.equity = [CertainValueTests.grant(instrument, units: 0)]
    offer.cashGrants = [CashGrant(amount: .zero(.usd), vesting: VestingSchedule(events: [.init(month: 12, share: 1)]))]
    let value = try simulated(offer)
    #expect(value.certain == bare)
    for element in value.elements where ["equity[0]", "ltip"].contains(element.component) {
      #expect(element.certain(.usd) == .zero(.usd))
    }
  }

  @Test("Sure pay above its target is held at what it costs the company, and takes nothing from the rest")
  func held() throws {
    var offer = plainOffer(200_000)
    offer.commission = CommissionPlan(target: .amount(60_000), attainment: [.init(share: 1.3, odds: 1)])
    let value = try simulated(offer)
    let fair = value.total(\.fair)
    #expect(value.total(\.expected).minorUnits > fair.minorUnits && value.certain == fair)
    for element in value.elements where ["base", "between_jobs"].contains(element.component) {
      let certain = try #require(element.certain(.usd))
      #expect(certain.minorUnits <= element.total(\.expected, .usd).minorUnits)
      #expect(element.component != "base" || certain == element.total(\.fair, .usd))
    }
  }

  @Test("Parts add up to the cent and the total is never above what it costs the company", arguments: 1...24)
  func sums(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var offer = plainOffer(Double(Int.random(in: 60...400, using: &random)) * 1_000)
    for part in PartCase.all where Bool.random(using: &random) { part.change(&offer) }
    let grants = CertainValueTests.instruments.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
    offer.equity = grants.enumerated().map { index, instrument in
      var grant = CertainValueTests.grant(instrument, units: instrument.isPrivate ? 20_000 : 2_000)
      grant.pathIndex = index
      return grant
    }
    let value = try simulated(offer, seed: seed)
    let certain = try #require(value.certain)
    #expect(certain.minorUnits <= value.total(\.fair).minorUnits)
    #expect(value.elements.compactMap { $0.certain(.usd) }.total(.usd) == certain)
    #expect((1...4).compactMap { value.certain(year: $0) }.total(.usd) == certain)
    let spread = try #require(value.simulated).percentiles
    #expect(spread.p10.minorUnits <= spread.p50.minorUnits && spread.p50.minorUnits <= spread.p90.minorUnits)
  }
}
