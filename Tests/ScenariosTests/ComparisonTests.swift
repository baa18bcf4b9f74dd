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

  @Test("Of two offers held at the same fair value, the one with the higher payout is worth more")
  func held() throws {
    func paying(_ id: String, _ payout: Double, base: Double = 200_000) -> Offer {
      var offer = offer(id, base: base)
      offer.employerKind = "government"
      offer.bonus = TargetBonus(target: .shareOfBase(0.4), payout: .mean(payout))
      return offer
    }
    func compared(_ offers: [Offer]) throws -> Comparison {
      try Comparison(of: offers, under: terms(), courses: Courses(runs: 2_048, seed: 1))
    }
    let comparison = try compared([paying("a", 1.45), paying("b", 1.90)])
    let (a, b) = (comparison.valuations[0], comparison.valuations[1])
    #expect(a.certain == b.certain && a.certain == a.total(\.fair))
    #expect(comparison.verdict.winner == "b" && (comparison.verdict.margin ?? 0) > 0.05)
    #expect(comparison.pairs[0].difference == (b.heldBack ?? a.worth) - (a.heldBack ?? a.worth))
    #expect((comparison.verdict.odds ?? 0) > 0.9)
    // Where the printed certain values say the opposite, no winner is named.
    let torn = try compared([paying("a", 1, base: 225_000), paying("b", 1.90)])
    #expect(torn.ranking[0].offer.id == "b" && torn.verdict.reason == .held && torn.verdict.winner == nil)
    #expect(torn.heldLeader?.offer.id == "a")
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
