import Glibc
import ModelTestSupport
import Quantities
import Testing

@testable import Market

@Suite("A survey that names the role")
struct NamedRoleTests {
  private static func cell(_ location: String, _ points: [(Double, Double)], incumbents: Double? = 40) -> PayCell {
    PayCell(
      dataset: "acme", occupation: "", role: "it-director", location: location, incumbents: incumbents,
      percentiles: points.map { PercentilePoint(probability: $0.0, pay: $0.1) })
  }

  private func estimate(_ cells: [PayCell], in place: String) throws -> MarketEstimate {
    var table = try SurveyTable.oews.get()
    table.add(.named("acme", effective: day("2025-05-01"), kind: .jobMatched), cells)
    let fixture = try MarketFixture(cells: table)
    return try fixture.model.estimate(
      MarketQuestion(
        job: try fixture.roles.find("IT Director").value, location: try fixture.places.find(place).value,
        asOf: day("2025-05-01"), sources: ["acme"]))
  }

  private static let wide = [(0.25, 180_000.0), (0.5, 200_000), (0.75, 230_000)]

  @Test("Its national cell comes to a place by the cost of labour alone, at low confidence")
  func carried() throws {
    let index = try #require(try SurveyTable.oews.get().costOfLabour(dataset: "bls-oews-2025-05")["US-19740"])
    let found = try estimate([Self.cell("US", Self.wide)], in: "Denver")
    #expect(abs(found.median / (200_000 * index) - 1) < 1e-12 && found.confidence == .low)
    #expect(found.adjustments.map(\.name) == ["place"] && found.adjustments[0].factor == index)
    #expect(found.costOfLabour == index)
  }

  @Test("People who all work in one city are carried from that city, not from the nation that they were rolled up to")
  func oneCity() throws {
    let costs = try SurveyTable.oews.get().costOfLabour(dataset: "bls-oews-2025-05")
    var (there, nation) = (Self.cell("US-41860", Self.wide, incumbents: 60), Self.cell("US", Self.wide, incumbents: 60))
    (there.medianInterval, nation.medianInterval) = (190_000...210_000, 190_000...210_000)
    let factor = try #require(costs["US-19740"]) / #require(costs["US-41860"])
    let found = try estimate([nation, there], in: "Denver")
    #expect(abs(found.median / (200_000 * factor) - 1) < 1e-12)
    #expect(found.adjustments[0].detail.contains("where its people work"))
    // Of 200 people 60 are in metros that are told apart: the others may be anywhere.
    nation.incumbents = 200
    let index = try #require(costs["US-19740"])
    #expect(abs(try estimate([nation, there], in: "Denver").median / (200_000 * index) - 1) < 1e-12)
  }

  @Test("A few people who earn the same are no surer than others")
  func sameSalary() throws {
    var six = Self.cell("US", [(0.25, 200_000), (0.5, 200_000), (0.75, 200_000)], incumbents: 6)
    six.medianInterval = 200_000...200_000
    let found = try estimate([six], in: "US")
    // The row `source.usual-spread`: 1.2533 x 0.15 / root of 6.
    let error = 1.2533 * 0.15 / 6.0.squareRoot()
    #expect(abs(log(found.medianInterval.upperBound / 200_000) - error) < 1e-3)
  }

  @Test("A state's cell is nearer than the nation's, and a place's own is nearest")
  func nearest() throws {
    let costs = try SurveyTable.oews.get().costOfLabour(dataset: "bls-oews-2025-05")
    let state = Self.cell("US-CO", [(0.25, 190_000), (0.5, 210_000)])
    let nation = Self.cell("US", Self.wide)
    let factor = try #require(costs["US-19740"]) / #require(costs["US-CO"])
    #expect(abs(try estimate([nation, state], in: "Denver").median / (210_000 * factor) - 1) < 1e-12)
    let own = Self.cell("US-19740", [(0.25, 200_000), (0.5, 222_000)])
    #expect(abs(try estimate([nation, state, own], in: "Denver").median - 222_000) < 0.01)
  }

  @Test("One percentile alone is a log-normal through it, as wide as the role", arguments: [0.5, 0.25, 0.9])
  func onePoint(probability: Double) throws {
    let found = try estimate([Self.cell("US", [(probability, 200_000)])], in: "US")
    #expect(abs(found.distribution.quantile(probability) - 200_000) < 0.01)
    // within_sd of it-director in the table of roles.
    #expect(abs(found.distribution.logSD - 0.33) < 1e-9)
    #expect(found.notes.contains { $0.contains("alone") })
  }

  @Test("The doubt about a median: by order statistics where people were counted, a stated guess where nothing is said")
  func doubt() throws {
    var counted = Self.cell("US", Self.wide)
    counted.medianInterval = 190_000...210_000
    let interval = try estimate([counted], in: "US").medianInterval
    // One standard error each way is 68%; half the interval in logs is one.
    let reach = log(210_000.0 / 190_000) / 2 * StandardNormal.quantile(0.84)
    #expect(abs(log(interval.upperBound / 200_000) - reach) < 1e-9)
    let silent = try estimate([Self.cell("US", Self.wide, incumbents: nil)], in: "US")
    #expect(abs(log(silent.medianInterval.upperBound / 200_000) - 0.10 * StandardNormal.quantile(0.84)) < 1e-9)
    #expect(silent.confidenceReasons.contains { $0.contains("neither how many people") })
  }
}
