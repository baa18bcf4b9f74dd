/// One dated fact or default: a row of `MarketData/parameters`.
///
/// Law, market facts and our own judgements are all rows like this one, so that each figure can name where it
/// comes from and a user can put another in its place.
///
///     room.mean,below-p50,2026-01-01,0.10,ratio,judgement,"our judgement",,
///
/// An object rather than a value, since every element keeps the rows that it rests on.
public final class Parameter: Sendable, Equatable {
  /// How firm the number is.
  public enum Status: String, CaseIterable, Sendable {
    /// Printed by its publisher; `reference` says where.
    case published
    /// Follows from a formula in a cited work.
    case formula
    /// Computed by us from the shipped data.
    case computed
    /// Our choice: override it when you know better.
    case judgement
    /// Remembered from the literature, not read again.
    case recalled
    /// Set by the user in a scenario or on the command line.
    case yours
  }

  /// Dotted and in kebab case, such as `room.mean`.
  public let name: String
  /// What it applies to: a role, an occupation group, a position; empty when it is general.
  public let scope: String
  public let effectiveFrom: CalendarDate
  public let value: Double
  /// `ratio` (never percent), `USD/year`, `months`, `probability/month`, ...
  public let unit: String
  public let status: Status
  public let reference: String
  public let note: String
  /// File and line the row was read from.
  public let origin: String

  public init(
    name: String, scope: String, effectiveFrom: CalendarDate, value: Double, unit: String, status: Status,
    reference: String, note: String = "", origin: String = ""
  ) {
    self.name = name
    self.scope = scope
    self.effectiveFrom = effectiveFrom
    self.value = value
    self.unit = unit
    self.status = status
    self.reference = reference
    self.note = note
    self.origin = origin
  }

  /// The same fact with a number of the user's in place of the published one.
  func replaced(by value: Double, origin: String) -> Parameter {
    Parameter(
      name: name, scope: scope, effectiveFrom: effectiveFrom, value: value, unit: unit, status: .yours,
      reference: "your value", note: note, origin: origin)
  }

  public static func == (left: Parameter, right: Parameter) -> Bool {
    left === right
      || left.isSameFact(as: right) && left.value == right.value && left.unit == right.unit
        && left.status == right.status && left.reference == right.reference && left.note == right.note
        && left.origin == right.origin
  }

  /// Whether both are of one name, scope and date.
  func isSameFact(as other: Parameter) -> Bool {
    self === other || effectiveFrom == other.effectiveFrom && name == other.name && scope == other.scope
  }

  /// `room.mean[below-p50]`, the way overrides name it.
  public var key: String { scope.isEmpty ? name : "\(name)[\(scope)]" }
}
