/// How a CSV file is written down: its delimiter, decimal mark and encoding.
///
///     CSVDialect()                                                  // comma, point, UTF-8
///     CSVDialect(delimiter: .semicolon, decimalMark: .comma, encoding: .windows1252)
public struct CSVDialect: Sendable, Equatable {
  /// The byte between two fields, `Delimiter.semicolon` for `a;b`.
  public enum Delimiter: UInt8, Sendable, CaseIterable {
    /// `a,b`
    case comma = 0x2C
    /// `a;b`
    case semicolon = 0x3B
    /// `a<tab>b`
    case tab = 0x09
    /// `a|b`
    case pipe = 0x7C

    /// The delimiter as people call it: `Delimiter.tab.title` is `"tab"`, `Delimiter.pipe.title` `"'|'"`.
    public var title: String {
      self == .tab ? "tab" : "'\(Character(UnicodeScalar(rawValue)))'"
    }
  }

  /// The mark before the fraction of a number, `DecimalMark.comma` for `1,5`.
  public enum DecimalMark: UInt8, Sendable, CaseIterable {
    /// `1.5`
    case point = 0x2E
    /// `1,5`
    case comma = 0x2C
  }

  /// How characters became bytes, `Encoding.utf8` in nearly every file of today.
  public enum Encoding: String, Sendable, CaseIterable {
    /// UTF-8, which includes plain ASCII.
    case utf8 = "UTF-8"
    /// UTF-16, low byte first: what Windows programs call Unicode text.
    case utf16LittleEndian = "UTF-16 LE"
    /// UTF-16, high byte first.
    case utf16BigEndian = "UTF-16 BE"
    /// Windows-1252, the western European superset of Latin-1.
    case windows1252 = "Windows-1252"

    var byteOrderMark: [UInt8] {
      switch self {
      case .utf8: [0xEF, 0xBB, 0xBF]
      case .utf16LittleEndian: [0xFF, 0xFE]
      case .utf16BigEndian: [0xFE, 0xFF]
      case .windows1252: []
      }
    }
  }

  /// The byte between two fields: `.comma` in `a,b`.
  public var delimiter: Delimiter
  /// The mark before a number's fraction: `.point` in `1.5`.
  public var decimalMark: DecimalMark
  /// How characters became bytes: `.utf8`.
  public var encoding: Encoding
  /// Whether the file begins with a byte-order mark. It is never part of a field, `true` or `false`.
  public var hasByteOrderMark: Bool

  /// A dialect; without arguments the one of RFC 4180 in UTF-8, `CSVDialect()`.
  public init(
    delimiter: Delimiter = .comma,
    decimalMark: DecimalMark = .point,
    encoding: Encoding = .utf8,
    hasByteOrderMark: Bool = false
  ) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
  }
}
