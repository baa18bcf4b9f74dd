/// What one falls back on if no deal is reached, put into money.
public struct WalkAway: Sendable, Equatable {
  /// A course of action open without this offer.
  public struct Alternative: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case currentJob = "current job"
      case writtenOffer = "written offer"
      case search = "search"
    }

    public let kind: Kind
    /// Which job or offer: its id, or empty.
    public let name: String
    /// Annualised value of the whole package.
    public let value: Double
    /// Base salary of this offer at which its package equals it.
    public let base: Double
    /// Once-off cost of leaving, inside `value`.
    public let switchingCost: Double
    /// Of `value`, what moving costs a year more than for the alternative: it is paid of what taxes leave.
    public let moving: Double
    /// Ends of `base` under other assumptions, for a model's figure; nil for a document's.
    public let range: ClosedRange<Double>?

    public init(
      kind: Kind, name: String, value: Double, base: Double, switchingCost: Double = 0, moving: Double = 0,
      range: ClosedRange<Double>? = nil
    ) {
      self.kind = kind
      self.name = name
      self.value = value
      self.base = base
      self.switchingCost = switchingCost
      self.moving = moving
      self.range = range
    }
  }

  /// Best first.
  public let alternatives: [Alternative]

  public init(alternatives: [Alternative]) {
    self.alternatives = alternatives.sorted { ($0.base, $1.name) > ($1.base, $0.name) }
  }

  /// The alternative that sets the figure.
  public var binding: Alternative? { alternatives.first }

  /// The base salary below which one is better off without this offer.
  public var base: Double { binding?.base ?? 0 }
}
