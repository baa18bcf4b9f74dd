/// Pay on a layoff.
///
///     SeverancePay(amount: 100_000).expectedValue(survival: survival, months: 36) { exp(-0.04 * Double($0) / 12) }
///     // 22,961.49 at layoff odds of 1.1 % and quit odds of 2 % a month
public struct SeverancePay: Sendable, Equatable {
  /// In money, the same in every month.
  public let amount: Double

  public init(amount: Double) { self.amount = amount }

  /// Present value: the sum over months of the odds of still being there, of a layoff then, the amount and the
  /// discount factor of that month. A layoff is tested before a quit.
  public func expectedValue(survival: Survival, months: Int, discount: (Int) -> Double) -> Double {
    guard months > 0 else { return 0 }
    return (1...months).reduce(0) {
      $0 + survival.oddsOfLayoffOfAverageLeaver(in: $1) * amount * discount($1)
    }
  }
}
