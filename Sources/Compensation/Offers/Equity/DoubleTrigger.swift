/// Shares that are delivered, or options that vest, only when the company is also sold or listed.
///
///     {kind: rsu, units: 8000, trigger: double, exit_intensity: 12%, vesting: 4y/1y cliff quarterly, term: 7y}
///     {kind: iso, units: 90000, strike: 1.85, trigger: double, vesting: 4y/1y cliff monthly, term: 10y}
public struct DoubleTrigger: Sendable, Equatable {
  /// Odds of an exit in a short time, a year, continuous; nil for the usual ones of the stage.
  public var exitIntensity: Double?
  /// When shares are lost for want of one; nil for the usual time. Options have an end of their own.
  public var expiry: OptionTerms.Expiry?

  public init(exitIntensity: Double? = nil, expiry: OptionTerms.Expiry? = nil) {
    self.exitIntensity = exitIntensity
    self.expiry = expiry
  }
}
