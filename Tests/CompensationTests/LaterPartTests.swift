import Compensation
import Glibc
import ModelTestSupport
import Quantities
import Testing

@Suite("What vests or is paid after the planned stay")
struct LaterPartTests {
  /// A part of pay that reaches beyond a stay of 18 months.
  struct Case: CustomTestStringConvertible, Sendable {
    let component: String
    let change: @Sendable (inout Offer) -> Void

    var testDescription: String { component }
  }

  static let late = [VestingSchedule.Event(month: 12, share: 0.25), .init(month: 36, share: 0.75)]

  /// Made or promised on day 0: its payments are the same however long one stays.
  static let promises: [Case] = [
    Case(component: "equity[0]") {
      $0.equity = [
        EquityGrant(
          units: 1_000, price: 50, vesting: VestingSchedule(months: 48, cliff: 12, every: 6), granted: nil,
          dividendYield: 0.01, currency: .usd)
      ]
    },
    Case(component: "ltip") {
      $0.cashGrants = [CashGrant(amount: Money(60_000, .usd), vesting: VestingSchedule(events: late))]
    },
    Case(component: "retention") {
      $0.retention = [
        PromisedPayment(amount: Money(10_000, .usd), timing: .month(12)),
        PromisedPayment(amount: Money(30_000, .usd), timing: .month(40)),
      ]
    },
  ]

  /// Put in month by month, vesting with service.
  static let savings: [Case] = [
    Case(component: "match") { $0.retirement = RetirementMatch(tiers: [.init(rate: 1, limit: 0.05)], vesting: late) },
    Case(component: "pension") { $0.benefits.pension = PensionPlan(benefit: .credit(0.05), vesting: late) },
    Case(component: "serp") {
      $0.deferredPlans = [DeferredPlan(plan: .supplemental, contribution: .shareOfPay(0.05), vesting: late)]
    },
  ]

