/// How a household files its income tax in the United States.
///
/// Couples who file apart and surviving spouses are not covered.
public enum FilingStatus: String, Sendable, CaseIterable {
  case single
  /// Married, one return for both.
  case joint
  /// Head of household: unmarried, and keeps a home for a child.
  case headOfHousehold = "hoh"

  /// Adults on the return.
  public var adults: Int { self == .joint ? 2 : 1 }
}
