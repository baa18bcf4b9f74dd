import Quantities

/// What is paid when the employer ends the job without cause.
///
///     severance: 6mo
///     severance: {pay: 12mo, includes: base and bonus}
///     severance: {pay: 2 weeks a year of service, least: 8w, most: 26w}
public struct SeveranceTerms: Sendable, Equatable {
  public enum Size: Sendable, Equatable {
    /// Months of base pay at the rate then in force.
    case months(Double)
    case amount(Money)
    /// Months of base pay for each full year of service, between a least and a most.
    case perYear(months: Double, least: Double = 0, most: Double = .infinity)
  }

  public var size: Size
  /// Whether the target bonus counts as pay too.
  public var includesBonus: Bool

  public init(size: Size, includesBonus: Bool = false) {
    self.size = size
    self.includesBonus = includesBonus
  }
}
