import Foundation
import Market
import ModelTestSupport
import Quantities
import Testing

@Suite("Tiered pay zones: places by their cost of labour")
struct PayTierTests {
  private let date = day("2026-11-21")

  private func tiers() throws -> PayTiers { try PayTiers(parameters: ShippedTables.parameters(), on: date) }

  @Test("Every place is in one tier, and a dearer place never in a cheaper tier")
  func sorted() throws {
    let tiers = try tiers()
    let numbers = try stride(from: 0.5, through: 1.6, by: 0.01).map {
      try #require(tiers.tier(ofCostOfLabour: $0)).number
    }
    #expect(numbers == numbers.sorted(by: >) && Set(numbers) == [1, 2, 3])
    #expect(tiers.all.map(\.factor) == tiers.all.map(\.factor).sorted(by: >))
    #expect(tiers.all.allSatisfy { $0.factor >= $0.from })
  }

  @Test("A tier's factor is the mean cost of labour of its metros, by employment, to the second decimal")
  func factors() throws {
    let tiers = try tiers()
    let table = try SurveyTable.oews.get()
    let costs = try table.costOfLabour(dataset: "bls-oews-2025-05")
    var people: [String: Double] = [:]
    for row in try ShippedTables.table("datasets/bls-oews-2025-05/cells.csv").rows
    where row["industry"].isEmpty && CostOfLabour.counts(row["soc"]) && Double(row["mean"]) != nil {
      people[row["location"], default: 0] += Double(row["employment"]) ?? 0
    }
    for tier in tiers.all {
      // `US-` and five digits: metropolitan areas.
      let metros = costs.filter { $0.key.utf8.count == 8 && tiers.tier(ofCostOfLabour: $0.value) == tier }.keys.sorted()
      let weights = metros.map { people[$0] ?? 0 }
      let sum = zip(metros, weights).reduce(0) { $0 + $1.1 * log(costs[$1.0] ?? 1) }
      #expect(abs(exp(sum / weights.reduce(0, +)) - tier.factor) < 0.006, "tier \(tier.number)")
    }
  }

  @Test("A tier is the nation times its factor, a step that is listed, at low confidence")
  func step() throws {
    let market = try MarketFixture()
    let question = MarketQuestion(
      job: try market.roles.find("it-director").value, location: try market.places.find("US").value, asOf: date)
    let home = try market.places.find("Boise").value
    let index = try #require(try market.model.costOfLabour(of: home, on: date))
    let tier = try #require(try tiers().tier(ofCostOfLabour: index))
    #expect(tier.number == 3 && index < 0.95)
    let nation = try market.model.estimate(question)
    let answer = try market.model.estimate(question, inTier: tier, of: (home, index))
    #expect(abs(answer.median / nation.median - tier.factor) < 1e-12)
    #expect(answer.adjustments.last?.name == "tier" && answer.adjustments.last?.detail.contains("Boise") == true)
    #expect(answer.confidence == .low)
    let product = answer.adjustments.reduce(answer.startingMedian) { $0 * $1.factor }
    #expect(abs(product / answer.median - 1) < 1e-9)
    let widths = [answer, nation].map { $0.medianInterval.upperBound / $0.medianInterval.lowerBound }
    #expect(widths[0] > widths[1])
  }
}
