import CSVStream

/// The cells of a CSV file, each with its place in the text, so that one can be read, blamed or changed.
///
/// Lines that begin with `#` are comments, and not cells.
struct SheetGrid: Sendable {
  struct Cell: Sendable {
    /// Without quotes, formula guard and outer blanks.
    let text: String
    /// In code points of the text, quotes included.
    let span: Range<Int>
    let isQuoted: Bool
  }

  struct Row: Sendable {
    let cells: [Cell]
    /// Right behind the last cell.
    let end: Int

    func text(_ column: Int) -> String { column < cells.count ? cells[column].text : "" }

    /// Where a column's cell begins, or would.
    func offset(_ column: Int) -> Int { column < cells.count ? cells[column].span.lowerBound : end }
  }

  let file: String
  let source: SourceText
  let dialect: CSVDialect
  /// The header first; comments and blank lines are left out.
  let rows: [Row]
  /// Bytes as they were, byte order mark and encoding included.
  let bytes: [UInt8]

  static let byteLimit = 4 << 20

  /// Throws ``BadInput`` with every fault of the CSV text.
  init(bytes: [UInt8], file: String) throws {
    self.file = file
    self.bytes = bytes
    guard bytes.count <= SheetGrid.byteLimit else {
      let unseen = SourceText(file: file, bytes: [])
      let text = FaultText.tooLarge("bytes", limit: SheetGrid.byteLimit)
      throw BadInput([ScenarioReading.diagnostic(text, at: nil, unseen)])
    }
    let original = CSVReader(bytes: bytes, name: file)
    let isStrictUTF8 = original.dialect.encoding == .utf8
    let hasMark = original.dialect.hasByteOrderMark
    // What is no UTF-8 stays in for CSVStream to point at.
    let text = isStrictUTF8 ? Array(bytes.dropFirst(hasMark ? 3 : 0)) : original.source.utf8()
    let plain = SheetGrid.withoutComments(text)
    let reader = CSVReader(bytes: plain, name: file, options: CSVOptions(fieldCount: .any))
    var dialect = reader.dialect
    dialect.encoding = original.dialect.encoding
    dialect.hasByteOrderMark = hasMark
    self.dialect = dialect
    var records: [[String]] = []
    let run = reader.forEachRecord { record in
      records.append((0..<record.count).map { record.text($0) })
    }
    guard run.faultCount == 0 else { throw BadInput(run.faults.map { Diagnostic($0) }, count: run.faultCount) }
    source = SourceText(file: file, bytes: text)
    let delimiter = Unicode.Scalar(dialect.delimiter.rawValue)
    let spans = SheetScan.spans(Array(String(decoding: plain, as: UTF8.self).unicodeScalars), delimiter: delimiter)
    // The scan only finds places; what the cells say comes from CSVStream, and both must see the same table.
    guard spans.map(\.count) == records.map(\.count) else {
      throw BadInput([ScenarioReading.diagnostic(.cellsUnclear(), at: nil, source)])
    }
    rows = zip(spans, records).compactMap { spans, texts in
      guard let last = spans.last, texts.first?.hasPrefix("#") != true, texts.contains(where: { !$0.isEmpty }) else {
        return nil
      }
      let cells = zip(spans, texts).map { span, text in
        Cell(text: SheetGrid.trimmed(CSVWriter.unguarded(text)), span: span.range, isQuoted: span.isQuoted)
      }
      return Row(cells: cells, end: last.range.upperBound)
    }
  }

  /// Comment lines made blank, to the byte, so that places stay: a comment may hold quotes that open nothing.
  private static func withoutComments(_ text: [UInt8]) -> [UInt8] {
    var result = text
    var isInQuotes = false
    var isLineStart = true
    var isComment = false
    for (index, byte) in text.enumerated() {
      if byte == 0x0A || byte == 0x0D {
        isLineStart = true
        isComment = false
        continue
      }
      if isLineStart, byte == 0x23, !isInQuotes { isComment = true }
      isLineStart = false
      if isComment { result[index] = 0x20 } else if byte == 0x22 { isInQuotes.toggle() }
    }
    return result
  }

  /// Without white space around it, no-break spaces included.
  static func trimmed(_ text: String) -> String { Entry.trimmed(text) }
}

/// Finds where the cells of a CSV text stand; the text has been read and found sound.
enum SheetScan {
  typealias Span = (range: Range<Int>, isQuoted: Bool)

  static func spans(_ text: [Unicode.Scalar], delimiter: Unicode.Scalar) -> [[Span]] {
    var rows: [[Span]] = []
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, !isBreak(text[index]), isBlank(text[index], delimiter) { index += 1 }
      if index < text.count, isBreak(text[index]) {
        index += 1
        continue
      }
      if index == text.count { break }
      index = start
      rows.append(row(text, &index, delimiter))
    }
    return rows
  }

  private static func row(_ text: [Unicode.Scalar], _ index: inout Int, _ delimiter: Unicode.Scalar) -> [Span] {
    var spans: [Span] = []
    while true {
      spans.append(cell(text, &index, delimiter))
      guard index < text.count, text[index] == delimiter else { return spans }
      index += 1
    }
  }

  private static func cell(_ text: [Unicode.Scalar], _ index: inout Int, _ delimiter: Unicode.Scalar) -> Span {
    while index < text.count, isBlank(text[index], delimiter) { index += 1 }
    let start = index
    if index < text.count, text[index] == "\"" {
      index += 1
      while index < text.count {
        if text[index] == "\"" {
          if index + 1 < text.count, text[index + 1] == "\"" { index += 1 } else { break }
        }
        index += 1
      }
      index = min(index + 1, text.count)
      let end = index
      while index < text.count, isBlank(text[index], delimiter) { index += 1 }
      return (start..<end, true)
    }
    while index < text.count, text[index] != delimiter, !isBreak(text[index]) { index += 1 }
    var end = index
    while end > start, isBlank(text[end - 1], delimiter) { end -= 1 }
    return (start..<end, false)
  }

  private static func isBlank(_ scalar: Unicode.Scalar, _ delimiter: Unicode.Scalar) -> Bool {
    (scalar == " " || scalar == "\t") && scalar != delimiter
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}
