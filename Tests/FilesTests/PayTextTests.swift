import Quantities
import Testing

@testable import Files

@Suite("Pay as people type it is read by stated rules")
struct PayTextTests {
  struct Case: Sendable {
    let text: String
    let amount: Double
    var basis: PayBasis?
    var rules: [PayText.Rule] = []
  }

  private let currencies: CurrencyDirectory

  init() throws { currencies = try SurveyBench.data.currencies() }

  private func read(_ text: String) -> PayText? { PayText(text, currencies: currencies) }

  static let cases: [Case] = [
    Case(text: "75000", amount: 75_000),
    Case(text: "76882.5", amount: 76_882.5),
    Case(text: "65,000", amount: 65_000, rules: [.groupedThousands]),
    Case(text: "$75,000.00", amount: 75_000, rules: [.currencyMark, .groupedThousands]),
    Case(text: "73 000$", amount: 73_000, rules: [.groupedThousands, .currencyMark]),
    Case(text: "29, 609", amount: 29_609, rules: [.groupedThousands]),
    Case(text: "100'500", amount: 100_500, rules: [.groupedThousands]),
    Case(text: "42,000ish", amount: 42_000, rules: [.groupedThousands, .about]),
    Case(text: "~52000", amount: 52_000, rules: [.about]),
    Case(text: "around 30,000", amount: 30_000, rules: [.about, .groupedThousands]),
    Case(text: "85,000+", amount: 85_000, rules: [.groupedThousands, .about]),
    Case(text: "65k", amount: 65_000, rules: [.scale]),
    Case(text: "1.2M", amount: 1_200_000, rules: [.scale]),
    Case(text: "1 million ", amount: 1_000_000, rules: [.scale]),
    Case(text: "85-95k", amount: 90_000, rules: [.scale, .range]),
    Case(text: "55000-100000", amount: 77_500, rules: [.range]),
    Case(text: "40,000–50,000", amount: 45_000, rules: [.groupedThousands, .range]),
    Case(
      text: "51,000 including health insurance stipend", amount: 51_000, rules: [.groupedThousands, .wordsAfter]),
    Case(text: "115,000 + 20% bonus", amount: 115_000, rules: [.groupedThousands, .otherPay]),
    Case(text: "84,000 + 17,000 annual bonus", amount: 84_000, rules: [.groupedThousands, .otherPay]),
    Case(text: "49,500 plus monthly 10% bonuses", amount: 49_500, rules: [.groupedThousands, .otherPay]),
    Case(text: "37,000 (17.85 per hour)", amount: 37_000, rules: [.groupedThousands, .samePay]),
    Case(
      text: "$33/hour, approx $68k", amount: 33, basis: .hourly,
      rules: [.currencyMark, .period, .about, .samePay]),
    Case(text: "85k/95k", amount: 90_000, rules: [.scale, .range]),
    Case(text: "£4k pcm", amount: 4_000, basis: .monthly, rules: [.currencyMark, .scale, .period]),
    Case(text: "£500 pw", amount: 500, basis: .weekly, rules: [.currencyMark, .period]),
    Case(text: "51000 p.a.", amount: 51_000, basis: .annual, rules: [.period]),
    Case(text: "20 dollars an hour", amount: 20, basis: .hourly, rules: [.period]),
    Case(text: "gbp 51000", amount: 51_000, rules: [.currencyMark]),
    Case(text: "US$90k", amount: 90_000, rules: [.currencyMark, .scale]),
    Case(text: "600000 Kč", amount: 600_000, rules: [.currencyMark]),
    Case(text: "55,000 and 401k match", amount: 55_000, rules: [.groupedThousands, .wordsAfter]),
    Case(text: "$25/hr", amount: 25, basis: .hourly, rules: [.currencyMark, .period]),
    Case(text: "$28 per hour", amount: 28, basis: .hourly, rules: [.currencyMark, .period]),
    Case(text: "70,000/yr", amount: 70_000, basis: .annual, rules: [.groupedThousands, .period]),
    Case(text: "90000 NZD", amount: 90_000, rules: [.currencyMark]),
    Case(text: "65.000 EUR", amount: 65_000, rules: [.dotThousands, .currencyMark]),
    Case(text: "100k + bonus", amount: 100_000, rules: [.scale, .wordsAfter]),
    Case(text: "71,000 base with 6,000 administrative bonus", amount: 71_000, rules: [.groupedThousands, .otherPay]),
    Case(text: "200k without bonus", amount: 200_000, rules: [.scale, .wordsAfter]),
    Case(text: "160k with bonus potential", amount: 160_000, rules: [.scale, .wordsAfter]),
    Case(text: "$120k (bonus eligible)", amount: 120_000, rules: [.currencyMark, .scale, .wordsAfter]),
  ]

  @Test("Each way to write it has its rule", arguments: cases)
  func reads(_ given: Case) throws {
    let read = try #require(self.read(given.text), "\(given.text)")
    #expect(abs(read.amount - given.amount) < 0.001, "\(given.text)")
    #expect(read.basis == given.basis, "\(given.text)")
    #expect(Set(read.rules) == Set(given.rules), "\(given.text): \(read.rules)")
  }

  @Test(
    "What no rule covers is not guessed",
    arguments: [
      "", "Free rent", "Hourly", "90,ooo", "50,00p", "17000p", "3760”", "91.553.28", "<$20,000", "Varies >10,000",
      "230l000", "20%", "100-20", "-", "n/a", "12-120000", "(90,000)", "90000-",
    ])
  func refuses(_ text: String) { #expect(read(text) == nil, "\(text)") }

  @Test(
    "What is not a currency is no mark, and what makes an amount another one is not passed over",
    arguments: [
      "$185K OTE", "185k total comp", "$250k all-in", "$250,000 including bonus", "$250k package", "180k inclusive",
      "160k (includes bonus)",
      "160k bonus included", "160k CTC", "180000 (130k base, 50k bonus)", "180k per year including 20k bonus",
      "250k w/ bonus, 200 w/o", "180000 (130 base 40 stock 15% variable bonus)/yr", "280,000 Commission",
      "9,400 for a summer", "8000 P/T", "TBD10000", "abc50000", "REF 51000", "10000TBD", "10000 TBD", "2021: 85,000",
      "2021 - bonus 20%, base 85,000",
      "2,080 hours x $40", "40 x 2080", "40*2080", "40k (50% FTE)", "40k part time", "22/hour - part-time",
      "30000 net", "30,000 after tax", "600 per day", "500/day", "2000 per project", "$16/h, 35 hours a week",
      "1500 bi-weekly", "37,000 (37.85 per hour)", "74,000 (44,000)", "17 paid to us hourly", "39,000. 45,000 later",
    ])
  func refusesOtherAmounts(_ text: String) { #expect(read(text) == nil, "\(text)") }

  @Test("The mark is kept, so that it can be held against the stated currency")
  func marks() {
    #expect(read("£40,000")?.mark == "£")
    #expect(read("90000 NZD")?.mark == "NZD")
    #expect(read("40,000")?.mark == nil)
  }
}
