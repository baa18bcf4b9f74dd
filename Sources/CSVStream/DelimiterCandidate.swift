/// How well a sample reads as a table with one delimiter, with libcsv doing the reading.
struct DelimiterCandidate {
  let delimiter: CSVDialect.Delimiter
  private(set) var decimalMark = CSVDialect.DecimalMark.point
  private(set) var decimalReason = ""

  private var recordCount = 0
  /// Records by their number of fields.
  private var counts: [Int: Int] = [:]
  private var firstCount = 0
  private var fieldCount = 0
  /// Fields that hold another delimiter and are no number with a decimal comma.
  private var mixedCount = 0
  private var commaCount = 0
  private var pointCount = 0
  /// Numbers with commas between groups of three digits, and with points there.
  private var commaGroupCount = 0
  private var pointGroupCount = 0
  private var digitCount = 0
  private var isMalformed = false

  init(_ sample: [UInt8], _ dialect: CSVDialect, isWhole: Bool) {
    delimiter = dialect.delimiter
    let options = CSVOptions(dialect: dialect, fieldCount: .any, faultLimit: 1)
    let reader = CSVReader(bytes: sample, name: "", options: options)
    var last = (count: 0, mixed: 0)
    let run = reader.forEachRecord { record in
      let mixedBefore = mixedCount
      for field in 0..<record.count { look(at: record.bytes(field)) }
      if recordCount == 0 { firstCount = record.count }
      recordCount += 1
      fieldCount += record.count
      counts[record.count, default: 0] += 1
      last = (record.count, mixedCount - mixedBefore)
    }
    // The end of a sample may cut a record, a quoted field or a character: no fault of the delimiter.
    let fault = run.faults.first?.name
    isMalformed = fault == .strayQuote || (fault == .unclosedQuote && isWhole)
    if !isWhole, run.isComplete, recordCount > 1 {
      recordCount -= 1
      fieldCount -= last.count
      mixedCount -= last.mixed
      counts[last.count, default: 1] -= 1
    }
    decideDecimalMark()
  }

  /// The most frequent number of fields, the larger of two equally frequent ones.
  private var usualCount: Int {
    counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private var agreeingCount: Int { counts[usualCount] ?? 0 }

  /// From 0 to 2: how alike the records are, and how seldom a field holds another delimiter.
  private var score: Double {
    guard usualCount > 1, recordCount > 0, fieldCount > 0 else { return 0 }
    let agreement = Double(agreeingCount) / Double(recordCount)
    let purity = 1 - Double(mixedCount) / Double(fieldCount)
    return (agreement + purity) * (isMalformed ? 0.25 : 1)
  }

  /// Whether the delimiter only cuts the decimals off the numbers of a single column: the header line has no
  /// comma, and all other records are two runs of digits.
  private var isCuttingDecimals: Bool {
    delimiter == .comma && firstCount == 1 && usualCount == 2 && counts.count == 2
      && agreeingCount == recordCount - 1 && digitCount >= agreeingCount * 2
  }

  static func best(of candidates: [DelimiterCandidate]) -> DelimiterCandidate {
    let fitting = candidates.filter { $0.score > 0.5 && !$0.isCuttingDecimals }
    if var best = fitting.first {
      for candidate in fitting.dropFirst() {
        if (candidate.score, candidate.usualCount) > (best.score, best.usualCount) { best = candidate }
      }
      return best
    }
    let fallback: CSVDialect.Delimiter =
      candidates.contains { $0.isCuttingDecimals } ? .semicolon : .comma
    return candidates.first { $0.delimiter == fallback } ?? candidates[0]
  }

  var reason: String {
    guard score > 0.5, usualCount > 1 else { return "no delimiter gives several columns: one column" }
    let records = recordCount == 1 ? "1 record has" : "\(recordCount) records have"
    return "\(agreeingCount) of \(records) \(fields(usualCount)) with delimiter \(delimiter.title)"
  }

  private mutating func look(at bytes: UnsafeBufferPointer<UInt8>) {
    let form = NumberForm(bytes)
    if form.isDigits { digitCount += 1 }
    if form.hasDecimalComma { commaCount += 1 }
    if form.hasDecimalPoint { pointCount += 1 }
    if form.hasCommaGroups { commaGroupCount += 1 }
    if form.hasPointGroups { pointGroupCount += 1 }
    if form.isNumber { return }
    let isMixed = bytes.contains { byte in
      byte != delimiter.rawValue && CSVDialect.Delimiter(rawValue: byte) != nil
    }
    if isMixed { mixedCount += 1 }
  }

  private mutating func decideDecimalMark() {
    // 65,000 in most rows outweighs a single 120.000,50.
    if commaCount + pointGroupCount > pointCount + commaGroupCount, commaCount > pointCount {
      decimalMark = .comma
      decimalReason = "\(commaCount) numbers have a decimal comma, \(pointCount) a decimal point"
    } else if pointCount > 0 {
      decimalReason = "\(pointCount) numbers have a decimal point, \(commaCount) a decimal comma"
    } else {
      decimalReason = "no number shows a decimal mark: decimal point"
    }
  }
}

/// What a field looks like, were it a number.
private struct NumberForm {
  private(set) var isNumber = false
  private(set) var isDigits = false
  /// The mark cannot be one of thousands: not exactly three digits follow it.
  private(set) var hasDecimalComma = false
  private(set) var hasDecimalPoint = false
  /// 65,000 and 1,234,567: every group after the first has three digits.
  private(set) var hasCommaGroups = false
  private(set) var hasPointGroups = false

  init(_ field: UnsafeBufferPointer<UInt8>) {
    let bytes = Self.withoutCurrency(field)
    var commas = 0
    var points = 0
    var mark: UInt8 = 0
    var digitsSince = 0
    var digits = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits += 1
        digitsSince += 1
      case 0x2C, 0x2E:
        if byte == 0x2C { commas += 1 } else { points += 1 }
        mark = byte
        digitsSince = 0
      case 0x2B, 0x2D:
        if index > 0 { return }
      default: return
      }
    }
    guard digits > 0 else { return }
    isDigits = commas + points == 0
    isNumber = digitsSince > 0
    // 1.234,5 and 1,234.5: the last mark is the decimal one, if it stands alone; 14.12.2018 is a date.
    if digitsSince == 3 {
      hasCommaGroups = commas > 0 && points == 0
      hasPointGroups = points > 0 && commas == 0
    }
    guard isNumber, !isDigits, digitsSince != 3 else { return }
    hasDecimalComma = mark == 0x2C && commas == 1
    hasDecimalPoint = mark == 0x2E && points == 1
  }

  /// A field less a currency mark at either end, and the blanks between: `70.000,50 €`, `EUR 1.234,5`.
  private static func withoutCurrency(_ field: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    /// Blank, dollar, or a byte of another sign than ASCII's: euro, pound, no-break space.
    func isMark(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x24 || byte >= 0x80 }
    var rest = field[...]
    while let first = rest.first, isMark(first) { rest = rest.dropFirst() }
    while let last = rest.last, isMark(last) { rest = rest.dropLast() }
    let isCode = { (bytes: Slice<UnsafeBufferPointer<UInt8>>) in
      bytes.count == 3 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    }
    if isCode(rest.prefix(3)) {
      rest = rest.dropFirst(3)
    } else if isCode(rest.suffix(3)) {
      rest = rest.dropLast(3)
    }
    while let first = rest.first, isMark(first) { rest = rest.dropFirst() }
    while let last = rest.last, isMark(last) { rest = rest.dropLast() }
    return rest
  }
}
