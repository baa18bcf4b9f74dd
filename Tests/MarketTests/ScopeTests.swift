import Market
import ModelTestSupport
import Quantities
import Testing

@Suite("Size, reporting line and pay element")
struct ScopeTests {
  private func ask(
    _ market: MarketFixture, _ job: String, industry: String? = nil, place: String = "US",
    _ change: (inout MarketQuestion) -> Void = { _ in }
  ) throws -> MarketEstimate {
    var question = MarketQuestion(
      job: try market.roles.find(job).value, location: try market.places.find(place).value,
      industry: industry.map { Industry(code: $0, title: $0, aliases: []) }, asOf: day("2025-05-01"))
    change(&question)
    return try market.model.estimate(question)
  }

  @Test("A hospital CIO under 200 beds earns 34% less than one at 200 to 399 (CHIME 2012)")
  func beds() throws {
    let market = try MarketFixture()
    let reference = try ask(market, "cio", industry: "62") { $0.size = "200-399 beds" }
    for text in ["120 beds", "under 200 beds", "<200 beds", "199 Beds"] {
      let small = try ask(market, "cio", industry: "62") { $0.size = text }
      #expect(abs(small.median / reference.median - 0.66) < 1e-12, "\(text)")
      #expect(small.adjustments.contains { $0.name == "size" && $0.reference.contains("CHIME 2012") })
    }
    #expect(try reference.median == ask(market, "cio", industry: "62").median)
  }

  @Test("One who reports to the CEO earns 24% more than one who reports to the CFO, evenly around the rest")
  func reporting() throws {
    let market = try MarketFixture()
    let chief = try ask(market, "cio", industry: "62") { $0.reportsTo = .ceo }.median
    let finance = try ask(market, "cio", industry: "62") { $0.reportsTo = .cfo }.median
    #expect(abs(chief / finance - 1.24) < 1e-12)
    #expect(try abs((chief * finance).squareRoot() / ask(market, "cio", industry: "62").median - 1) < 1e-12)
  }

  @Test("Where nothing is known of a size or a reporting line, that is an error and not a silence")
  func unknown() throws {
    let market = try MarketFixture()
    #expect(throws: NoMarketData.self) { try ask(market, "it-director") { $0.size = "500 people" } }
    #expect(throws: NoMarketData.self) { try ask(market, "cio", industry: "62") { $0.size = "800 beds" } }
    #expect(throws: NoMarketData.self) { try ask(market, "cio", industry: "52") { $0.size = "100 beds" } }
    #expect(throws: NoMarketData.self) { try ask(market, "it-director") { $0.reportsTo = .ceo } }
  }

  /// A survey with three sizes of employer beside OEWS.
  private func sized() throws -> MarketFixture {
    var table = try SurveyTable.oews.get()
    let cells = try [("", 200_000.0), ("under 500", 160_000), ("500 and more", 230_000)].map { size, median in
      PayCell(
        dataset: "acme", occupation: "", role: "it-director", location: "US", organizationSize: size, incumbents: 50,
        organizations: 9, percentiles: try #require(PayDistribution.logNormal(median: median, logSD: 0.2)).points)
    }
    table.add(.named("acme", effective: day("2025-05-01"), kind: .jobMatched), cells)
    return try MarketFixture(cells: table)
  }

  @Test("A source's cut by size answers for that size, and never for all sizes")
  func cut() throws {
    let market = try sized()
    #expect(try ask(market, "it-director") { $0.sources = ["acme"] }.median == 200_000)
    let small = try ask(market, "it-director") { $0.size = "Under 500" }
    #expect(small.sources.first { $0.dataset.name == "acme" }?.median == 160_000)
    #expect(small.notes.contains { $0.contains("does not tell sizes apart") })
    let error = #expect(throws: NoMarketData.self) { try ask(market, "it-director") { $0.size = "huge" } }
    #expect(error?.cure.contains("500 and more, under 500") == true)
  }

  @Test("Total cash that no source measures is base with the usual bonus, low confidence")
  func usualBonus() throws {
    let market = try MarketFixture()
    let base = try ask(market, "it-director", place: "Denver")
    let cash = try ask(market, "it-director", place: "Denver") { $0.payElement = .totalCash }
    #expect(abs(cash.median / base.median - 1.18) < 1e-12)
    #expect(cash.confidence == .low && cash.adjustments.last?.name == "bonus")
    #expect(throws: NoMarketData.self) { try ask(market, "15-1252") { $0.payElement = .totalCash } }
    // Banks pay program managers more: a row of its own.
    let bank = try ask(market, "program-manager", industry: "52") { $0.payElement = .totalCash }
    #expect(bank.adjustments.last?.factor == 1.18)
  }

  @Test("Total cash that a source measures is that source's, and base stays base")
  func measured() throws {
    var table = try SurveyTable.oews.get()
    table.add(
      .named("acme", effective: day("2025-05-01"), kind: .jobMatched),
      [
        PayCell(
          dataset: "acme", occupation: "", role: "it-director", location: "US", payElement: "total cash",
          incumbents: 50, organizations: 9,
          percentiles: try #require(PayDistribution.logNormal(median: 240_000, logSD: 0.2)).points)
      ])
    let market = try MarketFixture(cells: table)
    let cash = try ask(market, "it-director") { $0.payElement = .totalCash }
    #expect(cash.median == 240_000 && cash.confidence > .low && cash.adjustments.isEmpty)
    #expect(try ask(market, "it-director").sources.map(\.dataset.name) == ["bls-oews-2025-05"])
  }
}
