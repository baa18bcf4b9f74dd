import Compensation
import Glibc
import Quantities
import Testing

@Suite("The calendar of leaving")
struct LeavingCalendarTests {
  private func discount(_ month: Int) -> Double { pow(1.045, -Double(month) / 12) }

  private func amount(_ month: LeavingCalendar.Month, _ kind: ForfeitedItem.Kind) -> Double {
    month.paper[kind]?.amount ?? 0
  }

  @Test("Lost are shares and match until they vest, a bonus by the months worked for it, a sign-on until it is kept")
  func kinds() throws {
    let months = try LeavingCalendar(of: fullOffer(), under: terms(overrides: noHazard)).months
    #expect(months.map(\.month) == Array(0...36))
    // 84.20 less the dividends until each quarter; 250 of 1,000 vest after 12 months, 62.5 a quarter.
    let share = { (month: Int) in 84.20 * pow(1.02, -Double(month) / 12) }
    let cliff = 250 * share(12)
    let quarters = stride(from: 15, through: 36, by: 3).map { 62.5 * share($0) }
    #expect(abs(amount(months[0], .equity) - (cliff + quarters.reduce(0, +))) < 0.1)
    #expect(abs(amount(months[11], .equity) - amount(months[0], .equity)) < 0.005)
    #expect(abs(amount(months[12], .equity) - quarters.reduce(0, +)) < 0.1)
    #expect(abs(amount(months[35], .equity) - quarters[7]) < 0.01)
    // 20% of 180,000 at the end of the year.
    #expect(months[0].paper[.bonus] == nil && months[12].paper[.bonus] == nil)
    #expect(months[5].paper[.bonus] == Money(36_000 * discount(12) * 5 / 12, .usd))
    // 450 a month; a third vests after each year.
    let matched = { (last: Int) in (1...last).reduce(0) { $0 + 450 * discount($1) } }
    #expect(abs(amount(months[5], .match) - matched(5)) < 0.1)
    #expect(abs(amount(months[12], .match) - matched(12) * 2 / 3) < 0.15)
    // 30,000 on day 0, to be repaid by the month for a year.
    #expect(amount(months[0], .repayment) == 30_000)
    #expect(amount(months[5], .repayment) == 17_500)
    #expect(months[12].paper[.repayment] == nil)
    #expect(months[36].total == .zero(.usd))
  }

  @Test("Each month's parts sum to its total to the cent, and day 0 is what leaving today forfeits")
  func sums() throws {
    for hazards in [noHazard, [:]] {
      let terms = terms(overrides: hazards)
      let calendar = try LeavingCalendar(of: fullOffer(), under: terms)
      for month in calendar.months {
        #expect(month.total == month.paper.values.reduce(.zero(.usd), +))
        #expect(month.expected.minorUnits <= month.total.minorUnits)
      }
      let today = try fullOffer().forfeited(under: terms)
      #expect(calendar.months[0].total == today.map(\.paper).reduce(.zero(.usd), +))
      #expect(calendar.months[0].expected == today.map(\.amount).reduce(.zero(.usd), +))
    }
  }

  @Test("What vests after the window is in no month, and options cost their strike to keep")
  func beyond() throws {
    var offer = plainOffer()
    let vesting = VestingSchedule(months: 48, cliff: 12, every: 12)
    offer.equity = [
      EquityGrant(units: 400, price: 50, vesting: vesting, granted: nil, dividendYield: 0, currency: .usd)
    ]
    let shares = try LeavingCalendar(of: offer, under: terms(overrides: noHazard))
    #expect(shares.afterWindow == Money(5_000, .usd))
    #expect(shares.months[0].total == Money(15_000, .usd))
    #expect(shares.exerciseWindow == nil)
    offer.equity = [
      EquityGrant(
        units: 400, price: 50, vesting: vesting, granted: nil, dividendYield: 0, volatility: 0.3, currency: .usd,
        instrument: .option(OptionTerms(strike: 40)))
    ]
    let options = try LeavingCalendar(of: offer, under: terms(overrides: noHazard))
    #expect(options.exerciseWindow == 3)
    #expect([0, 11, 12, 36].map { options.months[$0].exerciseCheque.amount } == [0, 0, 4_000, 12_000])
  }

  @Test("Bonus that comes after the window counts once it is worked for, beside the totals")
  func laterBonus() throws {
    var offer = plainOffer(120_000)
    offer.bonus = TargetBonus(target: .shareOfBase(0.5), payout: .mean(1))
    // A year of 60,000 of which the window has half: 30,000, by the month.
    let short = try LeavingCalendar(of: offer, under: terms(months: 18, rate: 0, overrides: noHazard)).months
    #expect([0, 11, 12, 15, 18].map { short[$0].afterWindow.amount } == [0, 0, 0, 15_000, 30_000])
    #expect([12, 15, 18].map { short[$0].total.amount } == [0, 0, 0])
    // Of 30,000 deferred, 10,000 a year in the three years after each award.
    let vesting = VestingSchedule(months: 36, cliff: 0, every: 12)
    offer.bonus?.deferral = TargetBonus.Deferral(share: 0.5, vesting: vesting, malusOdds: 0)
    let calendar = try LeavingCalendar(of: offer, under: terms(months: 24, rate: 0, overrides: noHazard))
    let months = calendar.months
    #expect([0, 6, 12, 18, 24].map { months[$0].afterWindow.amount } == [0, 10_000, 20_000, 35_000, 50_000])
    #expect([0, 6, 12, 18, 24].map { months[$0].total.amount } == [0, 20_000, 10_000, 25_000, 0])
    #expect(calendar.afterWindow == .zero(.usd) && calendar.makeWhole == .zero(.usd))
  }

