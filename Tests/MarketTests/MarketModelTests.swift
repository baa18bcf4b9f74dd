import ModelTestSupport
import Quantities
import Testing

@testable import Market

@Suite("From market cells to a role's pay")
struct MarketModelTests {
  @Test(
    "Nine roles in five places, now and 18 months on, agree with an independent computation to the dollar")
  func rolePay() throws {
    let market = try MarketFixture()
    for row in try ReferenceTable("Reference/role-pay.csv").rows {
      let asOf = row["months"] == "18" ? "2026-11-01" : "2025-05-01"
      let pay = try market.estimate(row["role"], row["place"], asOf: asOf).distribution
      for (p, column) in [(0.1, "p10"), (0.25, "p25"), (0.5, "p50"), (0.75, "p75"), (0.9, "p90")] {
        #expect(abs(pay.quantile(p) - row.number(column)) < 0.5, "\(column) of \(row)")
      }
    }
  }

  @Test("The cost of labour is the published basket's")
  func costOfLabour() throws {
    let index = try SurveyTable.oews.get().costOfLabour(dataset: "bls-oews-2025-05")
    for row in try ReferenceTable("Reference/cost-of-labour.csv").rows {
      #expect(abs((index[row["place"]] ?? 0) - row.number("index")) < 1e-6, "\(row)")
    }
  }

  @Test("The spread between metros is fitted on those with enough people, and Denver's cell is believed 77 %")
  func shrinkage() throws {
    let table = try SurveyTable.oews.get()
    let parameters = try ShippedTables.parameters()
    let asOf = day("2025-05-01")
    let error = try CellError(parameters: parameters, on: asOf)
    for row in try ReferenceTable("Reference/shrinkage.csv").rows {
      let dataset = try #require(try table.datasets().first)
      let nation = try table.cells(dataset: dataset.name, occupation: row["occupation"], location: "US")
      let national = try #require(nation.first { $0.industry.isEmpty }?.distribution)
      let fitted = try PlaceModel(cells: table, parameters: parameters).shrinkage(
        of: try #require(nation.first { $0.industry.isEmpty }), national: national,
        indexes: try table.costOfLabour(dataset: dataset.name), dataset: dataset, error: error, asOf: asOf)
      #expect(Double(fitted.metros) == row.number("metros"))
      #expect(abs(fitted.tau - row.number("tau")) < 1e-7)
    }
    let denver = try table.cells(dataset: "bls-oews-2025-05", occupation: "11-3021", location: "US-19740")
    let cell = try #require(denver.first)
    let s = try #require(error.standardError(of: 0.5, in: cell))
    #expect(s == 0.03125)
    #expect(abs(Shrinkage(tau: 0.05754, metros: 117).weight(standardError: s) - 0.7722) < 1e-4)
  }

  @Test("A spread smaller than its own noise is zero, and then the index alone speaks")
  func noSpread() {
    let fitted = Shrinkage.fitted(to: [
      .init(value: 0.01, standardError: 0.05), .init(value: -0.01, standardError: 0.05),
      .init(value: 0, standardError: 0.05),
    ])
    #expect(fitted == Shrinkage(tau: 0, metros: 3))
    #expect(fitted.weight(standardError: 0.05) == 0)
  }

  @Test("The standard error of a percentile grows towards the ends and is never below the floor")
  func cellErrors() throws {
    let error = try CellError(parameters: try ShippedTables.parameters(), on: day("2025-05-01"))
    let cell = PayCell(dataset: "", occupation: "", location: "", meanRelativeError: 4, percentiles: [])
    let sure = PayCell(dataset: "", occupation: "", location: "", meanRelativeError: 0.4, percentiles: [])
    for (p, s) in [(0.1, 0.0684), (0.25, 0.0544), (0.5, 0.05), (0.75, 0.0544), (0.9, 0.0684)] {
      #expect(abs((error.standardError(of: p, in: cell) ?? 0) - s) < 1e-12)
    }
    #expect(error.standardError(of: 0.9, in: sure) == 0.02)
  }

  @Test(
    "Industries count by their national ratio, for executives half as much",
    arguments: [
      ("it-manager", "61", 0.7596), ("it-manager", "52", 1.0421), ("it-manager", "51", 1.1449),
      ("it-manager", "62", 0.9205), ("project-manager", "52", 1.1796), ("project-manager", "62", 0.9177),
      ("cio", "51", 1.07), ("cto", "61", 0.87155),
    ])
  func industries(role: String, industry: String, factor: Double) throws {
    let market = try MarketFixture()
    let plain = try market.estimate(role, "Denver").median
    #expect(abs(try market.estimate(role, "Denver", industry: industry).median / plain - factor) < 1e-4)
  }

  @Test("A program manager at a technology employer has a ratio of its own and no industry factor")
  func technology() throws {
    let market = try MarketFixture()
    let plain = try market.estimate("program-manager", "Denver").median
    let technology = try market.estimate("program-manager", "Denver", industry: "51").median
    #expect(abs(technology / plain - 1.40 / 1.15) < 1e-9)
  }

  @Test(
    "A CTO's pay goes with the stage of the company",
    arguments: [("seed", 0.84), ("series-a", 1.16), ("series-b", 1.45)])
  func stages(stage: String, ratio: Double) throws {
    let market = try MarketFixture()
    #expect(abs(try market.estimate("cto", "US", stage: stage).median - 175_140 * ratio) < 0.01)
  }
}
