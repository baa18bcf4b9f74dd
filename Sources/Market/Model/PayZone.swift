/// The place whose market an employer pays a remote worker by.
public enum PayZone: String, CaseIterable, Sendable {
  /// The employer's place.
  case site
  /// Where the worker lives.
  case home
  /// The nation, whatever the place.
  case national
}

/// What a job pays by one pay zone.
public struct ZoneEstimate: Sendable {
  public let zone: PayZone
  public let estimate: MarketEstimate

  public init(zone: PayZone, estimate: MarketEstimate) {
    self.zone = zone
    self.estimate = estimate
  }
}
