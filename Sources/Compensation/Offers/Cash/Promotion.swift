/// A step up that has been held out, and how likely it is.
///
///     promotion: {after: 18mo, to: 240k, odds: 40%}
public struct Promotion: Sendable, Equatable {
  /// Months of service before it.
  public var afterMonths: Int
  public var size: Raise.Size
  /// Nil for the usual odds: it is a hope until it is written down.
  public var odds: Double?

  public init(afterMonths: Int, size: Raise.Size, odds: Double? = nil) {
    self.afterMonths = afterMonths
    self.size = size
    self.odds = odds
  }
}
