import ModelTestSupport
import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "An amount rounds half away from zero to the minor unit",
    arguments: [
      (0.125, 13), (-0.125, -13), (0.124, 12), (1.005, 101), (0.285, 29), (185_000, 18_500_000),
      (2_804.994_999, 280_499),
    ] as [(Double, Int64)])
  func rounding(amount: Double, cents: Int64) {
    #expect(Money(amount, .usd).minorUnits == cents)
  }

  @Test("The yen has no minor unit")
  func noMinorUnit() {
    let yen = Currency(code: "JPY", minorDigits: 0)
    #expect(Money(1_234.5, yen).minorUnits == 1_235)
    #expect(Money(1_234.5, yen).amount == 1_235)
  }

  @Test("Scaling rounds once")
  func scaling() {
    #expect(Money(100, .usd).scaled(by: 1.005) == Money(100.5, .usd))
    #expect(Money(0.10, .usd).scaled(by: 0.25).minorUnits == 3)
    #expect(Money(-0.10, .usd).scaled(by: 0.25).minorUnits == -3)
  }

  @Test("Parts add up to the whole and differ by at most one unit, the first ones larger")
  func splitting() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let whole = Money(minorUnits: Int64.random(in: -1_000_000...1_000_000, using: &random), currency: .usd)
      let parts = whole.split(into: Int.random(in: 1...60, using: &random))
      let sizes = parts.map(\.minorUnits.magnitude)
      #expect(parts.total(.usd) == whole)
      #expect(sizes == sizes.sorted(by: >))
      #expect((sizes.first ?? 0) - (sizes.last ?? 0) <= 1)
    }
    #expect(Money(1, .usd).split(into: 3).map(\.minorUnits) == [34, 33, 33])
  }
}
