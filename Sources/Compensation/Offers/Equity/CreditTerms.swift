/// How safe a promise of the employer's is.
///
///     {kind: phantom shares, units: 2000, price: 30, vesting: 3y cliff, default_odds: 2%, recovery: 40%}
public struct CreditTerms: Sendable, Equatable {
  /// Odds that the employer cannot pay, a year; nil for the usual ones of its kind.
  public var annualDefault: Double?
  /// The share that is still paid then; nil for the usual one.
  public var recovery: Double?

  public init(annualDefault: Double? = nil, recovery: Double? = nil) {
    self.annualDefault = annualDefault
    self.recovery = recovery
  }
}
