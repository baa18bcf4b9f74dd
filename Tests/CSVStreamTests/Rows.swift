@testable import CSVStream

/// A file's records as values, for tests to compare.
struct Rows {
  /// Fields as text; `nil` where nothing at all stood between two delimiters.
  var fields: [[String?]] = []
  var lines: [Int] = []
  var positions: [CSVPosition] = []
  var run = CSVRun()
  let reader: CSVReader

  init(_ text: String, _ options: CSVOptions = .plain) {
    self.init(Array(text.utf8), options)
  }

  init(_ bytes: [UInt8], _ options: CSVOptions = .plain) {
    reader = CSVReader(bytes: bytes, name: "t.csv", options: options)
    run = reader.forEachRecord { record in
      fields.append((0..<record.count).map { record.isAbsent($0) ? nil : record.text($0) })
      lines.append(record.line)
      positions.append(record.position)
    }
  }

  /// "line:column name" of each fault.
  var faults: [String] { run.faults.map { "\($0.line):\($0.column) \($0.name.rawValue)" } }
  /// "line+byte name" of each repair.
  var repairs: [String] { run.repairs.map { "\($0.line)+\($0.byte) \($0.name.rawValue)" } }

  /// "line:column" of a field.
  func place(_ field: Int, ofRecord record: Int) -> String {
    let place = reader.source.location(ofField: field, at: positions[record])
    return "\(place.line):\(place.column)"
  }
}

extension CSVOptions {
  /// A given dialect, so that a test does not depend on the guess.
  static var plain: CSVOptions { CSVOptions(dialect: CSVDialect()) }

  func with(_ change: (inout CSVOptions) -> Void) -> CSVOptions {
    var options = self
    change(&options)
    return options
  }
}

/// SplitMix64: the same numbers on every machine, for tests that need many inputs.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
