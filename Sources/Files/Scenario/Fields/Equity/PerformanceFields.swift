import Compensation
import Quantities

/// Performance shares.
///
///     {kind: psu, grant: 60k, price: 61.40, vesting: 3y cliff, goals: relative return, payout: 0-200%}
///     payout: [{percentile: 25, pays: 50%}, {percentile: 50, pays: 100%}, {percentile: 75, pays: 200%}]
enum PerformanceFields {
  static func read(_ draft: GrantDraft) -> ReadGrant {
    let isRelative = draft.goals == "relative return"
    let ownKeys: Set<String> = ["goals", "payout", "odds", "volatility"]
    let keys = isRelative ? ["goals", "payout", "peers", "correlation", "period", "volatility"] : ownKeys
    var result = StockFields.shares(draft, .performanceShares(isRelative ? relative(draft) : own(draft)), keys: keys)
    let path = draft.item.path
    if draft.goals == nil { result.questions.append("what the performance shares go by (\(path).goals)") }
    if !isRelative, draft.odds == nil, draft.payout == nil {
      result.questions.append("what past performance shares paid, of target (\(path).odds)")
    }
    return result
  }

  private static func relative(_ draft: GrantDraft) -> PerformanceTerms {
    var goal = PerformanceTerms.RelativeGoal(
      peers: draft.peers, correlation: draft.correlation, months: draft.periodMonths)
    switch draft.payout {
    case .range(let range):
      goal.floor = range.lowerBound
      goal.maximum = range.upperBound
    case .points(let points): goal.schedule = PayoutSchedule(points.map { ($0.percentile, $0.pays) })
    case nil: break
    }
    return .relativeReturn(goal)
  }

  private static func own(_ draft: GrantDraft) -> PerformanceTerms {
    var maximum: Double?
    if case .range(let range) = draft.payout { maximum = range.upperBound }
    return .ownResults(draft.odds.map { .odds($0) } ?? .usual, maximumMultiple: maximum)
  }
}
