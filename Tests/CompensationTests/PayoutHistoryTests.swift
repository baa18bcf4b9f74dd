import Compensation
import Quantities
import Testing

@Suite("What past years say of a bonus and of a commission")
struct PayoutHistoryTests {
  private static func certain(_ payout: TargetBonus.Payout) throws -> (certain: Double, base: Double) {
    var offer = plainOffer(200_000)
    offer.bonus = TargetBonus(target: .shareOfBase(0.5), payout: payout)
    let terms = try CertainValueTests.shippedTerms(wealth: 200_000, months: 12, overrides: noHazard)
    let value = try CertainValueTests.simulated([offer], terms, runs: 1 << 14).valuations[0]
    return (try #require(value.certain).amount, value.elements[0].total(\.fair, .usd).amount)
  }

  @Test("Years that differ make a bonus less sure by what utility says of them, equal years leave nothing to chance")
  func spread() throws {
    let constant = try Self.certain(.history([1, 1, 1]))
    #expect(abs(constant.certain - constant.base - 100_000 / 1.045) < 0.02)
    // At risk aversion 2 the sure amount is the harmonic mean of wealth.
    let outcomes = [0.0, 100_000, 200_000].map { 200_000 + constant.base + $0 / 1.045 }
    let harmonic = 3 / outcomes.reduce(0) { $0 + 1 / $1 } - 200_000
    #expect(abs(try Self.certain(.history([2, 0, 1])).certain - harmonic) < 100)
  }

  @Test("Two years tell the mean alone")
  func fewYears() throws {
    let (two, stated) = (try Self.certain(.history([0.8, 1.2])), try Self.certain(.mean(1)))
    #expect(abs(two.certain - stated.certain) < 0.01)
  }

  @Test("A draw that one keeps costs the company no less than it guarantees")
  func draw() throws {
    var offer = plainOffer(200_000)
    offer.commission = CommissionPlan(
      target: .amount(60_000), draw: .init(perMonth: 8_000, isRecoverable: false))
    let value = try offer.valued(under: terms(months: 12, rate: 0, overrides: noHazard))
    let commission = try #require(value.elements.first { $0.component == "commission" })
    #expect(commission.total(\.fair, .usd) == Money(96_000, .usd))
    #expect(commission.total(\.expected, .usd).minorUnits >= 9_600_000)
  }
}
