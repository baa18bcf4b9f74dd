import Quantities

/// Grants that may follow every year: usual at many employers, promised by few.
///
///     refreshers: {grant: 70k, vesting: 4y yearly, probability: 70%}
public struct RefresherTerms: Sendable, Equatable {
  /// Worth of each grant on its day.
  public var grant: Money
  public var vesting: VestingSchedule
  /// Odds of getting one; nil for the usual ones.
  public var probability: Double?
  /// Months after day 0 of the first; nil for the usual ones.
  public var firstMonth: Int?
  /// Annual effective.
  public var dividendYield: Double

  public init(
    grant: Money, vesting: VestingSchedule, probability: Double? = nil, firstMonth: Int? = nil,
    dividendYield: Double = 0
  ) {
    self.grant = grant
    self.vesting = vesting
    self.probability = probability
    self.firstMonth = firstMonth
    self.dividendYield = dividendYield
  }
}
