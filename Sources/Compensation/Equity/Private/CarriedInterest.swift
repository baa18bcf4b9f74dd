import Glibc

/// The manager's part of a fund's profit, over the whole fund: capital back, hurdle, catch-up, split.
///
///     let carry = CarriedInterest(hurdle: 0.08, carry: 0.2, catchUp: 1)
///     carry.dollars(contributed: 100, distributed: 200, years: 5)    // 20: a fifth of the profit
///     carry.dollars(contributed: 100, distributed: 140, years: 5)    // 0: the hurdle is 146.93
///
/// One contribution at the start, one distribution at the end; the hurdle compounds once a year. All ratios from 0 to 1.
public struct CarriedInterest: Sendable, Equatable {
  /// Return a year that investors get first.
  public let hurdle: Double
  /// The manager's share of profit.
  public let carry: Double
  /// The manager's share of what comes after the hurdle, until it has `carry` of all profit so far; 0 for no such layer.
  public let catchUp: Double

  public init(hurdle: Double, carry: Double, catchUp: Double) {
    self.hurdle = hurdle
    self.carry = carry
    self.catchUp = catchUp
  }

  /// What the manager gets, in money.
  public func dollars(contributed: Double, distributed: Double, years: Double) -> Double {
    let preferred = contributed * (pow(1 + hurdle, years) - 1)
    let left = distributed - contributed - preferred
    guard left > 0 else { return 0 }
    guard catchUp > 0 else { return carry * left }
    // Caught up at catchUp x layer = carry x (preferred + layer); a share no larger than the carry never gets there.
    let layer = catchUp > carry ? carry * preferred / (catchUp - carry) : .infinity
    return catchUp * min(left, layer) + carry * max(0, left - layer)
  }
}
