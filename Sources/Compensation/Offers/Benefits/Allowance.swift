/// Money or things for a purpose, by the year.
///
///     stipend: 1,200/y
///     tuition: {amount: 8k/y, uses: yes}
public struct Allowance: Sendable, Equatable {
  public enum Purpose: String, CaseIterable, Sendable {
    /// Paid out, for desk, line or anything.
    case stipend
    case phone, meals, equipment, tuition

    /// Paid in money; the others are things or fees that the employer pays.
    public var isMoney: Bool { self == .stipend }
  }

  public var purpose: Purpose
  public var perYear: Double
  /// Odds that one makes use of it; nil for the usual ones.
  public var useOdds: Double?

  public init(purpose: Purpose, perYear: Double, useOdds: Double? = nil) {
    self.purpose = purpose
    self.perYear = perYear
    self.useOdds = useOdds
  }
}
