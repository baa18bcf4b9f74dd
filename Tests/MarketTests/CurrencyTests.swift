import Glibc
import Market
import ModelTestSupport
import Quantities
import Testing

@Suite("Sources in several currencies")
struct CurrencyTests {
  private let director: PricedJob
  private let london: Location
  private let asOf = day("2026-11-01")

  init() throws {
    director = try ShippedTables.roles().find("IT Director").value
    london = try ShippedTables.places().find("country:GB").value
  }

  /// A survey of this month, so that nothing is aged.
  private func add(_ name: String, _ currency: String, median: Double, people: Double, to table: inout SurveyTable)
    throws
  {
    var dataset = MarketDataset.named(name, effective: asOf, kind: .jobMatched)
    dataset.currency = currency
    let pay = try #require(PayDistribution.logNormal(median: median, logSD: 0.25))
    table.add(
      dataset,
      [
        PayCell(
          dataset: name, occupation: "", role: "it-director", location: "GB", incumbents: people,
          percentiles: pay.points)
      ])
  }

  /// 1 GBP = 1.25 USD, of one day before the question; the pound is at home in `home`.
  private func rates(home: String? = "GBP", date: String = "2026-10-30") -> MarketRates {
    MarketRates(
      source: "a bank",
      rate: { from, to, _ in
        let value = ["GBPUSD": 1.25, "USDGBP": 0.8][from + to]
        return value.map { .init(value: $0, date: day(date)) }
      }, currency: { $0 == "GB" ? home : nil })
  }

  /// A British survey of 100 people, and a surer one in dollars.
  private func model(
    rates: MarketRates, isReversed: Bool = false, with third: (name: String, currency: String)? = nil
  ) throws -> MarketModel {
    var table = SurveyTable()
    if isReversed { try add("dollars", "USD", median: 150_000, people: 900, to: &table) }
    try add("pounds", "GBP", median: 100_000, people: 100, to: &table)
    if !isReversed { try add("dollars", "USD", median: 150_000, people: 900, to: &table) }
    if let third { try add(third.name, third.currency, median: 90_000, people: 100, to: &table) }
    return MarketModel(
      cells: table, parameters: try ShippedTables.parameters(), ratios: try ShippedTables.ratios(), rates: rates)
  }

  private func question(_ weights: [String: Double] = [:]) -> MarketQuestion {
    MarketQuestion(job: director, location: london, asOf: asOf, blending: Blending(weights: weights))
  }

  @Test("The answer is in the currency of the place's country, whichever source is surer")
  func home() throws {
    let found = try model(rates: rates()).estimate(question(["pounds": 0.5, "dollars": 0.5]))
    // 150,000 dollars are 120,000 pounds; the geometric mean of 100,000 and 120,000.
    #expect(found.currency == "GBP" && abs(found.median - (100_000.0 * 120_000).squareRoot()) < 1e-6)
    let unweighted = try model(rates: rates()).estimate(question())
    #expect(unweighted.currency == "GBP" && unweighted.sources[0].dataset.name == "dollars")
  }

  @Test("The rate, its day, both amounts and both currencies are kept, and the steps lead to the median")
  func steps() throws {
    let found = try model(rates: rates()).estimate(question())
    let use = try #require(found.sources.first { $0.dataset.name == "dollars" })
    let exchange = try #require(use.exchange)
    #expect(exchange.from == "USD" && exchange.to == "GBP" && exchange.rate.date == day("2026-10-30"))
    #expect(abs(exchange.amount - 150_000) < 1e-6 && abs(exchange.exchanged - 120_000) < 1e-6)
    #expect(abs(use.median - 120_000) < 1e-6)
    #expect(found.sources.first { $0.dataset.name == "pounds" }?.exchange == nil)
    let step = try #require(found.adjustments.first { $0.name == "exchange" })
    #expect(step.factor == 0.8 && step.detail.contains("1 USD = 0.8000 GBP (a bank, 2026-10-30)"))
    #expect(found.startingCurrency == "USD")
    let product = found.adjustments.reduce(found.startingMedian) { $0 * $1.factor }
    #expect(abs(product / found.median - 1) < 1e-12)
  }

