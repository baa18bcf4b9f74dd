import Market
import ModelTestSupport
import Quantities
import Testing

@Suite("Jobs priced one after the other")
struct JobPricerTests {
  private func pricer(_ cells: any SurveyCells) throws -> JobPricer {
    JobPricer(
      market: MarketModel(
        cells: CachedCells(cells), parameters: try ShippedTables.parameters(), ratios: try ShippedTables.ratios()),
      parameters: try ShippedTables.parameters())
  }

  private func question(_ job: String, _ place: String, asOf: String = "2025-05-01") throws -> MarketQuestion {
    MarketQuestion(
      job: try ShippedTables.roles().find(job).value, location: try ShippedTables.places().find(place).value,
      asOf: day(asOf))
  }

  @Test("Range, compa-ratio and penetration of a published cell, by hand")
  func byHand() throws {
    var pricer = try pricer(SurveyTable.oews.get())
    let price = try pricer.price(
      JobPricing(question: question("11-3021", "Denver"), spread: 0.5, pay: 200_000))
    // Midpoint 203,340; minimum 203,340 / 1.25; maximum 1.5 times that.
    #expect(abs(price.range.minimum - 162_672) < 1e-6 && abs(price.range.maximum - 244_008) < 1e-6)
    #expect(abs(try #require(price.compaRatio) - 0.983574) < 1e-6)
    #expect(abs(try #require(price.rangePenetration) - 0.458936) < 1e-6)
    #expect(price.flags.isEmpty)
    let upper = try pricer.price(JobPricing(question: question("11-3021", "Denver"), target: 0.75))
    #expect(upper.range.midpoint == 230_420 && upper.compaRatio == nil && upper.rangePenetration == nil)
  }

  @Test(
    "The default spread goes with the job: executive 60%, manager 50%, technical 35%",
    arguments: [("CIO", 0.6), ("IT Manager", 0.5), ("11-3021", 0.5), ("15-1252", 0.35)])
  func spreads(job: String, spread: Double) throws {
    var pricer = try pricer(SurveyTable.oews.get())
    let usual = try pricer.price(JobPricing(question: question(job, "US")))
    let technical = try pricer.price(JobPricing(question: question(job, "US"), grade: .technical))
    #expect(usual.spread == spread && technical.spread == 0.35)
  }

  @Test("A batch gives what single questions give")
  func same() throws {
    let market = try MarketFixture()
    var pricer = try pricer(SurveyTable.oews.get())
    for place in ["Denver", "Seattle", "Boise", "Denver", "US"] {
      for role in nineRoles {
        let price = try pricer.price(JobPricing(question: question(role, place)))
        #expect(try price.estimate.distribution == market.estimate(role, place).distribution)
      }
    }
  }

  @Test("Thin, old and disagreeing sources are flagged")
  func flags() throws {
    func flags(_ people: Double?, _ employers: Double?, median: Double, asOf: String) throws -> [PricingFlag] {
      var table = SurveyTable()
      for (name, pay) in [("one", median), ("two", 200_000)] {
        table.add(
          .named(name, effective: day("2025-05-01"), kind: .jobMatched),
          [
            PayCell(
              dataset: name, occupation: "", role: "it-director", location: "US", incumbents: people,
              organizations: employers,
              percentiles: try #require(PayDistribution.logNormal(median: pay, logSD: 0.2)).points)
          ])
      }
      var pricer = try pricer(table)
      var question = try question("it-director", "US", asOf: asOf)
      question.blending = Blending(rule: .arithmetic, weights: ["one": 0.5, "two": 0.5])
      return try pricer.price(JobPricing(question: question)).flags
    }
    #expect(try flags(100, 20, median: 200_000, asOf: "2025-06-01") == [])
    #expect(try flags(9, 20, median: 200_000, asOf: "2025-06-01").contains(.thin))
    #expect(try flags(100, 4, median: 200_000, asOf: "2025-06-01") == [.thin, .lowConfidence])
    #expect(try flags(100, 20, median: 200_000, asOf: "2027-06-01") == [.old, .lowConfidence])
    // 300,000 is 20% above the mean of 250,000: not more. 310,000 is 21.6% above 255,000.
    #expect(try flags(100, 20, median: 300_000, asOf: "2025-05-01") == [])
    #expect(try flags(100, 20, median: 310_000, asOf: "2025-05-01") == [.disagreeing])
  }

  @Test("Cells are looked up once")
  func cached() throws {
    let counting = CountingCells(try SurveyTable.oews.get())
    var pricer = try pricer(counting)
    for _ in 0..<50 { _ = try pricer.price(JobPricing(question: question("it-director", "Denver"))) }
    let first = counting.count
    _ = try pricer.price(JobPricing(question: question("it-manager", "Denver")))
    // The role's own cells are new, in the place, the state and the nation; those of its occupation are not.
    #expect(counting.count == first + 3)
  }
}

/// Counts what is asked of the cells.
private final class CountingCells: SurveyCells, @unchecked Sendable {
  private let source: SurveyTable
  private(set) var count = 0

  init(_ source: SurveyTable) { self.source = source }

  func datasets() throws -> [MarketDataset] { try source.datasets() }

  func cells(dataset: String, occupation: String, location: String) throws -> [PayCell] {
    count += 1
    return try source.cells(dataset: dataset, occupation: occupation, location: location)
  }

  func cells(dataset: String, role: String, location: String) throws -> [PayCell] {
    count += 1
    return try source.cells(dataset: dataset, role: role, location: location)
  }

  func metroCells(dataset: String, occupation: String) throws -> [PayCell] {
    count += 1
    return try source.metroCells(dataset: dataset, occupation: occupation)
  }

  func costOfLabour(dataset: String) throws -> [String: Double] { try source.costOfLabour(dataset: dataset) }
}
