import Compensation
import Glibc
import Quantities
import Testing

@Suite("What is paid once: guaranteed, for staying, on a layoff")
struct OneOffPayTests {
  /// The value of one element over the window, from an offer of base alone and one change.
  private func element(
    _ name: String, _ overrides: [String: Double] = [:], _ change: (inout Offer) -> Void
  ) throws -> ElementValue? {
    var offer = plainOffer(120_000)
    change(&offer)
    return try offer.valued(under: terms(overrides: overrides)).elements.first { $0.component == name }
  }

  private func discount(_ month: Int) -> Double { pow(1.045, -Double(month) / 12) }

  @Test("A guaranteed bonus is paid in month 12 unless a day is named, if still employed")
  func guaranteed() throws {
    let survives = pow(1 - 0.004 * 1.5, 12)
    let value = try #require(
      try element("guaranteed_bonus") { $0.guaranteedBonus = .init(amount: Money(40_000, .usd), timing: nil) })
    #expect(value.certainty == .guaranteed)
    #expect(value.total(\.headline, .usd) == Money(40_000, .usd))
    #expect(value.total(\.fair, .usd) == Money(40_000 * discount(12), .usd))
    #expect(value.total(\.expected, .usd) == Money(40_000 * discount(12) * survives, .usd))
  }

  @Test("Retention payments fall on their days; those after the window count nowhere")
  func retention() throws {
    let start = terms().dayZero
    let value = try #require(
      try element("retention", noHazard) {
        $0.retention = [
          .init(amount: Money(10_000, .usd), timing: .month(18)),
          .init(amount: Money(20_000, .usd), timing: .date(start.addingMonths(24))),
          .init(amount: Money(30_000, .usd), timing: .month(37)), .init(amount: Money(1, .usd), timing: .date(start)),
        ]
      })
    #expect(value.certainty == .likely)
    #expect(value.flows.map(\.month) == [18, 24])
    #expect(value.total(\.headline, .usd) == Money(30_000, .usd))
    #expect(value.total(\.expected, .usd) == Money(10_000 * discount(18) + 20_000 * discount(24), .usd))
  }

  @Test("Severance pays months of base, with the target bonus where it says so, at the odds of a layoff")
  func severance() throws {
    let hazards = ["hazard.involuntary[hospital]": 0.01, "hazard.first-year-factor": 1.0]
    func total(_ severance: SeveranceTerms, bonus: Double? = nil) throws -> Money {
      let value = try element("severance", hazards) {
        $0.severance = severance
        $0.bonus = bonus.map { TargetBonus(target: .shareOfBase($0)) }
      }
      return try #require(value).total(\.expected, .usd)
    }
    let odds = (1...36).reduce(0.0) { $0 + pow(0.99, Double($1 - 1)) * 0.01 * discount($1) }
    let half = try total(SeveranceTerms(size: .months(6)))
    #expect(abs(half.amount - 60_000 * odds) < 0.03)
    #expect(try total(SeveranceTerms(size: .amount(Money(60_000, .usd)))) == half)
    let withBonus = try total(SeveranceTerms(size: .months(6), includesBonus: true), bonus: 0.20)
    #expect(abs(withBonus.amount - 72_000 * odds) < 0.03)
    let none = try element("severance", noHazard) { $0.severance = SeveranceTerms(size: .months(6)) }
    #expect(none?.total(\.expected, .usd) == .zero(.usd))
  }

  @Test("The current job's promises are given up by leaving, and are not its recurring pay")
  func givenUp() throws {
    var offer = plainOffer(120_000, kind: .current)
    let bare = try offer.recurringPay(under: terms())
    offer.retention = [.init(amount: Money(6_000, .usd), timing: .month(10))]
    #expect(try offer.recurringPay(under: terms()) == bare)
    let lost = try offer.forfeited(under: terms(overrides: noHazard))
    #expect(lost.map(\.item) == ["retention"])
    #expect(lost.first?.amount == Money(6_000 * discount(10), .usd))
  }

  @Test("Repaid net of a stated tax, only what was left of it is owed; gross, or where the tax is unknown, all of it")
  func grossOrNet() {
    var terms = UpfrontPay.Clawback(months: 12, isProRata: true, onLayoff: false)
    #expect(terms.share(leavingIn: 7) == 0.5)
    terms.basis = .net
    #expect(terms.share(leavingIn: 7) == 0.5)
    terms.taxRate = 0.4
    #expect(abs(terms.share(leavingIn: 7) - 0.3) < 1e-12)
    terms.basis = .gross
    #expect(terms.share(leavingIn: 7) == 0.5)
  }

  @Test("A payment for staying that a layoff takes back is worth what vests with the months after it")
  func retentionToRepay() throws {
    var payment = PromisedPayment(amount: Money(24_000, .usd), timing: .month(3))
    func values() throws -> (expected: Double, average: Double) {
      let hazards = ["hazard.involuntary[hospital]": 0.01, "hazard.first-year-factor": 1.0, "hazard.quit": 0.02]
      let value = try #require(try element("retention", hazards) { $0.retention = [payment] })
      return (value.total(\.expected, .usd).amount, value.total(\.expectedAverageLeaver, .usd).amount)
    }
    let fair = 24_000 * discount(3)
    func stays(_ month: Int) -> Double { pow(0.99, Double(month)) }
    func both(_ month: Int) -> Double { pow(0.99 * 0.98, Double(month)) }
    payment.clawback = .init(months: 12, isProRata: true, onLayoff: false)
    #expect(abs(try values().expected - fair * stays(3)) < 0.01)
    // Of those who quit in month k after it, all of whom outlived that month's layoffs.
    let quits = (1...12).reduce(0.0) { $0 + both(2 + $1) * 0.99 * 0.02 * (1 - Double($1 - 1) / 12) }
    #expect(abs(try values().average - fair * (both(3) - quits)) < 0.01)
    payment.clawback = .init(months: 12, isProRata: false, onLayoff: true)
    #expect(abs(try values().expected - fair * stays(15)) < 0.01)
    #expect(abs(try values().average - fair * both(15)) < 0.01)
    payment.clawback = .init(months: 12, isProRata: true, onLayoff: true)
    let kept = (1...12).reduce(0.0) { $0 + stays(3 + $1) / 12 }
    #expect(abs(try values().expected - fair * kept) < 0.01)
  }

  @Test("A retention paid before day 0 is no pay to come, and leaving gives it back")
  func retentionToRepayOnLeaving() throws {
    var offer = plainOffer(120_000, kind: .current)
    var payment = PromisedPayment(amount: Money(24_000, .usd), timing: .date(terms().dayZero.addingMonths(-6)))
    payment.clawback = .init(months: 12, isProRata: true, onLayoff: false)
    payment.clawback?.basis = .net
    payment.clawback?.taxRate = 0.25
    offer.retention = [payment]
    let lost = try offer.forfeited(under: terms(overrides: noHazard))
    // Six months served, the seventh begun: half of 18,000.
    #expect(lost.map(\.item) == ["retention to repay, net of 25% tax"])
    #expect(lost.first?.amount == Money(9_000, .usd))
    offer.retention[0].timing = .month(5)
    let calendar = try LeavingCalendar(of: offer, under: terms(overrides: noHazard))
    #expect(calendar.months[4].paper[.repayment] == nil)
    #expect(calendar.months[4].paper[.cash] == Money(24_000 * discount(5), .usd))
    #expect(calendar.months[5].paper[.cash] == nil)
    #expect(calendar.months[5].paper[.repayment] == Money(18_000, .usd))
  }

  @Test("A deferred part of the bonus is paid as it vests, if it is not cancelled; what vests after the window is not")
  func deferredBonus() throws {
    func part(_ name: String) throws -> ElementValue {
      try #require(
        try element(name, noHazard) {
          $0.bonus = TargetBonus(target: .amount(50_000), payout: .mean(1.1))
          $0.bonus?.deferral = TargetBonus.Deferral(
            share: 0.4, vesting: VestingSchedule(months: 24, cliff: 0, every: 12), malusOdds: 0.1)
        })
    }
    // Three bonuses in 36 months: 30,000 of each at once, 10,000 after one year and 10,000 after two.
    #expect(try part("bonus").total(\.headline, .usd) == Money(90_000, .usd))
    let deferred = try part("deferred_bonus")
    #expect(deferred.flows.map(\.month) == [24, 36, 36])
    #expect(deferred.total(\.headline, .usd) == Money(30_000, .usd))
    let expected = 11_000 * (0.9 * discount(24) + (0.9 + 0.81) * discount(36))
    #expect(abs(deferred.total(\.expected, .usd).amount - expected) < 0.02)
  }

  @Test("A deferred bonus is given up by leaving before its payment: by the months worked for it until its award")
  func deferredBonusOnLeaving() throws {
    var offer = plainOffer(120_000, kind: .current)
    offer.bonus = TargetBonus(target: .amount(50_000), payout: .mean(1))
    offer.bonus?.deferral = .init(share: 1, vesting: VestingSchedule(months: 12, cliff: 0, every: 12))
    let calendar = try LeavingCalendar(of: offer, under: terms(rate: 0, overrides: noHazard))
    // Awarded in months 12 and 24, paid in 24 and 36.
    #expect(
      [0, 11, 12, 23, 24, 36].map { calendar.months[$0].paper[.bonus]?.amount ?? 0 }
        == [0, 45_833.33, 50_000, 95_833.33, 50_000, 0])
  }
}
