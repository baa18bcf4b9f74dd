import Quantities

/// One value of a sheet. Its column says what the value means.
///
///     let row: [Cell] = ["Denver, CO", 186_000, .absent("withheld"), nil]
public enum Cell: Sendable, Hashable {
  case text(String)
  case number(Double)
  /// A number from a file, printed to the letter: `-1.50`.
  case verbatim(DecimalText)
  case integer(Int)
  case flag(Bool)
  /// An amount in another currency than its column's; the currency needs its own column in CSV.
  case money(Double, currency: String)
  /// No value, and people are told why, for example "withheld"; programs get null.
  case absent(String)
  case empty
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByNilLiteral, ExpressibleByBooleanLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .empty }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension Cell: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension Cell {
  /// The number, or an empty cell if there is none.
  ///
  ///     Cell.orEmpty(mean)
  public static func orEmpty(_ value: Double?) -> Cell {
    value.map { .number($0) } ?? .empty
  }

  /// The text, or an empty cell if there is none.
  ///
  ///     Cell.orEmpty(offer.deadline?.description)
  public static func orEmpty(_ value: String?) -> Cell {
    value.map { .text($0) } ?? .empty
  }
}
