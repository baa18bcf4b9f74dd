/// What a bonus may pay and how likely each is, as multiples of its target.
///
///     PayoutOdds([(0.2, 0), (0.5, 1), (0.3, 1.5)]).mean    // 0.95
///
/// Weights need not add up to 1: published studies round them, so each counts as its part of their sum.
public struct PayoutOdds: Sendable, Equatable {
  public struct Outcome: Sendable, Equatable {
    public let weight: Double
    /// Of target.
    public let multiple: Double
  }

  public let outcomes: [Outcome]

  public init(_ outcomes: [(weight: Double, multiple: Double)]) {
    self.outcomes = outcomes.map { Outcome(weight: $0.weight, multiple: $0.multiple) }
  }

  /// Mean multiple of target; not a number when all weights are 0.
  public var mean: Double {
    let total = outcomes.reduce(0) { $0 + $1.weight }
    return outcomes.reduce(0) { $0 + $1.weight * $1.multiple } / total
  }
}

extension TargetBonus.Odds {
  /// The four outcomes that odds of threshold, target and maximum stand for; between them the payout is uniform, so
  /// its middle counts.
  func outcomes(atThreshold low: Double, atMaximum high: Double) -> PayoutOdds {
    PayoutOdds([
      (1 - threshold, 0), (threshold - target, (low + 1) / 2), (target - maximum, (1 + high) / 2), (maximum, high),
    ])
  }
}
