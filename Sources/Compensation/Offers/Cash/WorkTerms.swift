/// How one is employed, and pay that goes by time: contracts, hours, overtime, duty on call, a 13th month.
///
///     employment: contractor
///     base: 95/h
///     overtime: {hours: 4, multiple: 1.5}
///     on_call: {weeks: 1 in 4, pay: 400/wk}
///     extra_months: 1
public struct WorkTerms: Sendable, Equatable {
  public enum Employment: String, CaseIterable, Sendable {
    case employee
    /// Paid for hours billed, without benefits: the employer's half of payroll taxes is one's own to pay.
    case contractor
  }

  /// Hours over the usual ones, as many as can be expected.
  public struct Overtime: Sendable, Equatable {
    public var hoursPerWeek: Double
    /// Of the hourly rate; nil for the usual multiple.
    public var multiple: Double?

    public init(hoursPerWeek: Double, multiple: Double? = nil) {
      self.hoursPerWeek = hoursPerWeek
      self.multiple = multiple
    }
  }

  /// Weeks in which one must answer at any hour.
  public struct OnCallDuty: Sendable, Equatable {
    public var weeksPerYear: Double
    /// Nil where the paper names no pay for it: a question to ask.
    public var payPerWeek: Double?

    public init(weeksPerYear: Double, payPerWeek: Double?) {
      self.weeksPerYear = weeksPerYear
      self.payPerWeek = payPerWeek
    }
  }

  public var employment = Employment.employee
  /// Nil where the paper does not say: 40.
  public var hoursPerWeek: Double?
  public var overtime: Overtime?
  public var onCall: OnCallDuty?
  /// Months of base paid on top of twelve: 1 where a 13th salary is paid.
  public var extraMonths = 0.0

  public init() {}

  public var isContractor: Bool { employment == .contractor }
}
