import Market
import Quantities
import Testing

@testable import Files

@Suite("Rates and currencies that come with parley, for the market model")
struct MarketRatesTests {
  private let rates = SurveyBench.data.marketRates()

  @Test("The last rate on or before the day, with the day it is of")
  func rate() throws {
    // ECB, 30 October 2026: 1.1172 dollars and 0.8338 pounds to the euro.
    let found = try #require(
      try rates.rate(from: "GBP", to: "USD", on: CalendarDate("2026-11-21") ?? .init(daysSince1970: 0)))
    #expect(abs(found.value - 1.1172 / 0.8338) < 1e-12 && found.date.description == "2026-10-30")
  }

  @Test("No rate for a day before the first one, nor for a currency that is not quoted")
  func none() throws {
    let first = try #require(CalendarDate("2018-12-31"))
    let today = try #require(CalendarDate("2026-11-21"))
    #expect(try rates.rate(from: "GBP", to: "USD", on: first) == nil)
    #expect(try rates.rate(from: "BHD", to: "USD", on: today) == nil)
  }

  @Test(
    "What people are paid in, by country",
    arguments: [
      ("GB", "GBP"), ("DE", "EUR"), ("US", "USD"), ("PR", "USD"), ("BG", "EUR"), ("JP", "JPY"), ("DK", "DKK"),
    ])
  func currency(country: String, code: String) throws {
    #expect(try rates.currency(ofCountry: country) == code)
  }

  @Test("No country has two currencies, and every one is a country or the nation")
  func countries() throws {
    let rows = try SurveyBench.data.table("codes/currencies.csv").rows
    let listed = rows.flatMap { $0["countries"].split(separator: "|").map(String.init) }
    #expect(Set(listed).count == listed.count && listed.count > 80)
    #expect(Set(listed).isSubset(of: Set(try SurveyBench.data.places().places.map(\.country))))
  }

  @Test("A mark that is also another currency's at home")
  func shared() throws {
    let currencies = try SurveyBench.data.currencies()
    #expect(currencies.isShared("$", by: "AUD") && currencies.isShared("¥", by: "CNY"))
    #expect(!currencies.isShared("$", by: "USD") && !currencies.isShared("€", by: "USD"))
    #expect(!currencies.isShared("USD", by: "AUD"))
  }
}
