/// What a whole grant pays at exits of several sizes, after none and more rounds of money.
public struct ExitGrid: Sendable, Equatable {
  /// What is left of a share after each number of rounds: 1 after none.
  public let kept: [Double]
  /// Net proceeds for all equity, in the totals' currency.
  public let exits: [Double]
  /// A row an exit, a column a number of rounds; the strike is paid. Not discounted.
  public let payouts: [[Double]]
  /// Whether investors' preferences have come off; where they are not known the figures are the most there can be.
  public let countsPreferences: Bool
}
