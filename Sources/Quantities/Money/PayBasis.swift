/// The period a rate of pay covers.
///
///     PayBasis.hourly.annualFactor(hoursPerYear: 2_080)    // 2,080
///     PayBasis.monthly.annualFactor(hoursPerYear: 2_080)   // 12
public enum PayBasis: String, CaseIterable, Sendable {
  case hourly, daily, weekly, biweekly, semimonthly, monthly, quarterly, annual

  /// What a rate is multiplied by to become pay a year.
  ///
  /// `hoursPerYear` is explicit because surveys differ; OEWS uses 2,080. A year has 260 working days, as 2,080 hours of
  /// eight a day.
  public func annualFactor(hoursPerYear: Double) -> Double {
    switch self {
    case .hourly: return hoursPerYear
    case .daily: return 260
    case .weekly: return 52
    case .biweekly: return 26
    case .semimonthly: return 24
    case .monthly: return 12
    case .quarterly: return 4
    case .annual: return 1
    }
  }
}
