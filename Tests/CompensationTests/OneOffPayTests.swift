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
}
