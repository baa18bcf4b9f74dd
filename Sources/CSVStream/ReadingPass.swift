/// One reading of a file from start to end: blocks become lines, lines become records, and all is counted.
struct ReadingPass: ~Copyable {
  private(set) var result = CSVRun()

  private let source: CSVSource
  private let options: CSVOptions
  private let decimalMark: UInt8
  private let parser: RecordParser
  private var line = 1
  private var isAtLineStart = true
  private var lineStart: CSVPosition
  private var recordStart: CSVPosition
  /// Offsets in the text as UTF-8, from the file's start.
  private var blockByte = 0
  private var lineByte = 0
  private var recordByte = 0
  private var expectedCount: Int?
  private var nextOddity = 0
  /// Repairs listed before the record being read.
  private var repairsBefore = 0
  /// Records seen, delivered or not: a file of bad ones only is not empty.
  private var seenCount = 0

  init(source: CSVSource, options: CSVOptions) {
    self.source = source
    self.options = options
    decimalMark = source.dialect.decimalMark.rawValue
    parser = RecordParser(delimiter: source.dialect.delimiter.rawValue, fieldLimit: options.fieldLimit)
    lineStart = source.start
    recordStart = source.start
    if case .exactly(let count) = options.fieldCount { expectedCount = count }
  }

  mutating func run(_ body: (borrowing CSVRecord) throws -> Void) rethrows {
    var decoder = BlockDecoder(
      source: source.bytes, encoding: source.dialect.encoding, isLenient: options.lenient,
      from: source.textStart, blockSize: min(options.blockSize, max(4096, source.bytes.size + 1)))
    var cutter = LineCutter()
    while true {
      let block: BlockDecoder.Block?
      do throws(ReadFailure) { block = try decoder.next() } catch {
        refuse(error)
        return
      }
      guard let block else { break }
      cutter.start(block.text)
      nextOddity = 0
      while let piece = cutter.next() {
        begin(piece, of: block)
        if try !parse(block, piece, body) { return }
        if piece.endsLine { line += 1 }
        isAtLineStart = piece.endsLine || piece.isSecondHalf
      }
      blockByte += block.text.count
      if !options.lenient, let oddity = block.oddities.first {
        refuse(oddity, block)
        return
      }
    }
    try finish(body)
  }

  private mutating func begin(_ piece: LineCutter.Piece, of block: BlockDecoder.Block) {
    if isAtLineStart, !piece.isSecondHalf {
      let offset = piece.range.lowerBound
      // Where the file says the same, a place is looked up without decoding what lies before it in the block.
      lineStart =
        block.isVerbatim
        ? CSVPosition(line: line, blockStart: block.start + offset, textOffset: 0)
        : CSVPosition(line: line, blockStart: block.start, textOffset: offset)
      lineByte = blockByte + offset
    }
    if parser.isBetweenRecords {
      recordStart = lineStart
      recordByte = lineByte
      repairsBefore = result.repairCount
    }
  }

  /// Parses one piece; returns whether to go on.
  private mutating func parse(
    _ block: borrowing BlockDecoder.Block, _ piece: LineCutter.Piece,
    _ body: (borrowing CSVRecord) throws -> Void
  ) rethrows -> Bool {
    let text = block.text
    var start = piece.range.lowerBound
    while true {
      let rest = UnsafeBufferPointer(rebasing: text[start..<piece.range.upperBound])
      let (consumed, stop) = parser.feed(rest)
      start += consumed
      guard let stop else { break }
      let byte = blockByte + start
      guard options.lenient, stop == .strayQuote else {
        refuse(stop, byte: byte)
        return false
      }
      let what =
        parser.isQuoted
        ? "text after a closing quote: the quote was kept as text, the field goes on to its next quote"
        : "a quote inside an unquoted field was kept as text"
      let repair = CSVRepair(name: .strayQuote, line: line, byte: byte, what: what)
      if let stop = parser.feedLeniently(text[start]) {
        refuse(stop, byte: byte)
        return false
      }
      listOddities(of: block, upTo: start)
      result.add(repair, limit: options.faultLimit)
      start += 1
      if start == piece.range.upperBound { break }
    }
    if options.lenient { listOddities(of: block, upTo: piece.range.upperBound) }
    if parser.isBetweenRecords, parser.count > 0 { try deliver(body) }
    return true
  }

