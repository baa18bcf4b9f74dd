import Market
import Quantities

/// Where the employer's room above the offer is known from, and how much of it there may be.
public struct Room: Sendable, Equatable {
  public enum Source: String, Sendable {
    case band = "typed band"
    case postedRange = "posted range"
    case marketBand = "market band"
  }

  public let source: Source
  /// Highest base the source allows.
  public let bound: Double
  /// A hard bound stops the employer; a soft one only makes more unlikely.
  public let isHard: Bool
  /// P(room > 0).
  public let probability: Double
  /// Mean room if there is any, as a share of the offer.
  public let mean: Double
  /// Where the offer stands, the scope of the two defaults above: `below-p50`, ...
  public let position: String

  /// The room above a base salary, from the first bound that is known.
  public init(
    above base: Double, market: PayDistribution, isExecutive: Bool, isLeadership: Bool, band: ClosedRange<Double>?,
    posted: ClosedRange<Double>?, isPostedPay: Bool, hasRivalOffer: Bool, parameters: ParameterTable,
    on date: CalendarDate
  ) throws {
    let softRatio = try parameters.value("room.posted-soft-ratio", on: date)
    let nearShare = try parameters.value("room.near-maximum-share", on: date)
    if let band {
      (source, bound, isHard) = (.band, band.upperBound, true)
    } else if let posted {
      let holdsSeveralLevels = posted.upperBound / posted.lowerBound > softRatio
      (source, bound, isHard) = (.postedRange, posted.upperBound, !holdsSeveralLevels)
    } else {
      let spread = try parameters.value(
        "band.spread", scope: isExecutive ? "executive" : isLeadership ? "manager" : "technical", on: date)
      let least = try parameters.value("band.minimum-share-of-offer", on: date) * base
      (source, bound, isHard) = (
        .marketBand, max(PayRange(midpoint: market.median, spread: spread).maximum, least), false
      )
    }
    if isPostedPay {
      position = "posted-pay"
    } else if source != .marketBand, isHard, base >= bound * (1 - nearShare) {
      position = "near-posted-maximum"
    } else {
      position = base < market.median ? "below-p50" : base < market.quantile(0.75) ? "p50-p75" : "above-p75"
    }
    let standing = try RoomStanding(position: position, rank: market.rank(of: base).middle, parameters, on: date)
    var probability = min(1, max(0, try standing.value(of: "room.probability")))
    var mean = max(0, try standing.value(of: "room.mean"))
    if isExecutive { mean *= try parameters.value("room.executive-factor", on: date) }
    if source != .marketBand, isHard, base > bound {
      // The offer is past what the source allows already.
      (probability, mean) = (0, 0)
    } else if hasRivalOffer, position != "posted-pay" {
      probability = min(1, probability + (try parameters.value("room.rival-offer-bonus", on: date)))
    }
    self.probability = probability
    self.mean = mean
  }

  /// The asking model of this room for an offer.
  func askModel(offer: Double, concession: Double, meanRoom: Double? = nil) -> AskModel {
    AskModel(
      roomProbability: probability, meanRoom: meanRoom ?? mean, concession: concession,
      hardBound: isHard ? max(0, bound / offer - 1) : .infinity)
  }

  /// The likely limit: mean of what they could pay if there is room, not a maximum.
  func likelyLimit(offer: Double, meanRoom: Double? = nil) -> Double {
    max(offer, min(bound, offer * (1 + (meanRoom ?? mean))))
  }
}
