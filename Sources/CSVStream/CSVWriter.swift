/// Writes records as CSV with as few quotes as reading back needs.
///
///     let writer = CSVWriter()
///     writer.line([.text("Denver, CO"), .number("185000"), .empty])        // "Denver, CO",185000,⏎
///
/// Spreadsheets take text that begins with `=`, `+`, `-`, `@`, tab or CR for a formula, which may do harm
/// when the text comes from a stranger. Such text gets an apostrophe in front; so does text that already has
/// one there, so that `unguarded` always returns the original.
public struct CSVWriter: Sendable {
  private let delimiter: UInt8
  private let lineEnding: String

  /// A writer with a delimiter and line end: `CSVWriter(delimiter: UInt8(ascii: ";"), lineEnding: "\r\n")`.
  public init(delimiter: UInt8 = 44, lineEnding: String = "\n") {
    self.delimiter = delimiter
    self.lineEnding = lineEnding
  }

  /// One record with its line end: `line([.text("a"), .empty])` is `"a,\n"`.
  ///
  /// A record of a single empty field is written `""`, as readers skip blank lines. NUL characters, which no
  /// CSV reader can be trusted with, become U+FFFD.
  public func line(_ fields: [CSVField]) -> String {
    if fields == [.empty] { return "\"\"" + lineEnding }
    var line: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { line.append(delimiter) }
      switch field {
      case .empty: break
      case .number(let number): append(number, to: &line, isAbsentIfEmpty: fields.count > 1)
      case .text(let text): append(CSVWriter.guarded(text), to: &line, isAbsentIfEmpty: false)
      }
    }
    return String(decoding: line, as: UTF8.self) + lineEnding
  }

  /// Text as it is written, with an apostrophe where a spreadsheet would see a formula.
  ///
  ///     CSVWriter.guarded("=1+1")       // '=1+1
  ///     CSVWriter.guarded("'=1+1")      // ''=1+1
  ///     CSVWriter.guarded("Denver")     // Denver
  public static func guarded(_ text: String) -> String {
    let bytes = text.utf8.prefix(2)
    guard let first = bytes.first else { return text }
    if isFormulaStart(first) { return "'" + text }
    if first == apostrophe, let second = bytes.dropFirst().first,
      second == apostrophe || isFormulaStart(second)
    {
      return "'" + text
    }
    return text
  }

  /// The text that `guarded` was given: `unguarded("'=1+1")` is `=1+1`, `unguarded("'tis")` is `'tis`.
  public static func unguarded(_ text: String) -> String {
    let bytes = text.utf8.prefix(2)
    guard bytes.first == apostrophe, let second = bytes.dropFirst().first,
      second == apostrophe || isFormulaStart(second)
    else { return text }
    // By bytes, since the apostrophe and what follows may be one Character.
    return String(decoding: text.utf8.dropFirst(), as: UTF8.self)
  }

  private static var apostrophe: UInt8 { 0x27 }

  private static func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }

  private func append(_ text: String, to line: inout [UInt8], isAbsentIfEmpty: Bool) {
    let bytes = text.utf8
    if bytes.isEmpty, isAbsentIfEmpty { return }
    guard needsQuotes(bytes) else {
      line.append(contentsOf: bytes)
      return
    }
    line.append(0x22)
    for byte in bytes {
      if byte == 0 {
        line.append(contentsOf: "\u{FFFD}".utf8)
      } else {
        line.append(byte)
        if byte == 0x22 { line.append(0x22) }
      }
    }
    line.append(0x22)
  }

  private func needsQuotes(_ bytes: String.UTF8View) -> Bool {
    guard let first = bytes.first else { return true }
    let isBlank = { (byte: UInt8?) in byte == 0x20 || byte == 0x09 }
    // A first byte of EF may be a byte-order mark, which a reader would take off an unquoted first field.
    if first == 0xEF || isBlank(first) || isBlank(bytes.last) { return true }
    return bytes.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A || $0 == 0 }
  }
}
