import Compensation
import Glibc
import Quantities
import Testing

@Suite("Benefits beside premiums, match and paid leave")
struct BenefitPlanTests {
  private func discount(_ month: Int) -> Double { pow(1.045, -Double(month) / 12) }

  @Test("A pension of final pay: raises lift the years served before too")
  func pension() throws {
    let plan = PensionPlan(benefit: .accrual(0.015), serviceMonths: 96, age: 45, payableAge: 65)
    let value = try plainOffer(100_000).valued(with: noHazard, months: 24) {
      $0.benefits.pension = plan
      $0.raises = [Raise(timing: .yearly, size: .share(0.03), isContractual: false)]
    }
    // What 1 a year for 19 years from age 65 is worth at 45, paid monthly: 1.045^-20 x (sum of d(1) to d(228)) / 12.
    let annuity = discount(240) * (1...228).reduce(0.0) { $0 + discount($1) } / 12
    let pension = try #require(value["pension"])
    // Year 1: 9 x 100,000 - 8 x 100,000; year 2: 10 x 103,000 - 9 x 100,000.
    #expect(abs(pension.years[0].fair.amount - 0.015 * 100_000 * annuity) < 0.01)
    #expect(abs(pension.years[1].fair.amount - 0.015 * 130_000 * annuity) < 0.01)
    #expect(pension.total(\.headline, .usd) == .zero(.usd))
  }

  @Test("A pension credit is pay up to the law's cap; what vests after the window counts for nothing")
  func credit() throws {
    var plan = PensionPlan(benefit: .credit(0.05))
    func total() throws -> ElementValue {
      let value = try plainOffer(400_000).valued(with: noHazard, months: 12, rate: 0) { $0.benefits.pension = plan }
      return try #require(value["pension"])
    }
    #expect(try total().total(\.expected, .usd) == Money(18_000, .usd))
    plan.vesting = [.init(month: 36, share: 1)]
    #expect(try total().total(\.fair, .usd) == .zero(.usd))
    #expect(try total().total(\.expected, .usd) == .zero(.usd))
  }

  @Test("Care costs what the deductible, the coinsurance and the maximum leave")
  func outOfPocket() throws {
    let value = try plainOffer().valued(months: 12, rate: 0) {
      $0.health = HealthPlan(premiumPerMonth: 200, employerSharePerMonth: nil)
      $0.health?.costs = .init(deductible: 2_000, outOfPocketMaximum: 5_000)
    }
    // One person: 1,000 costs 1,000; 6,000 costs 2,000 + 20 % of 4,000; 35,000 costs the maximum.
    // 0.5 x 1,000 + 0.4 x 2,800 + 0.1 x 5,000 = 2,120
    #expect(value["out_of_pocket"]?.total(\.expected, .usd) == Money(-2_120, .usd))
  }

  @Test("A richer plan leaves less to pay", arguments: [(500.0, 3_000.0), (1_500, 4_000), (3_000, 8_000)])
  func richerPlan(deductible: Double, maximum: Double) {
    let plan = HealthPlan.Costs(deductible: deductible, outOfPocketMaximum: maximum)
    let poorer = HealthPlan.Costs(deductible: deductible + 500, outOfPocketMaximum: maximum + 500)
    for spend in stride(from: 0.0, through: 60_000, by: 500) {
      let share = plan.share(of: spend, coinsurance: 0.2)
      #expect(share <= poorer.share(of: spend, coinsurance: 0.2) && share <= spend && share <= maximum)
    }
  }

  @Test("An account for health is cut to the law's limit")
  func healthAccount() throws {
    let value = try plainOffer().valued(months: 12, rate: 0) {
      $0.benefits.healthAccount = HealthAccount(employerPerYear: 6_000)
    }
    #expect(value["hsa"]?.total(\.expected, .usd) == Money(4_400, .usd))
    #expect(value["hsa"]?.certainty == .guaranteed)
  }

  @Test("Your own money is limited, and with it a generous match")
  func ownLimit() throws {
    let value = try plainOffer(360_000).valued(with: noHazard, months: 12, rate: 0) {
      $0.retirement = RetirementMatch(tiers: [.init(rate: 1, limit: 0.1)], contribution: 0.02, vesting: [])
    }
    // 24,500 matched in full, and 2 % of 360,000
    #expect(value["match"]?.total(\.expected, .usd) == Money(31_700, .usd))
  }

  @Test("Life and disability cover, allowances, parental leave: in kind, and no money in hand")
  func inKind() throws {
    let value = try plainOffer(120_000).valued(with: noHazard, months: 12, rate: 0) {
      $0.benefits.insurance = InsuranceCover(lifeMultiple: 2, disabilityShare: 0.6, age: 47)
      $0.benefits.allowances = [
        Allowance(.stipend, .perYear(1_200)), Allowance(.meals, .perYear(2_400)),
        Allowance(.tuition, .perYear(5_000), useOdds: 1),
      ]
      $0.benefits.parentalLeave = ParentalLeave(weeks: 13, odds: 0.5)
    }
    // 240 thousand x 0.15 x 12 = 432, and 1 % of 72,000 = 720
    #expect(value["insurance"]?.total(\.expected, .usd) == Money(1_152, .usd))
    #expect(value["stipend"]?.total(\.expected, .usd) == Money(1_200, .usd))
    #expect(value["meals"]?.total(\.expected, .usd) == Money(1_200, .usd))
    #expect(value["tuition"]?.total(\.expected, .usd) == Money(5_000, .usd))
    // A quarter of 120,000 at even odds
    #expect(value["parental_leave"]?.total(\.expected, .usd) == Money(15_000, .usd))
    for name in ["insurance", "meals", "tuition", "parental_leave"] {
      #expect(value[name]?.isInKind == true)
      #expect(value[name]?.total(\.expectedCash, .usd) == .zero(.usd))
    }
    #expect(value["stipend"]?.isInKind == false)
    let none = try plainOffer().valued { $0.benefits.parentalLeave = ParentalLeave(weeks: 13) }
    #expect(none["parental_leave"] == nil)
  }

  @Test("What comes once comes on the first day, in full; a current job has paid it")
  func once() throws {
    func stipend(_ kind: Offer.Kind) throws -> ElementValue {
      var offer = plainOffer()
      offer.kind = kind
      let value = try offer.valued(months: 36) { $0.benefits.allowances = [Allowance(.stipend, .once(1_500))] }
      return try #require(value["stipend"])
    }
    let offered = try stipend(.written)
    for total in [offered.total(\.headline, .usd), offered.total(\.fair, .usd), offered.total(\.expected, .usd)] {
      #expect(total == Money(1_500, .usd))
    }
    #expect(try stipend(.current).total(\.fair, .usd) == .zero(.usd))
  }

  @Test("The way to work: half the hourly pay, on the days at the office", arguments: [0.0, 2, 5])
  func commute(atHome: Double) throws {
    let value = try plainOffer(104_000).valued(months: 12, rate: 0) {
      $0.benefits.commute = CommuteTerms(minutesOneWay: 30, costPerDay: 10)
      $0.benefits.remoteDays = atHome
    }
    // An hour a day at half of 50, 46 weeks of the days that are left
    let days = 46 * (5 - atHome)
    #expect((value["commute_time"]?.total(\.expected, .usd) ?? .zero(.usd)) == Money(-25 * days, .usd))
    #expect((value["commute_cost"]?.total(\.expected, .usd) ?? .zero(.usd)) == Money(-10 * days, .usd))
  }
}
