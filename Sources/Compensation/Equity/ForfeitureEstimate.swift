import Glibc

/// Options a company expects to vest, and what it books for them: the accounting view of people leaving.
///
///     let grant = ForfeitureEstimate(options: 900_000, annualRate: 0.03, vestingYears: 3)
///     grant.expectedToVest                    // 821,406
///     grant.compensationCost(fairValue: 14.69)    // 12,066,454.14
///
/// The rate is the share of holders who leave in a year, a ratio from 0 to 1. Whole options only: they are rounded
/// before they are priced, half away from zero.
///
/// Reference: FASB Statement 123(R), paragraph A91 (Entity T).
public struct ForfeitureEstimate: Sendable, Equatable {
  public let options: Double
  public let annualRate: Double
  public let vestingYears: Double

  public init(options: Double, annualRate: Double, vestingYears: Double) {
    self.options = options
    self.annualRate = annualRate
    self.vestingYears = vestingYears
  }

  /// Options times (1 - rate)^years, in whole options.
  public var expectedToVest: Double {
    (options * pow(1 - annualRate, vestingYears)).rounded(.toNearestOrAwayFromZero)
  }

  /// Money booked over the vesting time, for options worth `fairValue` each at grant.
  public func compensationCost(fairValue: Double) -> Double { expectedToVest * fairValue }
}
