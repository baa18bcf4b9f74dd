/// Money or things for a purpose, by the year or once.
///
///     stipend: 1,200/y
///     equipment: 1,500 once
///     tuition: {amount: 8k/y, uses: yes}
public struct Allowance: Sendable, Equatable {
  public enum Purpose: String, CaseIterable, Sendable {
    /// Paid out, for desk, line or anything.
    case stipend
    case phone, meals, equipment, tuition

    /// Paid in money; the others are things or fees that the employer pays.
    public var isMoney: Bool { self == .stipend }
  }

  public enum Size: Sendable, Equatable {
    case perYear(Double)
    /// On the first day; a current job has paid it.
    case once(Double)
  }

  public var purpose: Purpose
  public var size: Size
  /// Odds that one makes use of it; nil for the usual ones.
  public var useOdds: Double?

  public init(_ purpose: Purpose, _ size: Size, useOdds: Double? = nil) {
    self.purpose = purpose
    self.size = size
    self.useOdds = useOdds
  }

  var amount: Double {
    switch size {
    case .perYear(let amount), .once(let amount): return amount
    }
  }

  var isOnce: Bool { size == .once(amount) }
}
