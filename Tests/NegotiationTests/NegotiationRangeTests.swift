import Market
import ModelTestSupport
import Negotiation
import Testing

@Suite("Walk away, limit, target and ask")
struct NegotiationRangeTests {
  // The asks are maxima found by adaptive quadrature over the room, then rounded to 100.
  @Test(
    "A range agrees with an independent computation",
    arguments: [
      (140_000, 157_500, 167_900, 3_986.40), (155_000, 160_000, 171_400, 2_529.42),
      (162_000, 163_500, 176_400, 1_520.00),
    ])
  func figures(walkAway: Double, target: Double, ask: Double, value: Double) throws {
    let answer = try range(negotiation(walkAway: walkAway))
    #expect(abs(answer.likelyLimit - 165_000) < 1e-6)
    #expect(abs(answer.target - target) < 1e-6)
    #expect(answer.openingAsk == ask)
    #expect(abs(answer.valueOfAsking - value) < 0.05)
    #expect(answer.zone == walkAway...answer.likelyLimit)
    #expect(answer.gap == nil)
  }

  @Test("The target is shown for less and for more room too, in that order")
  func sensitivity() throws {
    let answer = try range(negotiation())
    #expect(answer.sensitivity.map(\.meanRoom) == [0.06, 0.12])
    #expect(answer.sensitivity.map { $0.target.rounded() } == [154_500, 159_000])
    #expect(answer.sensitivity.map(\.openingAsk) == [161_000, 171_200])
    let asks = [answer.sensitivity[0].openingAsk, answer.openingAsk, answer.sensitivity[1].openingAsk]
    #expect(asks == asks.sorted())
  }

  @Test("A stronger hand takes a larger share of the room, as Nash's solution does")
  func shares() throws {
    let row = try #require(try referenceRows("nash").first)
    let (low, high) = (row.inputNumber("walk_away"), row.inputNumber("employer_max"))
    let even = try range(
      negotiation(offer: low, walkAway: low).with { $0.band = 100_000...high },
      overrides: [
        "room.mean[below-p50]": 0.5, "room.mean[p50-p75]": 0.5, "target.share[default]": row.inputNumber("power"),
      ])
    #expect(abs(even.target / row.number("expected") - 1) <= row.number("tolerance"))
    #expect(try abs(range(negotiation().with { $0.hasRivalOffer = true }).target - 159_750) < 1e-6)
    #expect(try abs(range(negotiation().with { $0.hasShortSavings = true }).target - 155_250) < 1e-6)
  }

  @Test("Without an overlap there is a gap or odds, never a negative zone")
  func gaps() throws {
    let band = negotiation(walkAway: 180_000).with { $0.band = 120_000...170_000 }
    let beyond = try range(band)
    #expect(beyond.zone == nil)
    #expect(beyond.gap == 10_000)
    #expect(beyond.reachWalkAway == 0)
    // A floor below the band's top that the employer will hardly reach: 0.66 e^(-2.67) = 4.6 %.
    let far = try range(negotiation(walkAway: 190_000).with { $0.band = 100_000...200_000 })
    #expect(far.zone == nil)
    #expect(abs((far.gap ?? 0) - 25_000) < 1e-6)
    // In between the odds are printed: 0.66 e^(-1.33) = 17 %.
    let between = try range(negotiation(walkAway: 170_000))
    #expect(between.zone == nil)
    #expect(between.gap == nil)
    #expect(abs(between.reachWalkAway - 0.173974) < 1e-6)
  }

  @Test("Some and none and withdrawn are everything, and full is part of some")
  func acceptance() throws {
    for answer in try [
      range(negotiation()), range(negotiation(executive: true).with { $0.hasRivalOffer = true }),
      range(negotiation(), overrides: ["room.probability[below-p50]": 0.97]),
    ] {
      #expect(!answer.acceptance.isEmpty)
      for odds in answer.acceptance {
        #expect(abs(odds.some + odds.none + odds.withdrawn - 1) < 1e-12)
        #expect(odds.full <= odds.some && odds.full > 0 && odds.none >= 0 && odds.withdrawn > 0)
      }
    }
  }

