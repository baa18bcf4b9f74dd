import Quantities

/// Long-term pay in cash: an amount promised now and paid as it vests.
///
///     ltip: {grant: 75k yearly, vesting: 3y cliff, paid: cash}
///     ltip: [{grant: 90k, vesting: 33/33/34}, {grant: 50k yearly, vesting: 3y yearly, contractual: yes}]
public struct CashGrant: Sendable, Equatable {
  public var amount: Money
  /// Granted anew every year. Only the first one is promised, unless the contract promises all.
  public var isYearly: Bool
  public var isContractual: Bool
  public var vesting: VestingSchedule
  /// The first grant's day; nil for a new offer, which grants on day 0.
  public var granted: CalendarDate?
  /// What is paid on average, of the grant; 1 for money that only waits.
  public var meanPayout: Double
  /// Grants already made are left out, as where pay to come is asked for.
  var omitsHeld = false

  public init(
    amount: Money, isYearly: Bool = false, isContractual: Bool = false, vesting: VestingSchedule,
    granted: CalendarDate? = nil, meanPayout: Double = 1
  ) {
    self.amount = amount
    self.isYearly = isYearly
    self.isContractual = isContractual
    self.vesting = vesting
    self.granted = granted
    self.meanPayout = meanPayout
  }

  /// The same plan, of which only grants to come count.
  var withoutHeld: CashGrant {
    var copy = self
    copy.omitsHeld = true
    return copy
  }
}
