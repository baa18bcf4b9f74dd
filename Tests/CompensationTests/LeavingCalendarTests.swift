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
}
