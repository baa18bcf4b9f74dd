/// Why a CSV file, or one record of it, cannot be read: a value with a stable name and a place.
///
///     offers.csv:3:8: error: [unclosed-quote] the quoted field is never closed
public struct CSVFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The stable names of faults; the raw value is what scripts may rely on, `"unclosed-quote"`.
  public enum Name: String, Sendable, CaseIterable {
    /// A quoted field runs to the end of the file.
    case unclosedQuote = "unclosed-quote"
    /// A quote inside an unquoted field, or text after a closing quote.
    case strayQuote = "stray-quote"
    /// A field has more bytes than the limit.
    case fieldTooLarge = "field-too-large"
    /// A record has more than 64 MiB.
    case recordTooLarge = "record-too-large"
    /// A record has more than 65,536 fields.
    case tooManyFields = "too-many-fields"
    /// A byte that is no part of UTF-8 text.
    case invalidUTF8 = "invalid-utf8"
    /// Half a character in UTF-16 text.
    case invalidUTF16 = "invalid-utf16"
    /// A NUL character: the file is not text.
    case nulByte = "nul-byte"
    /// A record has more or fewer fields than the others.
    case wrongFieldCount = "wrong-field-count"
    /// There is no record in the file.
    case emptyFile = "empty-file"
    /// Two columns have the same name.
    case duplicateColumn = "duplicate-column"
    /// The file is missing, a folder, or cannot be read.
    case unreadableFile = "unreadable-file"
    /// A gzip file breaks off, or its text is not what was packed.
    case damagedGzip = "damaged-gzip"
  }

  /// The fault's stable name: `.strayQuote`, printed as `stray-quote`.
  public let name: Name
  /// The file's name as the reader was given it: `"offers.csv"`.
  public let file: String
  /// Where it is; line 1, column 1 and an empty excerpt when the whole file is at fault.
  public let location: CSVLocation
  /// What is wrong: `"4 fields, expected 3"`.
  public let message: String
  /// What to do about it: `"quote the field if a comma belongs to its text"`.
  public let cure: String

  /// The physical line, from 1: `4`.
  public var line: Int { location.line }
  /// The column in characters, from 1: `20`.
  public var column: Int { location.column }
  /// The text around the place: `Denver,IT Director,185000`.
  public var excerpt: String { location.excerpt }

  /// Whether nothing after this fault was read: `true` for a stray quote, `false` for a short record.
  public var endsReading: Bool { name != .wrongFieldCount && name != .duplicateColumn }

  /// The fault as users see it: place, name, excerpt with a caret, cure.
  ///
  ///     a.csv:2:5: error: [wrong-field-count] 3 fields, expected 2
  ///         2 | x,1,2
  ///           |     ^
  ///       quote the field if ',' belongs to its text, or remove the extra one
  public var description: String {
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let blank = String(repeating: " ", count: margin.count)
    let caret = String(repeating: " ", count: location.caret - 1) + "^"
    var lines = ["\(file):\(line):\(column): error: [\(name.rawValue)] \(message)"]
    if !excerpt.isEmpty { lines += ["\(margin) | \(excerpt)", "\(blank) | \(caret)"] }
    if !cure.isEmpty { lines.append("  \(cure)") }
    return lines.joined(separator: "\n")
  }
}