  @Test("Grants to come and money put into plans are lost once they are there")
  func toCome() throws {
    let terms = terms(months: 48, rate: 0, overrides: noHazard)
    var offer = plainOffer(120_000, kind: .current)
    offer.start = terms.dayZero.addingMonths(-12)
    offer.cashGrants = [
      CashGrant(
        amount: Money(30_000, .usd), isYearly: true, isContractual: true,
        vesting: VestingSchedule(events: [.init(month: 36, share: 1)]), granted: terms.dayZero.addingMonths(-12))
    ]
    // Granted a year ago and on day 0; the next in a year, and the first vests in two.
    let grants = try LeavingCalendar(of: offer, under: terms).months
    #expect([0, 11, 12, 23, 24].map { grants[$0].total.amount } == [60_000, 60_000, 90_000, 90_000, 60_000])
    #expect([0, 23, 24].map { grants[$0].afterWindow.amount } == [0, 0, 30_000])
    offer.cashGrants = []
    offer.deferredPlans = [
      DeferredPlan(
        plan: .supplemental, contribution: .amountPerYear(12_000), vesting: [.init(month: 36, share: 1)],
        risk: .annualOdds(0))
    ]
    let plan = try LeavingCalendar(of: offer, under: terms).months
    #expect([0, 6, 23, 24].map { plan[$0].total.amount } == [0, 6_000, 23_000, 0])
  }

  @Test("What the job one has put in or awarded before is lost as the rest of it vests; unstated, it is asked for")
  func held() throws {
    let terms = terms(months: 48, rate: 0, overrides: noHazard)
    let third = 1.0 / 3
    var offer = plainOffer(120_000, kind: .current)
    offer.start = terms.dayZero.addingMonths(-20)
    offer.retirement = RetirementMatch(tiers: [], vesting: [12, 24, 36].map { .init(month: $0, share: third) })
    func asked() throws -> Bool {
      try offer.valued(under: terms).questions.contains { $0.hasSuffix("(retirement.unvested)") }
    }
    #expect(try asked())
    let bare = try offer.recurringPay(under: terms)
    offer.retirement?.unvested = 7_500
    // A third has vested; the rest in two parts, 24 and 36 months after the start.
    let match = try offer.forfeited(under: terms)
    #expect(match.map(\.paper.amount) == [3_750, 3_750])
    #expect(match.map(\.date) == [4, 16].map { terms.dayZero.addingMonths($0) })
    #expect(try !asked() && offer.recurringPay(under: terms) == bare)
    #expect(try offer.valued(under: terms).total(\.fair).amount - 480_000 == 7_500)
    let months = try LeavingCalendar(of: offer, under: terms).months
    #expect([0, 3, 4, 15, 16].map { months[$0].total.amount } == [7_500, 7_500, 3_750, 3_750, 0])
    offer.start = terms.dayZero.addingMonths(-36)
    #expect(try offer.forfeited(under: terms).isEmpty)
    offer.retirement?.unvested = nil
    #expect(try !asked())

    // Two years served: an award on day 0 and one a year before, a third of each a year, so 2, 2 and 1 of 5 parts.
    offer.start = terms.dayZero.addingMonths(-30)
    offer.retirement = nil
    offer.bonus = TargetBonus(target: .amount(0), payout: .mean(0.5))
    offer.bonus?.deferral = TargetBonus.Deferral(
      share: 1, vesting: VestingSchedule(months: 36, cliff: 0, every: 12), malusOdds: 0.02)
    #expect(try offer.valued(under: terms).questions.contains { $0.hasSuffix("(bonus.deferred.balance)") })
    offer.bonus?.deferral?.balance = 20_000
    let bonus = try offer.forfeited(under: terms)
    #expect(bonus.map(\.paper.amount) == [8_000, 8_000, 4_000])
    #expect(bonus.map(\.amount.amount) == [7_840, 7_683.20, 3_764.77])
    #expect(bonus.map(\.date) == [12, 24, 36].map { terms.dayZero.addingMonths($0) })
    offer.kind = .written
    #expect(try offer.forfeited(under: terms).isEmpty)
  }

  @Test("A grant without a value is not passed over in silence: what it lacks is asked")
  func notValued() throws {
    var offer = plainOffer(kind: .current)
    offer.notValued = ["equity[0] (rsu)"]
    offer.missingFacts = ["the fully diluted count"]
    #expect(try LeavingCalendar(of: offer, under: terms()).notStated.contains("the fully diluted count"))
  }
}