  static func element(_ name: String, _ months: Int, _ change: (inout Offer) -> Void) throws -> (
    ElementValue, [LaterPart]
  ) {
    var offer = plainOffer(120_000)
    change(&offer)
    let value = try offer.valued(under: terms(months: months, overrides: noHazard))
    return (try #require(value.elements.first { $0.component == name }), value.beyondHorizon)
  }

  @Test("Money at hire that is due after the window is in no total, nor is its repayment; inside it counts on day 0")
  func atHire() throws {
    func found(due month: Int) throws -> Valuation {
      var offer = plainOffer(120_000)
      offer.relocation = UpfrontPay(
        amount: Money(40_000, .usd), paid: terms().dayZero.addingMonths(month),
        clawback: .init(months: 12, isProRata: true, onLayoff: true))
      offer.relocation?.isGrossedUp = true
      return try offer.valued(under: terms(months: 18))
    }
    let late = try found(due: 30)
    for (name, amount) in [("relocation", 40_000), ("relocation_tax", 40_000 * 0.35 / 0.65)] {
      let part = try #require(late[name])
      #expect(part.total(\.headline, .usd) == .zero(.usd) && part.total(\.expectedAverageLeaver, .usd) == .zero(.usd))
      let later = try #require(late.beyondHorizon.first { $0.component == name })
      #expect(abs(later.headline - amount) < 1e-9 && abs(later.fair - amount * pow(1.045, -2.5)) < 1e-6)
      #expect(later.date == terms().dayZero.addingMonths(30))
    }
    let inside = try found(due: 6)
    #expect(inside.beyondHorizon.isEmpty)
    #expect(try #require(inside["relocation"]).flows.map(\.month) == [0])
    #expect(inside.offer.notesOnDays(under: terms(months: 18)).count == 1)
    #expect(late.offer.notesOnDays(under: terms(months: 18)).isEmpty)
  }

  @Test("What a new offer vests at once is pay of day 0; in the job one has it is one's own already")
  func atOnce() throws {
    func shares(_ kind: Offer.Kind, granted: String? = nil) throws -> [PayFlow] {
      var offer = plainOffer(120_000, kind: kind)
      offer.equity = [
        EquityGrant(
          units: 100, price: 50, vesting: try #require(VestingSchedule("immediate")), granted: granted.map(day),
          dividendYield: 0.02, currency: .usd)
      ]
      return try #require(try offer.valued(under: terms())["equity[0]"]).flows
    }
    let flows = try shares(.written)
    #expect(flows.map(\.month) == [0] && flows.map(\.expected) == [5_000] && flows.map(\.averageLeaver) == [5_000])
    #expect(try shares(.current).isEmpty && shares(.written, granted: "2026-01-01").isEmpty)
    #expect(try shares(.written, granted: "2027-03-15").map(\.month) == [2])
  }

  @Test("Of what is promised on day 0, the part in no total is what a longer stay adds", arguments: promises)
  func promised(_ part: Case) throws {
    let (short, later) = try Self.element(part.component, 18, part.change)
    let (long, none) = try Self.element(part.component, 60, part.change)
    #expect(none.isEmpty && !later.isEmpty)
    #expect(later.allSatisfy { $0.component == part.component && $0.month > 18 })
    for value in [\YearValue.headline, \.fair] {
      let added = long.total(value, .usd).amount - short.total(value, .usd).amount
      let listed = later.reduce(0) { $0 + (value == \.fair ? $1.fair : $1.headline) }
      #expect(added > 0 && abs(added - listed) < 0.05)
    }
  }

  @Test("Of money put in, what vests in time and what vests too late are all of it", arguments: savings)
  func putIn(_ part: Case) throws {
    let (value, later) = try Self.element(part.component, 18, part.change)
    // 5 % of 120,000 for a year and a half, a quarter of which vests in time.
    #expect(abs(value.total(\.headline, .usd).amount - 0.25 * 9_000) < 0.02)
    #expect(later.map(\.month) == [36] && abs(later[0].headline - 0.75 * 9_000) < 1e-6)
    #expect(abs(later[0].fair - 3 * value.total(\.fair, .usd).amount) < 0.15 * later[0].fair)
    // Nobody leaves before, so all that counts at all is expected.
    #expect(value.total(\.expected, .usd) == value.total(\.fair, .usd))
    #expect(value.total(\.fair, .usd).amount > 0)
  }

  @Test("A year cut short leaves the bonus that was worked for")
  func bonus() throws {
    let (value, later) = try Self.element("bonus", 18) {
      $0.bonus = TargetBonus(target: .shareOfBase(0.1), payout: .mean(1))
    }
    #expect(value.total(\.headline, .usd) == Money(12_000, .usd))
    #expect(later.map(\.month) == [24] && abs(later[0].headline - 6_000) < 1e-9)
  }

  @Test("Yearly grants to come are listed as no promise")
  func hopes() throws {
    let (_, later) = try Self.element("refreshers", 18) {
      $0.refreshers = RefresherTerms(
        grant: Money(40_000, .usd), vesting: VestingSchedule(months: 48, cliff: 12, every: 12), probability: 1)
    }
    #expect(later.map(\.month) == [24, 36, 48, 60])
    #expect(later.allSatisfy { !$0.isPromised && $0.headline == 0 && $0.fair > 0 })
  }

  @Test(
    "Leaving at the end loses what is listed after it; on day 0 what is not earned yet is no loss",
    arguments: promises + savings)
  func calendar(_ part: Case) throws {
    var offer = plainOffer(120_000)
    part.change(&offer)
    let terms = terms(months: 18, overrides: noHazard)
    let calendar = try LeavingCalendar(of: offer, under: terms)
    let listed = try offer.valued(under: terms).beyondHorizon.reduce(0) { $0 + $1.fair }
    let end = try #require(calendar.months.last)
    #expect(listed > 0 && abs(end.afterWindow.amount - listed) < 0.03)
    #expect(calendar.afterWindow.minorUnits <= end.afterWindow.minorUnits)
  }
}
