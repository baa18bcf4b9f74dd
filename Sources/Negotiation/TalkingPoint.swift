import Glibc
import Market
import Quantities

/// A reason one could say aloud, as facts; the words are the report's.
public enum TalkingPoint: Sendable, Equatable {
  /// The market's median is above the offer, which has this rank.
  case medianAboveOffer(median: Double, offerRank: Double)
  /// The ask lies inside what the middle half of the market earns.
  case askInsideMarket(ask: Double, rank: Double, p75: Double)
  /// The offer is already in the market's top quarter.
  case offerAboveP75(p75: Double, rank: Double)
  /// The place pays more than the nation for the same jobs.
  case costOfLabour(index: Double)
  /// The nation's median for the job is above the offer, in a place that pays less than the nation.
  case nationalMedian(median: Double)
  /// What the best paid tenth earns.
  case topTenth(p90: Double)
  /// Pay has been rising since the survey; the figures are brought up by it already.
  case ageing(annualRate: Double, months: Int, reference: String)
  /// The industry pays more for this occupation.
  case industry(factor: Double)
  /// Pay that leaving takes away.
  case forfeited(total: Double, items: Int, last: CalendarDate)
  /// The posted range goes higher.
  case postedRange(top: Double)

  /// Reasons that hold in a case, the strongest first.
  public static func all(
    for range: NegotiationRange, estimate: MarketEstimate, forfeited: [(amount: Double, date: CalendarDate)]
  ) -> [TalkingPoint] {
    let offer = range.negotiation.offerBase
    let pay = estimate.distribution
    // Only figures that a source gives are worth telling an employer.
    let p75 = pay.figure(0.75)
    var arguments: [TalkingPoint] = []
    let lost = forfeited.reduce(0) { $0 + $1.amount }
    if lost > 0, let last = forfeited.map(\.date).max() {
      arguments.append(.forfeited(total: lost, items: forfeited.count, last: last))
    }
    if let p75, offer >= p75 {
      arguments.append(.offerAboveP75(p75: p75, rank: range.percentileOfOffer))
    } else if offer < pay.median * 0.999, !range.negotiation.isAssumed {
      arguments.append(.medianAboveOffer(median: pay.median, offerRank: range.percentileOfOffer))
    }
    if range.room.source == .postedRange, range.room.bound > offer {
      arguments.append(.postedRange(top: range.room.bound))
    }
    if let p75, range.openingAsk <= p75, range.gap == nil, range.openingAsk > offer {
      arguments.append(.askInsideMarket(ask: range.openingAsk, rank: range.percentileOfAsk, p75: p75))
    }
    if let index = estimate.costOfLabour, index > 1.02 { arguments.append(.costOfLabour(index: index)) }
    if let place = estimate.adjustments.first(where: { $0.name == "place" }), place.factor < 1,
      estimate.median / place.factor > offer
    {
      arguments.append(.nationalMedian(median: estimate.median / place.factor))
    }
    if let industry = estimate.adjustments.first(where: { $0.name == "industry" }), industry.factor > 1.01 {
      arguments.append(.industry(factor: industry.factor))
    }
    if estimate.question.location.country == "US",
      let step = estimate.adjustments.first(where: { $0.name == "ageing" }), step.factor > 1,
      step.reference.contains("BLS"),
      let survey = estimate.sources.first?.dataset.effective
    {
      let months = survey.months(to: estimate.question.asOf)
      let rate = months > 0 ? pow(step.factor, 12 / Double(months)) - 1 : 0
      arguments.append(.ageing(annualRate: rate, months: months, reference: step.reference))
    }
    if let p90 = pay.figure(0.9) { arguments.append(.topTenth(p90: p90)) }
    return arguments
  }
}
