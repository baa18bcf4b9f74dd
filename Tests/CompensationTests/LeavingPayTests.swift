import Compensation
import Glibc
import Quantities
import Testing

@Suite("Pay on leaving: notice, change of control, a search under a non-compete")
struct LeavingPayTests {
  private let even = ["hazard.involuntary[hospital]": 0.01, "hazard.first-year-factor": 1.0]

  @Test("Garden leave lies within the notice; both are paid on a layoff")
  func notice() throws {
    let value = try plainOffer(120_000).valued(with: even, months: 24, rate: 0) {
      $0.leavingTerms.noticeMonths = 3
      $0.leavingTerms.gardenLeaveMonths = 2
    }
    let odds = 1 - pow(0.99, 24)
    #expect(abs(try #require(value["notice_pay"]).total(\.expected, .usd).amount - 30_000 * odds) < 0.03)
  }

  @Test("Two weeks of notice are 14 days of base, and said so")
  func shortNotice() throws {
    let value = try plainOffer(120_000).valued(with: even, months: 24, rate: 0) {
      $0.leavingTerms.noticeMonths = 14 * 12 / 365.25
    }
    let notice = try #require(value["notice_pay"])
    #expect(abs(notice.total(\.expected, .usd).amount - 120_000 * 14 / 365.25 * (1 - pow(0.99, 24))) < 0.03)
    #expect(notice.detail.hasPrefix("14 days of base"))
  }

  @Test(
    "Severance by service counts full years between a least and a most: 2,000 a week, served eleven years and a half",
    arguments: [(1, 22.0), (6, 24.0), (30, 26.0)])
  func byService(_ month: Int, _ weeks: Double) throws {
    let value = try plainOffer(104_000, kind: .current).valued(with: [:], months: 36, rate: 0) {
      $0.start = CalendarDate("2015-08-01")
      $0.severance = SeveranceTerms(size: .perYear(months: 24.0 / 52, least: 8 * 12.0 / 52, most: 6))
      $0.leaves = Departure(month: month, isLayoff: true)
    }
    let paid = try #require(value["severance"]).total(\.expected, .usd).amount
    #expect(abs(paid - 2_000 * weeks) < 0.02)
  }

  @Test("A change of control pays above severance, at the odds of the layoffs that follow it")
  func doubleTrigger() throws {
    func total(severance: SeveranceTerms?, trigger: ChangeOfControl.Trigger = .double) throws -> Double {
      let value = try plainOffer(120_000).valued(with: even, months: 12, rate: 0) {
        $0.severance = severance
        $0.leavingTerms.changeOfControl = ChangeOfControl(
          pay: SeveranceTerms(size: .months(18)), trigger: trigger, annualOdds: 0.1)
      }
      return try #require(value["change_in_control"]).total(\.expected, .usd).amount
    }
    // c = 1 - 0.9^(1/12) a month, a quarter of which costs the job: below the hazard of 1 %.
    let monthly = 1 - pow(0.9, 1.0 / 12)
    let odds = (0..<12).reduce(0.0) { $0 + pow(0.99, Double($1)) } * monthly * 0.25
    #expect(abs(try total(severance: nil) - 180_000 * odds) < 0.03)
    #expect(abs(try total(severance: SeveranceTerms(size: .months(6))) - 120_000 * odds) < 0.03)
    #expect(try total(severance: SeveranceTerms(size: .months(24))) == 0)
    // The change alone, and severance is another matter.
    let first = FirstChange(change: monthly, loss: 0.25, hazard: 0.01)
    let single = (1...12).reduce(0.0) { $0 + first.comes(in: $1) }
    #expect(abs(try total(severance: SeveranceTerms(size: .months(24)), trigger: .single) - 180_000 * single) < 0.03)
  }

  @Test("The excise test: whole, cut, grossed up, or yours")
  func excise() throws {
    func total(_ excise: ChangeOfControl.Excise, months: Double, kind: String = "other") throws -> Double {
      let value = try plainOffer(120_000).valued(
        with: ["hazard.involuntary[\(kind)]": 0.1, "hazard.first-year-factor": 1], months: 1, rate: 0
      ) {
        $0.employerKind = kind
        $0.leavingTerms.changeOfControl = ChangeOfControl(
          pay: SeveranceTerms(size: .months(months)), trigger: .single, excise: excise, annualOdds: 0.999_999_999,
          baseAmount: 100_000)
      }
      return try #require(value["change_in_control"]).total(\.expected, .usd).amount
    }
    let odds = 1 - pow(0.000_001, 1.0 / 12)
    // 31 months are 310,000: 310,000 x 0.6 - 42,000 is less than 299,999 x 0.6, so it is cut.
    #expect(abs(try total(.bestNet, months: 31) - 299_999 * odds) < 0.02)
    #expect(abs(try total(.yours, months: 31) - 268_000 * odds) < 0.02)
    #expect(abs(try total(.grossUp, months: 31) - 310_000 * odds) < 0.02)
    // 60 months are 600,000: 360,000 - 100,000 beats 180,000, and the tax is 20 % of 500,000.
    #expect(abs(try total(.bestNet, months: 60) - 500_000 * odds) < 0.02)
    #expect(abs(try total(.cutback, months: 60) - 299_999 * odds) < 0.02)
    // No excise tax falls on a nonprofit hospital's officers.
    #expect(abs(try total(.yours, months: 60, kind: "hospital") - 600_000 * odds) < 0.02)
  }

  @Test("A non-compete lengthens the search, but not where the law voids it")
  func nonCompete() throws {
    func search(_ months: Int?, factor: Double = 0.6) throws -> Double {
      let value = try plainOffer(120_000).valued(
        with: even.merging(["non-compete.arrival-factor": factor]) { $1 }, months: 120, rate: 0
      ) {
        $0.leavingTerms.nonCompeteMonths = months
      }
      return try #require(value["between_jobs"]).total(\.expected, .usd).amount
    }
    #expect(try search(12) < search(6))
    #expect(try search(6) < search(nil))
    #expect(try search(0) == search(nil))
    #expect(try search(12, factor: 1) == search(nil))
  }
}

extension Offer {
  /// Valued over a window, after a change.
  func valued(
    with overrides: [String: Double] = [:], months: Int = 36, rate: Double = 0.045, change: (inout Offer) -> Void
  ) throws -> Valuation {
    var offer = self
    change(&offer)
    return try offer.valued(under: terms(months: months, rate: rate, overrides: overrides))
  }
}

extension Valuation {
  /// A part by name.
  subscript(component: String) -> ElementValue? { elements.first { $0.component == component } }
}
