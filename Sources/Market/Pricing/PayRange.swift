/// The pay range of a grade: minimum, midpoint, maximum.
///
///     PayRange(midpoint: 135_000, spread: 0.5)    // 108,000 to 162,000
public struct PayRange: Sendable, Equatable {
  public let minimum: Double
  public let midpoint: Double
  public let maximum: Double

  /// From a midpoint and a range spread, (max - min) / min.
  public init(midpoint: Double, spread: Double) {
    self.midpoint = midpoint
    minimum = midpoint / (1 + spread / 2)
    maximum = minimum * (1 + spread)
  }

  /// Pay over midpoint.
  public func compaRatio(of pay: Double) -> Double { pay / midpoint }

  /// How far up the range pay lies: 0 at the minimum, 1 at the maximum.
  public func rangePenetration(of pay: Double) -> Double { (pay - minimum) / (maximum - minimum) }
}
