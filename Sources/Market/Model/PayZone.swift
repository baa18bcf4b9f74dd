/// The place whose market an employer pays a remote worker by.
public enum PayZone: String, CaseIterable, Sendable {
  /// The employer's place.
  case site
  /// Where the worker lives.
  case home
  /// The nation, whatever the place.
  case national
  /// A tier of places with a similar cost of labour (see ``PayTiers``).
  case tiers
}

/// What a job pays by one pay zone.
public struct ZoneEstimate: Sendable {
  public let zone: PayZone
  /// Number of the tier; nil for a zone that is a place.
  public let tier: Int?
  public let estimate: MarketEstimate

  public init(zone: PayZone, tier: Int? = nil, estimate: MarketEstimate) {
    self.zone = zone
    self.tier = tier
    self.estimate = estimate
  }

  /// `site`; `tier 2`
  public var name: String { tier.map { "tier \($0)" } ?? zone.rawValue }
}