  @Test("The range moves when only the market moves")
  func marketMoves() throws {
    // The median falls from above the offer to below it.
    let high = try range(negotiation(market: market(median: 160_000)), overrides: [:])
    let low = try range(negotiation(market: market(median: 140_000)), overrides: [:])
    #expect(low.likelyLimit < high.likelyLimit)
    #expect(low.target < high.target)
    #expect(low.openingAsk < high.openingAsk)
    // And inside one position, through what the market pays at most.
    let lower = try range(negotiation(offer: 196_000, market: market(median: 160_000)), overrides: [:])
    let higher = try range(negotiation(offer: 196_000, market: market(median: 162_000)), overrides: [:])
    #expect(lower.openingAsk < higher.openingAsk)
  }

  @Test("Target and ask keep their bounds in a thousand cases")
  func bounds() throws {
    var random = SeededGenerator(seed: 11)
    let parameters = try ShippedTables.parameters()
    for _ in 0..<1_000 {
      let offer = Double.random(in: 60_000...400_000, using: &random).rounded()
      let floor = (offer * Double.random(in: 0.5...1.4, using: &random)).rounded()
      let median = offer * Double.random(in: 0.6...1.5, using: &random)
      let band = Double.random(in: 0.7...1.5, using: &random) * offer
      let isHard = Bool.random(using: &random)
      let talk = negotiation(offer: offer, walkAway: floor, market: market(median: median)).with {
        if isHard { $0.band = (band * 0.7)...band }
      }
      let answer = try NegotiationRange(for: talk, parameters: parameters)
      let least = max(offer, floor)
      let p75 = talk.market.quantile(0.75)
      #expect(answer.target >= least)
      #expect(answer.target <= max(p75, least))
      // A floor above a hard bound cannot be asked for: the bound is the most there is.
      let isOutOfReach = isHard && answer.target > max(band, offer)
      #expect(answer.openingAsk >= answer.target || (isOutOfReach && answer.openingAsk == max(band, offer)))
      var cap = min(offer * 1.25, max(p75, offer * 1.05))
      if isHard { cap = min(cap, band) }
      // A floor above the caps is rounded up to a figure one can say.
      #expect(answer.openingAsk < max(cap, answer.target) + 100)
      let onGrid = abs(answer.openingAsk.remainder(dividingBy: 100)) < 1e-6
      let isBound = cap - answer.target < 100
      #expect(onGrid || isBound || isOutOfReach || answer.openingAsk == cap, "\(answer.openingAsk)")
      if let zone = answer.zone { #expect(zone.lowerBound == floor) }
      if let gap = answer.gap { #expect(gap > 0) }
      #expect(answer.sensitivity[0].target <= answer.sensitivity[1].target)
    }
  }

  @Test("An offer at or above P75 is taken, and other items are asked for")
  func aboveP75() throws {
    let answer = try range(negotiation(offer: 200_000))
    #expect(answer.advisesOtherItems)
    #expect(answer.target == 200_000)
    #expect(answer.openingAsk <= 210_000)
    #expect(try !range(negotiation()).advisesOtherItems)
  }

  @Test("No ask goes over a hard bound, and no range is offered across it")
  func hardBound() throws {
    let answer = try range(negotiation().with { $0.band = 120_000...162_000 })
    #expect(answer.openingAsk <= 162_000)
    #expect(answer.acceptance.allSatisfy { $0.ask <= 162_000 })
    #expect(answer.askRange == nil)
    let free = try range(negotiation())
    // 167,900 x 1.055
    #expect(free.askRange == 167_900...177_100)
  }

  @Test("The expected settlement lies below the target and above the offer")
  func settlement() throws {
    let answer = try range(negotiation())
    #expect(answer.expectedSettlement > 150_000)
    #expect(answer.expectedSettlement < answer.target)
    // 0.66 e^(-0.5)
    #expect(abs(answer.reachTarget - 0.400310) < 1e-6)
  }
}
