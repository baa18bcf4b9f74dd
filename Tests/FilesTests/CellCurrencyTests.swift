import Market
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("Pay stays in the currency of its place")
struct CellCurrencyTests {
  private let bench: IntakeBench
  private let dated: SurveyReader.Options

  init() throws {
    bench = try IntakeBench()
    dated = SurveyReader.Options(effective: CalendarDate("2021-07-01"))
  }

  private func read(_ header: String, _ rows: [String]) throws -> SurveyIntake.Reading {
    try bench.read(
      bench.bench.folder.write(([header] + rows).joined(separator: "\n") + "\n", to: "pay.csv"), dated)
  }

  private static let people =
    (0..<12).map { _ in "IT Director,\"London, UK\",60000,GBP" }
    + (0..<14).map { _ in "IT Director,\"Denver, CO\",150000,USD" }

  @Test("Twelve Londoners at 60,000 pounds are a median of 60,000 pounds, whatever the rest of the survey is paid in")
  func people() throws {
    let reading = try read("Job title,City,Salary,Currency", Self.people)
    #expect(reading.surveys[0].dataset.currency == "USD")
    for place in ["GB-LON", "GB"] {
      let cell = try #require(reading.cell("it-director", place))
      #expect(cell.currency == "GBP" && cell.figures[3] == 60_000 && cell.incumbents == 12)
    }
    // All places together are in the currency of the data set.
    let rates = try SurveyBench.data.exchangeRates(on: #require(dated.effective))
    let pounds = try #require(rates.rate(from: "GBP", to: "USD"))
    let all = try #require(reading.cell("it-director", ""))
    let lowest = try #require(all.figures[1])
    #expect(all.currency.isEmpty && abs(lowest - 60_000 * pounds) < 0.01)
    #expect(all.figures[3] == 150_000)
  }

  @Test("What the market answers for London is in pounds, and starts from the survey's own figure")
  func answer() throws {
    for survey in try read("Job title,City,Salary,Currency", Self.people).surveys {
      _ = try bench.bench.library.store(survey)
    }
    let model = MarketModel(
      cells: bench.bench.library, parameters: try SurveyBench.data.parameters(),
      ratios: try SurveyBench.data.roleRatios())
    let job = try SurveyBench.data.roles().find("it-director").value
    let place = try #require(try SurveyBench.data.places().places.first { $0.id == "GB-LON" })
    let found = try model.estimate(
      MarketQuestion(job: job, location: place, asOf: #require(CalendarDate("2021-07-01"))))
    #expect(found.currency == "GBP" && found.startingCurrency == "GBP" && found.startingMedian == 60_000)
    #expect(abs(found.distribution.median - 60_000) < 0.01)
  }

  @Test("One person paid in dollars in London is brought to pounds; a survey in dollars alone stays in dollars")
  func mixed() throws {
    let five = (0..<5).map { _ in "IT Director,\"London, UK\",60000,GBP" }
    let mixed = try read("Job title,City,Salary,Currency", five + ["IT Director,\"London, UK\",100000,USD"])
    let cell = try #require(mixed.cell("it-director", "GB-LON"))
    let rates = try SurveyBench.data.exchangeRates(on: #require(dated.effective))
    let dollars = try #require(rates.rate(from: "USD", to: "GBP"))
    #expect(cell.currency.isEmpty && mixed.surveys[0].dataset.currency == "GBP" && cell.incumbents == 6)
    let mean = try #require(cell.figures[0])
    #expect(abs(mean - (300_000 + 100_000 * dollars) / 6) < 0.01)
  }

  @Test("Published percentiles in pounds come back to the last digit, in a library and in its export")
  func published() throws {
    let rows = [
      CanonicalRows.row(location: "US"), CanonicalRows.row(location: "US-CO"),
      CanonicalRows.row(location: "GB-LON", value: "80000.07", currency: "GBP"),
    ]
    let library = bench.bench.library
    for survey in try bench.bench.read(CanonicalRows.file(rows)) { _ = try library.store(survey) }
    let cell = try #require(try library.cells(dataset: "acme", role: "cio", location: "GB-LON").first)
    #expect(cell.currency == "GBP" && cell.pay(at: 0.5) == 80_000.07)
    var text = ""
    _ = try CanonicalExport(library: library, places: SurveyBench.data.places()).write(.init()) { text += $0 }
    let again = try SurveyBench().read(text, name: "again.csv")
    #expect(again[0].dataset.currency == "USD")
    #expect(again[0].cells.map(\.currency).sorted() == ["", "", "GBP"])
    #expect(again[0].cells.first { $0.currency == "GBP" }?.figures[3] == 80_000.07)
  }

  @Test("A data set is in the currency of its roll-ups over all places, else of most of its cells")
  func usual() throws {
    let pounds = [
      CanonicalRows.row(location: "GB", currency: "GBP"), CanonicalRows.row(location: "GB-LON", currency: "GBP"),
    ]
    let dollars = CanonicalRows.row(location: "all places", currency: "USD")
    #expect(try bench.bench.read(CanonicalRows.file(pounds + [dollars]))[0].dataset.currency == "USD")
    let most = [CanonicalRows.row(location: "US", currency: "USD")] + pounds
    #expect(try bench.bench.read(CanonicalRows.file(most))[0].dataset.currency == "GBP")
  }
}
