import Quantities
import Testing

@testable import Reports

@Suite("Numbers for people and programs")
struct NumberTextTests {
  @Test(
    "Halves round away from zero, as the decimal text shows them",
    arguments: [
      (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1.005, 2, "1.01"), (-1.005, 2, "-1.01"),
      (2.675, 2, "2.68"), (9.995, 2, "10.00"), (999.5, 0, "1000"), (0.049, 1, "0.0"), (0.05, 1, "0.1"),
    ])
  func halves(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == expected)
  }

  @Test("Zero has no sign, however it came about")
  func negativeZero() {
    #expect(NumberText.fixed(-0.0, decimals: 2) == "0.00")
    #expect(NumberText.fixed(-0.004, decimals: 2) == "0.00")
    #expect(NumberText.money(-0.4, currency: "USD", signed: true) == "$0")
    #expect(NumberText.percent(-0.0004) == "0.0%")
    #expect(DecimalText("-0.00")?.text == "0.00")
  }

  @Test("Thousands are parted by commas, fractions are not")
  func thousands() {
    let values: [Double] = [0, 999, 1_000, 203_340, 1_234_567.891, -12_345]
    let texts = values.map { NumberText.grouped($0, decimals: 3) }
    #expect(texts == ["0.000", "999.000", "1,000.000", "203,340.000", "1,234,567.891", "-12,345.000"])
    #expect(NumberText.grouped(Int.min) == "-9,223,372,036,854,775,808")
  }

  @Test("Money puts a known symbol in front, any other code behind")
  func money() {
    #expect(NumberText.money(203_340, currency: "USD") == "$203,340")
    #expect(NumberText.money(-1_200, currency: "USD") == "-$1,200")
    #expect(NumberText.money(85_000, currency: "EUR", signed: true) == "+€85,000")
    #expect(NumberText.money(85_000, currency: "SEK") == "85,000 SEK")
    #expect(NumberText.money(4.2, currency: "GBP", decimals: 2) == "£4.20")
  }

  @Test("Percent, short forms and what is not a number")
  func others() {
    #expect(NumberText.percent(0.128) == "12.8%")
    #expect(NumberText.percent(0.1285) == "12.9%")
    #expect(NumberText.percent(0.041, signed: true) == "+4.1%")
    let short = [140_000, 12_500, 1_250_000, 45, -3_000].map(NumberText.compact)
    #expect(short == ["140k", "12.5k", "1.25M", "45", "-3k"])
    #expect(NumberText.money(.nan, currency: "USD") == "n/a")
  }

  @Test("The teens are all th")
  func ordinals() {
    let values = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 41, 101, 111, 112, 113, 121]
    let suffixes = values.map { NumberText.ordinal($0).suffix(2) }
    #expect(
      suffixes == [
        "st", "nd", "rd", "th", "th", "th", "th", "st", "nd", "rd", "st", "st", "th", "th", "th", "st",
      ])
  }

  @Test("Plain decimals never have an exponent and read back as the same number")
  func plainDecimals() throws {
    #expect(DecimalText(1e16)?.text == "10000000000000000")
    #expect(DecimalText(1.5e-7)?.text == "0.00000015")
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = try #require(DecimalText(value)).text
      #expect(Double(text) == value && !text.contains("e"))
    }
  }

  @Test(
    "Only a JSON number is taken as text",
    arguments: ["1e5", "-0.0.66962", "01", ".5", "5.", "", "-", "+1"])
  func refusedText(text: String) {
    #expect(DecimalText(text) == nil)
  }
}
