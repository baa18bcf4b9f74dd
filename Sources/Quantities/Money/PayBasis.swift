/// The period a rate of pay covers.
///
///     PayBasis.hourly.annualFactor(hoursPerYear: 2_080)    // 2,080
///     PayBasis.monthly.annualFactor(hoursPerYear: 2_080)   // 12
public enum PayBasis: String, CaseIterable, Sendable {
  case hourly, weekly, biweekly, semimonthly, monthly, annual

  /// What a rate is multiplied by to become pay a year.
  ///
  /// `hoursPerYear` is explicit because surveys differ; OEWS uses 2,080.
  public func annualFactor(hoursPerYear: Double) -> Double {
    switch self {
    case .hourly: return hoursPerYear
    case .weekly: return 52
    case .biweekly: return 26
    case .semimonthly: return 24
    case .monthly: return 12
    case .annual: return 1
    }
  }
}
