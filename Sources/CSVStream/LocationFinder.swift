/// Finds one character by reading a record again, byte by byte, with libcsv deciding where fields begin.
struct LocationFinder {
  enum Target {
    /// The first character of a field, counted from 0.
    case field(Int)
    /// The character at a text offset from the start of the record's first line.
    case byte(Int)
    /// The character in a column, counted from 1, of the record's first line.
    case column(Int)
  }

  private static var blockSize: Int { 16 << 10 }
  /// More than the widest excerpt can show behind the target, in bytes.
  static var excerptLength: Int { 2048 }

  private let source: CSVSource
  private let target: Target
  /// Bytes read behind the target, to be shown.
  private let lookAhead: Int
  private var line: Int
  private var index = 0
  private var lineBytes: [UInt8] = []
  private var found: Int?
  private var firstBlank: Int?
  private var lastWasCR = false

  init(source: CSVSource, target: Target, line: Int, lookAhead: Int = LocationFinder.excerptLength) {
    self.source = source
    self.target = target
    self.lookAhead = lookAhead
    self.line = line
  }

  /// The line and the column alone.
  mutating func place(from position: CSVPosition) -> (line: Int, column: Int) {
    search(from: position)
    let before = lineBytes[..<min(found ?? lineBytes.count, lineBytes.count)]
    return (line, String(decoding: before, as: UTF8.self).count + 1)
  }

  mutating func run(from position: CSVPosition) -> CSVLocation {
    search(from: position)
    return location
  }

  private mutating func search(from position: CSVPosition) {
    let parser = RecordParser(
      delimiter: source.dialect.delimiter.rawValue, fieldLimit: CSVOptions.largestFieldLimit)
    var decoder = source.decoder(from: position.blockStart, blockSize: LocationFinder.blockSize)
    var skip = position.textOffset
    reading: while let block = try? decoder.next() {
      // What lies before the record is skipped in one step: a file of many faults asks for many places.
      let start = min(skip, block.text.count)
      skip -= start
      for byte in block.text[start...] where step(byte, parser) { break reading }
    }
  }

  /// Takes one byte; returns whether nothing more is needed.
  private mutating func step(_ byte: UInt8, _ parser: borrowing RecordParser) -> Bool {
    let isLineEnd = byte == 0x0A || byte == 0x0D
    if let found {
      if isLineEnd || lineBytes.count > found + lookAhead { return true }
      lineBytes.append(byte)
      return false
    }
    notice(byte, isLineEnd, parser)
    if found != nil, isLineEnd { return true }
    if byte == 0x0A, lastWasCR {
      lastWasCR = false
    } else if isLineEnd {
      lastWasCR = byte == 0x0D
      if found == nil, endsSearch(byte, parser) {
        found = lineBytes.count
        return true
      }
      line += 1
      lineBytes = []
      firstBlank = nil
    } else {
      lastWasCR = false
      lineBytes.append(byte)
    }
    index += 1
    if case .field = target, found == nil { feed(byte, parser) }
    return false
  }

  /// Sets `found` if this byte is the target.
  private mutating func notice(_ byte: UInt8, _ isLineEnd: Bool, _ parser: borrowing RecordParser) {
    switch target {
    case .byte(let offset):
      if index >= offset { found = lineBytes.count }
    case .column(let column):
      // A character has at least one byte: decoding before so many have come would be in vain.
      if byte & 0xC0 != 0x80, lineBytes.count >= column - 1,
        String(decoding: lineBytes, as: UTF8.self).count >= column - 1
      {
        found = lineBytes.count
      }
    case .field(let field):
      guard parser.count == field, parser.isBetweenFields else { return }
      let delimiter = source.dialect.delimiter.rawValue
      if (byte == 0x20 || byte == 0x09) && byte != delimiter {
        firstBlank = firstBlank ?? lineBytes.count
      } else if byte == delimiter || (isLineEnd && !parser.isBetweenRecords) {
        // An empty field stands right behind the delimiter before it.
        found = firstBlank ?? lineBytes.count
      } else if !isLineEnd {
        found = lineBytes.count
      }
    }
  }

  /// Whether the record, or for a column the line, ends with this line end without the target.
  private func endsSearch(_ byte: UInt8, _ parser: borrowing RecordParser) -> Bool {
    switch target {
    case .byte: return false
    case .column: return true
    case .field: return !parser.isBetweenRecords && !parser.isInsideQuotes
    }
  }

  private func feed(_ byte: UInt8, _ parser: borrowing RecordParser) {
    let stop = withUnsafePointer(to: byte) {
      parser.feed(UnsafeBufferPointer(start: $0, count: 1)).stop
    }
    if stop == .strayQuote { _ = parser.feedLeniently(byte) }
  }

  private var location: CSVLocation {
    let offset = min(found ?? lineBytes.count, lineBytes.count)
    return CSVLocation(
      line: line,
      textBefore: String(decoding: lineBytes[..<offset], as: UTF8.self),
      textFrom: String(decoding: lineBytes[offset...], as: UTF8.self))
  }
}
