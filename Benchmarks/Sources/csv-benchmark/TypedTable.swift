import CSVStream

/// All columns of a file, typed: numbers as doubles, everything else as interned text.
///
/// Values are either added up at once, as a program does that aggregates while it reads, or kept in arrays.
/// A column's kind is settled on the first 1,000 records; in a column of numbers, what is no number is kept
/// as an interned reason, so that `*` and `#` stay apart.
struct TypedTable {
  private(set) var recordCount = 0
  private var columns: [Column] = []

  init(path: String, keepingAll: Bool) throws {
    let reader = try CSVReader(path: path)
    columns = try TypedTable.columns(of: reader)
    let run = columns.withUnsafeMutableBufferPointer { columns in
      reader.forEachRecord { record in
        if record.ordinal == 0 { return }
        if keepingAll {
          for field in 0..<record.count { columns[field].keep(record, field) }
        } else {
          for field in 0..<record.count { columns[field].addUp(record, field) }
        }
      }
    }
    if let fault = run.faults.first { throw fault }
    recordCount = run.recordCount - 1
  }

  var distinctCount: Int { columns.reduce(0) { $0 + $1.interner.count } }

  /// What two readings of one file must agree on, however the values were used.
  var sum: Double { columns.reduce(0) { $0 + $1.numberSum + Double($1.idSum) } }

  /// A column is numeric if most of its filled fields are numbers.
  private static func columns(of reader: CSVReader) throws -> [Column] {
    var balance: [Int] = []
    struct Enough: Error {}
    do {
      try reader.forEachRecord { record in
        if record.ordinal == 0 {
          balance = [Int](repeating: 0, count: record.count)
        } else {
          for field in 0..<record.count where !record.isAbsent(field) {
            balance[field] += record.double(field) == nil ? -1 : 1
          }
        }
        if record.ordinal == 1_000 { throw Enough() }
      }
    } catch is Enough {}
    return balance.map { Column(isNumeric: $0 > 0) }
  }
}

/// One column's values, or their sums.
struct Column {
  private let isNumeric: Bool
  private var numbers: [Double] = []
  /// Of a text column each text; of a numeric one each reason that stands where a number should.
  private var texts: [Int32] = []
  private(set) var interner = CSVInterner()
  private var addedNumbers = 0.0
  private var addedIDs = 0

  init(isNumeric: Bool) {
    self.isNumeric = isNumeric
  }

  var numberSum: Double { numbers.reduce(addedNumbers) { $1.isNaN ? $0 : $0 + $1 } }
  var idSum: Int { texts.reduce(addedIDs) { $0 + Int($1) } }

  mutating func addUp(_ record: borrowing CSVRecord, _ field: Int) {
    if isNumeric {
      if let value = record.double(field) {
        addedNumbers += value
        return
      }
      if record.isAbsent(field) { return }
    }
    addedIDs &+= Int(interner.id(for: record.bytes(field)))
  }

  mutating func keep(_ record: borrowing CSVRecord, _ field: Int) {
    if isNumeric {
      if let value = record.double(field) {
        numbers.append(value)
        return
      }
      numbers.append(.nan)
      if record.isAbsent(field) { return }
    }
    texts.append(interner.id(for: record.bytes(field)))
  }
}
