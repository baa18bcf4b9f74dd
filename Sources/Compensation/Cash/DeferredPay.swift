import Glibc

/// Pay put off: an unsecured claim on the employer, which earns a credited rate until it is paid.
///
///     DeferredPay(amount: 50_000, creditedRate: 0.06, years: 10, annualDefault: 0.01, recovery: 0.4)
///       .presentValue(rate: 0.05)    // 52,088.32
///
/// The rates are continuous, a year; the odds of default are a year's, from 0 to 1, and the recovery, the share that is
/// then still paid, comes at the end.
public struct DeferredPay: Sendable, Equatable {
  public let amount: Double
  public let creditedRate: Double
  public let years: Double
  public let annualDefault: Double
  public let recovery: Double

  public init(amount: Double, creditedRate: Double, years: Double, annualDefault: Double, recovery: Double) {
    self.amount = amount
    self.creditedRate = creditedRate
    self.years = years
    self.annualDefault = annualDefault
    self.recovery = recovery
  }

  /// A e^((g-r)T) (s + (1-s) recovery), s = (1 - default)^T.
  public func presentValue(rate: Double) -> Double {
    let survival = pow(1 - annualDefault, years)
    return amount * exp((creditedRate - rate) * years) * (survival + (1 - survival) * recovery)
  }
}