  private mutating func deliver(_ body: (borrowing CSVRecord) throws -> Void) rethrows {
    let count = parser.count
    defer { parser.reset() }
    seenCount += 1
    if expectedCount == nil, options.fieldCount == .sameAsFirst { expectedCount = count }
    if let expectedCount, count != expectedCount {
      if !options.lenient {
        refuseCount(count, expected: expectedCount)
        return
      }
      let what = "\(fields(count)), expected \(expectedCount): the record was kept as it is"
      let repair = CSVRepair(name: .wrongFieldCount, line: recordStart.line, byte: recordByte, what: what)
      result.add(repair, limit: options.faultLimit)
    }
    let context = CSVRecord.Context(
      ordinal: result.recordCount, position: recordStart, decimalMark: decimalMark)
    result.recordCount += 1
    let (base, ends) = (parser.base, parser.ends)
    try withUnsafePointer(to: context) { context in
      try body(CSVRecord(count: count, base: base, ends: ends, context: context))
    }
  }

  private mutating func finish(_ body: (borrowing CSVRecord) throws -> Void) rethrows {
    let wasOpen = parser.isInsideQuotes
    if let stop = parser.finish(isLenient: options.lenient) {
      refuse(stop, byte: blockByte)
      return
    }
    if wasOpen {
      let what = "the quoted field is never closed: the rest of the file was read as its text"
      let repair = CSVRepair(name: .unclosedQuote, line: recordStart.line, byte: recordByte, what: what)
      result.add(repair, limit: options.faultLimit)
    }
    if parser.count > 0 { try deliver(body) }
    result.lineCount = isAtLineStart ? line - 1 : line
    result.isComplete = true
    if seenCount == 0 { add { .emptyFile($0) } }
  }

  private mutating func listOddities(of block: BlockDecoder.Block, upTo end: Int) {
    while nextOddity < block.oddities.count, block.oddities[nextOddity].textOffset < end {
      let oddity = block.oddities[nextOddity]
      let what = "\(oddity.what) was replaced by U+FFFD"
      let byte = blockByte + oddity.textOffset
      result.add(
        CSVRepair(name: oddity.name, line: line, byte: byte, what: what), limit: options.faultLimit)
      nextOddity += 1
    }
  }
}

// What is refused, with its place.
extension ReadingPass {
  /// Adds a fault; its place is looked up only if its text is kept, or a file of bad rows would be read many times.
  private mutating func add(endsReading: Bool = false, _ fault: (CSVSource) -> CSVFault) {
    result.faultCount += 1
    if endsReading || result.faults.count < options.faultLimit { result.faults.append(fault(source)) }
    result.lineCount = line
  }

  /// The file cannot be read on. Of a damaged one nothing else is said: its text is not what was written.
  private mutating func refuse(_ failure: ReadFailure) {
    if failure.damage != nil { (result.faults, result.faultCount) = ([], 0) }
    add(endsReading: true) { CSVFault(unreadable: $0.name, failure: failure) }
  }

  /// The text cannot be read on, unless it is another than the one that was packed.
  private mutating func end(_ fault: (CSVSource) -> CSVFault) {
    if let damage = source.bytes.damage { refuse(damage) } else { add(endsReading: true, fault) }
  }

  private mutating func refuse(_ stop: RecordParser.Stop, byte: Int) {
    let start = recordStart
    let field = parser.fieldAtFault
    // How far the parser came in this record depends on the blocks; what is reported must not.
    result.dropRepairs(after: repairsBefore)
    defer { result.lineCount = start.line }
    switch stop {
    case .strayQuote:
      let isQuoted = parser.isQuoted
      let offset = byte - recordByte
      end { source in
        let quote = source.location(ofByte: offset, at: start)
        return .strayQuote(source, source.location(ofField: field, at: start), at: quote, isQuoted: isQuoted)
      }
    case .unclosedQuote:
      end { .unclosedQuote($0, $0.location(ofField: field, at: start)) }
    case .fieldTooLarge:
      let limit = options.fieldLimit
      end { .fieldTooLarge($0, $0.location(ofField: field, at: start), limit: limit) }
    case .recordTooLarge:
      end { .recordTooLarge($0, $0.location(ofField: 0, at: start)) }
    case .tooManyFields:
      end { .tooManyFields($0, $0.location(ofField: 0, at: start)) }
    }
  }

  private mutating func refuse(_ oddity: BlockDecoder.Oddity, _ block: BlockDecoder.Block) {
    // The oddity stands right behind the text; the line it is on may begin there, too.
    let byte = blockByte - block.text.count + oddity.textOffset
    let start: CSVPosition
    if isAtLineStart {
      start = CSVPosition(line: line, blockStart: block.start, textOffset: oddity.textOffset)
      lineByte = byte
    } else {
      start = lineStart
    }
    let offset = byte - lineByte
    end { .notText($0, $0.location(ofByte: offset, at: start), oddity) }
  }

  private mutating func refuseCount(_ count: Int, expected: Int) {
    let start = recordStart
    add {
      let place = $0.location(ofField: min(count, expected), at: start)
      return .wrongFieldCount($0, place, count: count, expected: expected)
    }
  }
}
