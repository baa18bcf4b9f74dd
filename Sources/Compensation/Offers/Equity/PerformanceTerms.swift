/// What decides how many performance shares are paid.
///
///     {kind: psu, grant: 60k, price: 61.40, vesting: 3y cliff, goals: relative return, peers: 20, payout: 0-200%}
///     {kind: psu, grant: 60k, price: 61.40, vesting: 3y cliff, goals: own results,
///      odds: {threshold: 90%, target: 55%, maximum: 10%}}
public enum PerformanceTerms: Sendable, Equatable {
  /// Rank of the share's return among peers.
  case relativeReturn(RelativeGoal)
  /// The company's own goals, paid by odds as a bonus is.
  case ownResults(TargetBonus.Payout, maximumMultiple: Double?)

  public struct RelativeGoal: Sendable, Equatable {
    /// Companies compared with; nil for the usual number.
    public var peers: Int?
    /// Of every two returns; nil for the usual one.
    public var correlation: Double?
    /// Months over which returns are compared; nil for the time from grant to vesting.
    public var months: Int?
    /// Points of rank and multiple of target; nil for the usual ones.
    public var schedule: PayoutSchedule?
    /// Multiples of target at the bottom and at the top, where the schedule is not stated.
    public var floor: Double?
    public var maximum: Double?

    public init(
      peers: Int? = nil, correlation: Double? = nil, months: Int? = nil, schedule: PayoutSchedule? = nil,
      floor: Double? = nil, maximum: Double? = nil
    ) {
      self.peers = peers
      self.correlation = correlation
      self.months = months
      self.schedule = schedule
      self.floor = floor
      self.maximum = maximum
    }
  }
}
