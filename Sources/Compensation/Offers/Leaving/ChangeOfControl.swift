/// Pay when the employer is taken over.
///
///     change_in_control: {pay: 2x, includes: base and bonus, trigger: double, excise: best net}
public struct ChangeOfControl: Sendable, Equatable {
  public enum Trigger: String, CaseIterable, Sendable {
    /// The change alone pays.
    case single
    /// The change and the loss of the job.
    case double
  }

  /// What happens when the payment is so large that the excise tax falls on it.
  public enum Excise: String, CaseIterable, Sendable {
    /// Paid in full or cut below the line, whichever leaves more.
    case bestNet = "best net"
    case cutback
    /// The employer pays the tax.
    case grossUp = "gross-up"
    /// Paid in full, and the tax is yours.
    case yours
  }

  public var pay: SeveranceTerms
  public var trigger: Trigger
  public var excise: Excise
  /// Whether the paper says so, or the usual is taken.
  public var isTriggerStated = true
  public var isExciseStated = true
  /// A year's odds of a change; nil for the usual ones of the kind of employer.
  public var annualOdds: Double?
  /// Mean pay of the last five years, a year; nil for base and target bonus, as for someone new.
  public var baseAmount: Double?

  public init(
    pay: SeveranceTerms, trigger: Trigger = .double, excise: Excise = .bestNet, annualOdds: Double? = nil,
    baseAmount: Double? = nil
  ) {
    self.pay = pay
    self.trigger = trigger
    self.excise = excise
    self.annualOdds = annualOdds
    self.baseAmount = baseAmount
  }
}
