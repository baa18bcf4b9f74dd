/// The text behind a reader: answers where a field stands, and shows the line, by reading that part again.
///
/// Nothing is remembered while reading, so that a file of millions of records costs no memory for columns
/// that only a message needs.
///
///     let place = reader.source.location(ofField: 2, at: record.position)
///     place.column        // 20
public struct CSVSource: Sendable {
  /// The file's name as messages show it: `"offers.csv"`.
  public let name: String

  let bytes: ByteSource
  let dialect: CSVDialect
  let textStart: Int

  /// Where a field stands: its first character, the opening quote if it is quoted. A quoted field may stand
  /// on a later physical line than its record begins. A field beyond the last stands at the record's end.
  ///
  ///     source.location(ofField: 2, at: record.position).column        // 20
  public func location(ofField field: Int, at position: CSVPosition) -> CSVLocation {
    var finder = LocationFinder(source: self, target: .field(field), line: position.line)
    return finder.run(from: position)
  }

  /// Where a field stands, without the text around it: for lists of very many places.
  ///
  ///     source.place(ofField: 2, at: record.position).column        // 20
  public func place(ofField field: Int, at position: CSVPosition) -> (line: Int, column: Int) {
    var finder = LocationFinder(source: self, target: .field(field), line: position.line, lookAhead: 0)
    return finder.place(from: position)
  }

  /// The same by the line on which the record begins; the file is read again from its start to that line.
  ///
  ///     source.location(ofField: 2, inRecordAtLine: 4).column        // 20
  public func location(ofField field: Int, inRecordAtLine line: Int) -> CSVLocation {
    location(ofField: field, at: position(ofLine: line))
  }

  /// A physical line's text without its end, cut around a column if it is long: `Denver,IT Director,185000`.
  /// Empty for a line that does not exist.
  public func excerpt(line: Int, around column: Int = 1) -> String {
    let position = position(ofLine: line)
    guard position.line == line else { return "" }
    var finder = LocationFinder(source: self, target: .column(column), line: line)
    return finder.run(from: position).excerpt
  }

  /// Where the character at a text offset from the start of a record's first line stands.
  func location(ofByte offset: Int, at position: CSVPosition) -> CSVLocation {
    var finder = LocationFinder(source: self, target: .byte(offset), line: position.line)
    return finder.run(from: position)
  }

  var start: CSVPosition { CSVPosition(line: 1, blockStart: textStart, textOffset: 0) }

  func decoder(from offset: Int, blockSize: Int) -> BlockDecoder {
    // Lenient, since a fault that ended the reading must not end the showing of its line.
    BlockDecoder(
      source: bytes, encoding: dialect.encoding, isLenient: true, from: offset, blockSize: blockSize)
  }

  /// The start of a line, or of the last one if there are not so many.
  private func position(ofLine line: Int) -> CSVPosition {
    var decoder = decoder(from: textStart, blockSize: 256 << 10)
    var cutter = LineCutter()
    var position = start
    var current = 1
    var isAtLineStart = true
    while current <= line, let block = try? decoder.next() {
      cutter.start(block.text)
      while let piece = cutter.next() {
        if piece.isSecondHalf { continue }
        if isAtLineStart {
          let offset = piece.range.lowerBound
          position = CSVPosition(line: current, blockStart: block.start, textOffset: offset)
          if current == line { return position }
        }
        isAtLineStart = piece.endsLine
        if piece.endsLine { current += 1 }
      }
    }
    return position
  }
}
