/// A pension that the employer pays for.
///
///     pension: 5% of pay                                          // a credit to an account, each year
///     pension: {accrual: 1.5%, service: 8y, age: 48, from: 65, vesting: 5y cliff}
public struct PensionPlan: Sendable, Equatable {
  public enum Benefit: Sendable, Equatable {
    /// Of pay, put into an account.
    case credit(Double)
    /// Of final pay, a year, for each year of service.
    case accrual(Double)
  }

  public var benefit: Benefit
  /// Months of service; empty when it is one's own at once.
  public var vesting: [VestingSchedule.Event]
  /// Whether the paper says when it vests.
  public var isVestingStated = true
  /// Years counted already on day 0, where they differ from those since the start.
  public var serviceMonths: Int?
  /// Years of age on day 0, and when the pension begins; nil for the usual ones.
  public var age: Double?
  public var payableAge: Double?
  /// Months of pay that count as final; 12 for the last year.
  public var averageMonths: Int

  public init(
    benefit: Benefit, vesting: [VestingSchedule.Event] = [], serviceMonths: Int? = nil, age: Double? = nil,
    payableAge: Double? = nil, averageMonths: Int = 12
  ) {
    self.benefit = benefit
    self.vesting = vesting
    self.serviceMonths = serviceMonths
    self.age = age
    self.payableAge = payableAge
    self.averageMonths = averageMonths
  }
}
