/// What the values of a column are: decides alignment and format.
public enum ColumnKind: Sendable, Hashable {
  case text
  /// People read `$203,340`; CSV and JSON get a plain number of at most 2 decimals.
  case money(currency: String)
  /// People read that many decimals, programs at most 6.
  case number(decimals: Int)
  /// A ratio: people read `12.8%`, programs `0.128`.
  case percent(decimals: Int)
  /// Never rounded: the shortest decimal that reads back as the same number.
  case exact
  case integer
  /// ISO text, `2026-11-21`.
  case date
  case flag

  /// Numbers stand flush right, so that their digits line up.
  var isNumeric: Bool {
    switch self {
    case .money, .number, .percent, .exact, .integer: true
    case .text, .date, .flag: false
    }
  }
}

/// A column of a sheet: a key for programs, a heading for people.
///
///     Column("p50", "Median", .money(currency: "USD"))
public struct Column: Sendable, Hashable {
  /// The key in CSV headers, JSON and `--fields`, in snake_case.
  public let id: String
  /// The heading for people.
  public let heading: String
  public let kind: ColumnKind
  /// Whether its texts are names that one types again: people see them whole, however wide the page gets.
  public let isWhole: Bool

  /// A column; the kind is text unless said otherwise.
  ///
  ///     Column("location", "Location")
  public init(_ id: String, _ heading: String, _ kind: ColumnKind = .text, isWhole: Bool = false) {
    self.id = id
    self.heading = heading
    self.kind = kind
    self.isWhole = isWhole
  }
}
