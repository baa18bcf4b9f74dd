import Quantities
import Testing

@Suite("Amounts, shares and spans as people write them")
struct QuantityTextTests {
  @Test(
    "Amounts",
    arguments: [
      ("185k", 185_000, nil), ("185,000", 185_000, nil), ("$185,000", 185_000, "$"),
      ("$185,000.50", 185_000.5, "$"), ("1.2M", 1_200_000, nil), ("90k EUR", 90_000, "EUR"),
      ("EUR 90k", 90_000, "EUR"), ("€90K", 90_000, "€"), ("-5k", -5_000, nil), ("-$5k", -5_000, "$"),
      (" 0.5 ", 0.5, nil), ("1,234,567", 1_234_567, nil),
    ] as [(String, Double, String?)])
  func amounts(text: String, value: Double, mark: String?) {
    #expect(QuantityText.amount(text)?.value == value)
    #expect(QuantityText.amount(text)?.mark == mark)
  }

  @Test(
    "What is not entirely an amount is none",
    arguments: [
      "-0.0.66962", "18O,000", "1,23", "1,2345", "12,34,567", ",123", "1.", "1e5", "0x10", "20%", "k",
      "$90k EUR", "185 000", "--5", "1-2", "١٢", "",
    ])
  func refusedAmounts(text: String) {
    #expect(QuantityText.amount(text) == nil)
  }

  @Test("Letters in place of digits are named, and nothing else is guessed")
  func hints() {
    #expect(QuantityText.withLettersRead("18O,000") == "180,000")
    #expect(QuantityText.withLettersRead("l85k") == "185k")
    #expect(QuantityText.withLettersRead("185k") == nil)
    #expect(QuantityText.withLettersRead("1,23") == nil)
    let isPay = { (value: Double) in (10_000...1_000_000).contains(value) }
    #expect(QuantityText.withLettersRead("18O", accepting: isPay) == "180k")
    #expect(QuantityText.withLettersRead("$18O,000", accepting: isPay) == "$180,000")
    #expect(QuantityText.withLettersRead("O", accepting: isPay) == nil)
  }

  @Test(
    "Shares need their sign",
    arguments: [
      ("20%", 0.2), ("4.5 %", 0.045), ("-3%", -0.03), ("0.5%", 0.005), ("20", nil), ("0.2", nil), ("%", nil),
      ("5%%", nil), ("1.2.3%", nil),
    ] as [(String, Double?)])
  func shares(text: String, share: Double?) {
    #expect(QuantityText.share(text) == share)
  }

  @Test(
    "Spans are whole months",
    arguments: [
      ("18mo", 18), ("18 months", 18), ("4y", 48), ("2y6mo", 30), ("2 years 6 months", 30), ("1 year", 12),
      ("18", nil), ("4 weeks", nil), ("1.5y", nil), ("-4y", nil), ("", nil),
    ] as [(String, Int?)])
  func spans(text: String, months: Int?) {
    #expect(QuantityText.months(text) == months)
  }

  @Test(
    "Days and weeks are whole months where they are near enough",
    arguments: [
      ("90 days", 3), ("30d", 1), ("360 days", 12), ("52 weeks", 12), ("26w", 6), ("13 weeks", 3), ("18mo", 18),
      ("2 weeks", nil), ("45 days", nil), ("3d", nil), ("0 days", 0), ("90", nil), ("90 EUR", nil),
    ] as [(String, Int?)])
  func wholeMonths(text: String, months: Int?) {
    #expect(QuantityText.wholeMonths(text) == months)
  }

  @Test("A span of days is that part of 365.25 days, in months")
  func calendarMonths() throws {
    #expect(try #require(QuantityText.calendarMonths("2 weeks")) == 14 * 12 / 365.25)
    #expect(try #require(QuantityText.calendarMonths("10d")) == 10 * 12 / 365.25)
    #expect(QuantityText.calendarMonths("4y") == 48)
  }
}
