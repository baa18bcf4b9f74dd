import Market
import ModelTestSupport
import Negotiation
import Testing

@Suite("The employer's room above an offer")
struct RoomTests {
  @Test(
    "The defaults hold in the middle of each class of offers",
    arguments: [
      (0.25, "below-p50", 0.66, 0.10), (0.625, "p50-p75", 0.50, 0.07), (0.875, "above-p75", 0.35, 0.05),
      // Half way between the first two, and as far below the first as the second is above it.
      (0.4375, "below-p50", 0.58, 0.085), (0.0625, "below-p50", 0.74, 0.115),
    ])
  func positions(rank: Double, position: String, probability: Double, mean: Double) throws {
    let room = try range(negotiation(offer: market().quantile(rank)), overrides: [:]).room
    #expect(room.position == position)
    #expect(abs(room.probability - probability) < 1e-9)
    #expect(abs(room.mean - mean) < 1e-9)
  }

  @Test("A better market gives more room, a better offer never a lower ask")
  func monotone() throws {
    let medians = stride(from: 135_000.0, through: 240_000, by: 5_000)
    let limits = try medians.map {
      try range(negotiation(offer: 150_000, market: market(median: $0)), overrides: [:]).likelyLimit
    }
    #expect(zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 })
    let asks = try stride(from: 140_000.0, through: 200_000, by: 1_000).map {
      try range(negotiation(offer: $0), overrides: [:]).openingAsk
    }
    #expect(zip(asks, asks.dropFirst()).allSatisfy { $0 <= $1 }, "\(asks)")
  }

  @Test("A typed band comes first, then a posted range, then a band around the market")
  func sources() throws {
    let both = negotiation().with {
      $0.band = 120_000...170_000
      $0.postedRange = 130_000...180_000
    }
    let band = try range(both).room
    #expect((band.source, band.bound, band.isHard) == (.band, 170_000, true))
    let posted = try range(both.with { $0.band = nil }).room
    #expect((posted.source, posted.bound, posted.isHard) == (.postedRange, 180_000, true))
    let guessed = try range(negotiation()).room
    // 160,000 / 1.25 x 1.5
    #expect((guessed.source, guessed.isHard) == (.marketBand, false))
    #expect(abs(guessed.bound - 192_000) < 1e-6)
    // 160,000 / 1.3 x 1.6
    #expect(try abs(range(negotiation(executive: true)).room.bound - 196_923.0769) < 1e-3)
    #expect(try abs(range(negotiation(offer: 210_000)).room.bound - 216_300) < 1e-6)
  }

  @Test("A posted range over 1.7 holds several levels and is soft")
  func severalLevels() throws {
    #expect(try range(negotiation().with { $0.postedRange = 100_000...170_000 }).room.isHard)
    #expect(try !range(negotiation().with { $0.postedRange = 100_000...171_000 }).room.isHard)
  }

  @Test("Near a posted maximum there is little room, for posted pay none")
  func tight() throws {
    let near = try range(negotiation().with { $0.postedRange = 120_000...154_000 }).room
    #expect((near.position, near.probability, near.mean) == ("near-posted-maximum", 0.15, 0.03))
    let posted = try range(negotiation().with { $0.isPostedPay = true })
    #expect((posted.room.probability, posted.room.mean) == (0, 0))
    #expect([posted.likelyLimit, posted.target, posted.openingAsk] == [150_000, 150_000, 150_000])
    #expect(posted.sensitivity.allSatisfy { $0.target == 150_000 && $0.openingAsk == 150_000 })
    #expect(posted.advisesOtherItems)
    #expect(posted.acceptance.allSatisfy { $0.full == 0 && $0.some == 0 })
  }

  @Test("A CIO has more room, a written rival offer makes it more likely")
  func adjustments() throws {
    #expect(try range(negotiation(executive: true)).room.mean == 0.125)
    let rival = try range(negotiation().with { $0.hasRivalOffer = true }).room
    #expect(abs(rival.probability - 0.76) < 1e-12)
  }

  @Test("Band arithmetic has its reference values")
  func payBands() throws {
    for row in try referenceRows("pay_band") {
      let band = PayRange(midpoint: row.inputNumber("midpoint"), spread: row.inputNumber("spread"))
      let pay = row.inputNumber("pay")
      let value =
        switch row["output"] {
        case "min": band.minimum
        case "max": band.maximum
        case "compa_ratio": band.compaRatio(of: pay)
        case "penetration": band.rangePenetration(of: pay)
        default: Double.nan
        }
      #expect(abs(value / row.number("expected") - 1) <= row.number("tolerance"), "\(row["id"])")
    }
  }
}
