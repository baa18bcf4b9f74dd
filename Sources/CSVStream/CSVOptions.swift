/// How a CSV file is to be read.
///
///     CSVOptions()                                    // guess the dialect, refuse what is malformed
///     CSVOptions(dialect: CSVDialect(delimiter: .tab), lenient: true)
public struct CSVOptions: Sendable {
  /// How many fields each record must have.
  public enum FieldCount: Sendable, Equatable {
    /// Any number; for files with title lines above their table.
    case any
    /// As many as the first record, the rule of RFC 4180.
    case sameAsFirst
    /// Exactly so many: `.exactly(32)`.
    case exactly(Int)
  }

  /// The largest `fieldLimit`, in bytes: 1 MiB, or 1,048,576.
  public static let largestFieldLimit = 1 << 20

  /// The file's dialect, or `nil` to guess it from its beginning: `CSVDialect(delimiter: .tab)`.
  public var dialect: CSVDialect?
  /// Whether malformed text is repaired and listed (`true`) rather than refused (`false`).
  public var lenient: Bool
  /// How many fields each record must have: `.sameAsFirst`. A record with another number is a
  /// `wrong-field-count` fault and not delivered; when lenient, it is delivered and listed as a repair.
  public var fieldCount: FieldCount
  /// The most bytes one field may have, from 1 to 1 MiB (values outside are clamped): `4096`.
  public var fieldLimit: Int
  /// The most faults, and the most repairs, kept with their text; the others are only counted: `50`.
  public var faultLimit: Int

  /// Bytes read at a time. At least 4, so that one block always holds one whole character.
  var blockSize = 256 << 10

  /// Options; without arguments the strict ones, `CSVOptions()`.
  public init(
    dialect: CSVDialect? = nil,
    lenient: Bool = false,
    fieldCount: FieldCount = .sameAsFirst,
    fieldLimit: Int = CSVOptions.largestFieldLimit,
    faultLimit: Int = 50
  ) {
    self.dialect = dialect
    self.lenient = lenient
    self.fieldCount = fieldCount
    self.fieldLimit = min(max(1, fieldLimit), CSVOptions.largestFieldLimit)
    self.faultLimit = faultLimit
  }
}
