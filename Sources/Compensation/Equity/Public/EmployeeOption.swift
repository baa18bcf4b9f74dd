/// A call that its holder cannot sell: it vests, is lost or cashed on leaving, and is exercised early.
///
/// Once vested the holder exercises when the share reaches a multiple of the strike, and leaves at a constant rate a
/// year: before vesting the option is then lost, after it the gain, if any, is taken.
///
///     let option = EmployeeOption(
///       spot: 50, strike: 50, years: 10, vestingYears: 3, rate: 0.05, dividendYield: 0.025, volatility: 0.35,
///       exitRate: 0.1, exerciseMultiple: 3)
///     option.latticePrice(stepsPerYear: 2)    // 12.8213, as Benninga prints
///     option.price                            // 13.5833: in continuous time
///
/// Spot and strike are in money; rates are continuous, a year; a multiple is 1 or more. Typical multiples are 2.2 for
/// staff, 2.8 for executives.
///
/// Reference: Hull and White, "How to value employee stock options", Financial Analysts Journal 60 (2004); Benninga,
/// Financial Modeling, 3rd edition, section 17.8.
public struct EmployeeOption: Sendable, Equatable {
  public let spot: Double
  public let strike: Double
  /// From grant to expiry.
  public let years: Double
  /// From grant to vesting, all at once.
  public let vestingYears: Double
  public let rate: Double
  public let dividendYield: Double
  public let volatility: Double
  /// Odds of leaving in a short time, per year.
  public let exitRate: Double
  /// The vested option is exercised at this many times the strike.
  public let exerciseMultiple: Double

  public init(
    spot: Double, strike: Double, years: Double, vestingYears: Double, rate: Double, dividendYield: Double,
    volatility: Double, exitRate: Double, exerciseMultiple: Double
  ) {
    self.spot = spot
    self.strike = strike
    self.years = years
    self.vestingYears = vestingYears
    self.rate = rate
    self.dividendYield = dividendYield
    self.volatility = volatility
    self.exitRate = exitRate
    self.exerciseMultiple = exerciseMultiple
  }

  /// The share price at which the vested option is exercised.
  public var exercisePrice: Double { exerciseMultiple * strike }
}
