import Market
import Quantities

/// Everything a range is computed from: the offer's base, the market, the fall-back, what bounds the employer.
public struct NegotiationCase: Sendable {
  /// Base salary of the offer a year; the market's median where there is none yet.
  public var offerBase: Double
  /// Whether the base is assumed: no offer yet.
  public var isAssumed: Bool
  public var job: PricedJob
  public var market: PayDistribution
  public var walkAway: WalkAway
  public var band: ClosedRange<Double>?
  public var postedRange: ClosedRange<Double>?
  public var isPostedPay: Bool
  /// A written offer from another employer, the current job apart.
  public var hasRivalOffer: Bool
  /// Out of work with little saved: a weaker hand.
  public var hasShortSavings: Bool
  public var asOf: CalendarDate

  public init(
    offerBase: Double, isAssumed: Bool, job: PricedJob, market: PayDistribution, walkAway: WalkAway,
    band: ClosedRange<Double>? = nil, postedRange: ClosedRange<Double>? = nil, isPostedPay: Bool = false,
    hasRivalOffer: Bool = false, hasShortSavings: Bool = false, asOf: CalendarDate
  ) {
    self.offerBase = offerBase
    self.isAssumed = isAssumed
    self.job = job
    self.market = market
    self.walkAway = walkAway
    self.band = band
    self.postedRange = postedRange
    self.isPostedPay = isPostedPay
    self.hasRivalOffer = hasRivalOffer
    self.hasShortSavings = hasShortSavings
    self.asOf = asOf
  }
}
