import Compensation
import Quantities
import Scenarios
import Testing

@Suite("Offers side by side")
struct ComparisonTests {
  @Test("Below two percent of the larger it is too close to call; from there on the best one wins")
  func tooClose() throws {
    // Of two offers that are base alone, value is a fixed multiple of base.
    let near = try Comparison(of: [offer("a", base: 200_000), offer("b", base: 196_001)], under: terms())
    #expect(near.verdict.isTooClose)
    #expect(near.verdict.winner == nil)
    let clear = try Comparison(of: [offer("a", base: 195_999), offer("b", base: 200_000)], under: terms())
    #expect(!clear.verdict.isTooClose)
    #expect(clear.verdict.winner == "b")
    #expect(abs((clear.verdict.margin ?? 0) - 4_001.0 / 200_000) < 1e-6)
  }

  @Test("One offer alone is compared with nothing")
  func alone() throws {
    let comparison = try Comparison(of: [offer("a", base: 200_000)], under: terms())
    #expect(comparison.verdict.reason == .oneOffer)
    #expect(comparison.verdict.winner == nil)
    #expect(comparison.pairs.isEmpty)
  }

  @Test("Equal offers keep the order of the file, and neither wins")
  func equals() throws {
    let comparison = try Comparison(of: [offer("z", base: 200_000), offer("a", base: 200_000)], under: terms())
    #expect(comparison.ranking.map(\.offer.id) == ["z", "a"])
    #expect(comparison.verdict.isTooClose)
  }

  @Test("Every pair differs by what the totals differ, to the cent, and the better one stands first")
  func pairs() throws {
    let offers = [offer("a", base: 180_000.01), richOffer("b", base: 190_000.37), offer("c", base: 210_123.45)]
    let comparison = try Comparison(of: offers, under: terms())
    #expect(comparison.pairs.count == 3)
    for pair in comparison.pairs {
      let totals = Dictionary(
        uniqueKeysWithValues: comparison.valuations.map { ($0.offer.id, $0.total(\.expected).minorUnits) })
      #expect(pair.difference.minorUnits == (totals[pair.a] ?? 0) - (totals[pair.b] ?? 0))
      #expect(pair.difference.minorUnits >= 0)
    }
  }
}
