/// What a file's dialect was guessed to be, and why.
///
///     let sniffing = CSVDialect.sniff(Array("name;pay\nAda;1234,5\n".utf8))
///     sniffing.dialect.delimiter        // .semicolon
///     sniffing.summary                  // "delimiter ';', decimal comma, UTF-8"
public struct CSVSniffing: Sendable {
  /// The guess: `dialect.decimalMark` is `.comma`.
  public let dialect: CSVDialect
  /// One sentence for each part of the guess: `"3 of 3 records have 2 fields with delimiter ';'"`.
  public let reasons: [String]

  /// The guess in one line: `"delimiter ';', decimal comma, Windows-1252"`.
  public var summary: String {
    let mark = dialect.decimalMark == .comma ? "decimal comma" : "decimal point"
    let byteOrderMark = dialect.hasByteOrderMark ? " with byte-order mark" : ""
    return "delimiter \(dialect.delimiter.title), \(mark), \(dialect.encoding.rawValue)\(byteOrderMark)"
  }

  /// Bytes looked at for the encoding.
  static var sampleSize: Int { 256 << 10 }
  /// Bytes looked at for the delimiter and the decimal mark, a multiple of 4.
  static var tableSampleSize: Int { 64 << 10 }

  init(sample: [UInt8], isWhole: Bool) {
    var (dialect, reason) = EncodingGuess.guess(sample, isWhole: isWhole)
    let table = Array(sample.prefix(CSVSniffing.tableSampleSize))
    let isWhole = isWhole && table.count == sample.count
    let candidates = CSVDialect.Delimiter.allCases.map { delimiter in
      dialect.delimiter = delimiter
      return DelimiterCandidate(table, dialect, isWhole: isWhole)
    }
    let best = DelimiterCandidate.best(of: candidates)
    dialect.delimiter = best.delimiter
    dialect.decimalMark = best.decimalMark
    self.dialect = dialect
    reasons = [best.reason, best.decimalReason, reason]
  }
}

extension CSVDialect {
  /// Guesses the dialect of a whole file, or of its first bytes.
  ///
  ///     CSVDialect.sniff(Array("a\tb\n1\t2\n".utf8)).dialect.delimiter        // .tab
  ///
  /// Quoted text may hold any delimiter. A file of one column counts as comma-separated, unless its numbers
  /// have decimal commas. The first 256 KiB are looked at.
  public static func sniff(_ bytes: [UInt8]) -> CSVSniffing {
    let sample = Array(bytes.prefix(CSVSniffing.sampleSize))
    return CSVSniffing(sample: sample, isWhole: sample.count == bytes.count)
  }
}