  @Test("Where no source is in the country's currency, or it is not known, the surest source's is taken")
  func surest() throws {
    for home in [nil, "EUR"] {
      let found = try model(rates: rates(home: home)).estimate(question())
      #expect(found.currency == "USD" && found.startingCurrency == "USD")
      #expect(found.adjustments.first { $0.name == "blend" }?.detail.contains("1 GBP = 1.2500 USD") == true)
    }
  }

  @Test("The same pay in either currency, and in any order of the data sets")
  func same() throws {
    let pounds = try model(rates: rates()).estimate(question())
    let dollars = try model(rates: rates(home: "USD")).estimate(question())
    let reversed = try model(rates: rates(), isReversed: true).estimate(question())
    for p in PercentilePoint.published {
      #expect(abs(dollars.distribution.quantile(p) / pounds.distribution.quantile(p) - 1.25) < 1e-12)
      #expect(abs(reversed.distribution.quantile(p) / pounds.distribution.quantile(p) - 1) < 1e-12)
    }
    #expect(pounds.sources.map(\.weight) == dollars.sources.map(\.weight) && reversed.currency == "GBP")
  }

  @Test("Weights 100 and 0 give the one source, exchanged")
  func one() throws {
    let market = try model(rates: rates())
    #expect(abs(try market.estimate(question(["pounds": 1, "dollars": 0])).median - 100_000) < 1e-6)
    let other = try market.estimate(question(["pounds": 0, "dollars": 1]))
    #expect(other.currency == "USD" && abs(other.median - 150_000) < 1e-6)
  }

  @Test("Without a rate on or before the day a source is left out and named; one with a weight is refused")
  func withoutRate() throws {
    for none in [MarketRates.none, rates(date: "2026-11-02")] {
      let found = try model(rates: none).estimate(question())
      #expect(found.sources.count == 1)
      #expect(found.notes.contains { $0.contains("without a rate") && $0.hasSuffix("left out.") })
      let market = try model(rates: none)
      let error = #expect(throws: NoMarketData.self) { try market.estimate(question(["pounds": 0.5, "dollars": 0.5])) }
      #expect(error?.message.contains("no rate between them") == true)
    }
    let found = try model(rates: rates(), with: ("dinars", "BHD")).estimate(question())
    #expect(found.sources.count == 2 && found.notes.contains { $0.hasPrefix("dinars is in BHD") })
  }

  @Test("A rate is told so that its digits can be read, the other way round where a unit is worth little")
  func text() {
    func text(_ rate: Double, _ from: String, _ to: String) -> String {
      Exchange(amount: 1_000_000, from: from, to: to, rate: .init(value: rate, date: asOf), source: "a bank").text
    }
    #expect(text(1.25, "GBP", "USD") == "£1,000,000 is $1,250,000 at 1 GBP = 1.2500 USD (a bank, 2026-11-01)")
    #expect(text(1 / 16_000.5, "IDR", "USD") == "1,000,000 IDR is $62 at 1 USD = 16,000.5000 IDR (a bank, 2026-11-01)")
  }

  @Test("An incumbent's pay in another currency is exchanged, and flagged; without a rate it is refused")
  func pay() throws {
    var pricer = JobPricer(market: try model(rates: rates()), parameters: try ShippedTables.parameters())
    let weights = ["pounds": 1.0]
    let price = try pricer.price(JobPricing(question: question(weights), pay: 110_000, payCurrency: "USD"))
    #expect(price.pay.map { abs($0 - 88_000) < 1e-9 } == true && price.payExchange?.amount == 110_000)
    #expect(abs(try #require(price.compaRatio) - 0.88) < 1e-9 && price.flags.contains(.exchanged))
    let same = try pricer.price(JobPricing(question: question(weights), pay: 88_000, payCurrency: "GBP"))
    #expect(same.payExchange == nil && !same.flags.contains(.exchanged))
    let mixed = #expect(throws: MixedCurrency.self) {
      try pricer.price(JobPricing(question: question(weights), pay: 50_000, payCurrency: "BHD"))
    }
    #expect(mixed?.pay == "BHD" && mixed?.market == "GBP")
  }
}
