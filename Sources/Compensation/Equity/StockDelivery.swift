import Glibc

/// Shares to be received at a later month, without the dividends paid before.
///
///     StockDelivery(value: 10_000, month: 24, dividendYield: 0.02).fair    // 9,607.89
///
/// The share could be bought today for its price less those dividends, so nothing else is discounted: the fair value is
/// value x e^(-qt). The yield is a year's, continuous; t is months / 12.
public struct StockDelivery: Sendable, Equatable {
  /// Units times today's price, in money.
  public let value: Double
  /// Months from today.
  public let month: Int
  public let dividendYield: Double

  public init(value: Double, month: Int, dividendYield: Double) {
    self.value = value
    self.month = month
    self.dividendYield = dividendYield
  }

  /// What it costs the company today.
  public var fair: Double { value * exp(-dividendYield * Double(month) / 12) }

  /// The same times the odds of still being there, which is what the holder can expect of it.
  public func expected(odds: Double) -> Double { fair * odds }
}

extension VestingSchedule {
  /// The deliveries of a grant worth `value` today that was made today.
  public func deliveries(ofGrantWorth value: Double, dividendYield: Double) -> [StockDelivery] {
    events.map { StockDelivery(value: value * $0.share, month: $0.month, dividendYield: dividendYield) }
  }

  /// What the holder can expect of a grant: the sum of share x value x e^(-qt) x odds of still being there.
  ///
  ///     VestingSchedule("3y yearly")?.expectedValue(
  ///       ofGrantWorth: 90_000, dividendYield: 0.03, survival: Survival(monthlyHazard: 0.008, months: 36))  // 70,270.70
  public func expectedValue(ofGrantWorth value: Double, dividendYield: Double, survival: Survival) -> Double {
    deliveries(ofGrantWorth: value, dividendYield: dividendYield)
      .reduce(0) { $0 + $1.expected(odds: survival.oddsOfAverageLeaver(atEndOf: $1.month)) }
  }
}
