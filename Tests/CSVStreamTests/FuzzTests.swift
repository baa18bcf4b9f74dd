import Testing

@testable import CSVStream

@Suite struct FuzzTests {
  /// All that a reading says; two readings of the same bytes must say the same.
  private func transcript(_ bytes: [UInt8], _ options: CSVOptions) -> [String] {
    let rows = Rows(bytes, options)
    var said = zip(rows.lines, rows.fields).map { "\($0) \($1)" }
    said += rows.run.faults.map(\.description) + rows.run.repairs.map { "\($0)" }
    for (index, fields) in rows.fields.enumerated() {
      said.append(rows.place(fields.count - 1, ofRecord: index))
    }
    said.append("\(rows.run.recordCount) \(rows.run.lineCount) \(rows.run.isComplete)")
    return said
  }

  @Test(arguments: [false, true])
  func `Mutated files never crash, and read the same in blocks of any size`(_ lenient: Bool) {
    let seeds = [
      "name,pay,place\r\nAda,1.5,\"Denver, CO\"\r\n\"Bo \"\"B\"\"\",,x\r\n", "a;b\n\n\"1\n2\";3\n \n4;5",
      "é,\"ü\"\rä,€\r\r", "\"\",\"\"\n,\n",
    ].map { Array($0.utf8) }
    let spice: [UInt8] =
      Array("\",;\r\n \tx=".utf8) + [0, 0x80, 0xC3, 0xE2, 0xF0, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF]
    var random = SeededGenerator(seed: 42)
    for round in 0..<1_500 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[index] = spice.randomElement(using: &random) ?? 0
        case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: index)
        case 2: if bytes.count > 1 { bytes.remove(at: index) }
        default: bytes.insert(contentsOf: bytes[index...].prefix(9), at: index)
        }
      }
      let encoding = CSVDialect.Encoding.allCases[round % 8 == 0 ? Int.random(in: 0...3, using: &random) : 0]
      let options = CSVOptions(
        dialect: CSVDialect(encoding: encoding), lenient: lenient, fieldLimit: round % 3 == 0 ? 5 : 1 << 20)
      let whole = transcript(bytes, options)
      let size = Int.random(in: 4...17, using: &random)
      #expect(
        transcript(bytes, options.with { $0.blockSize = size }) == whole, "\(bytes) in blocks of \(size)")
      _ = CSVDialect.sniff(bytes)
    }
  }

  @Test func `Well-formed files read as a plain reading of RFC 4180 has them`() {
    var random = SeededGenerator(seed: 99)
    let inner = ["x", "é", "7", ".", "'", "a b"]
    let quotedOnly = [",", "\"\"", "\n", "\r\n", " "]
    for _ in 0..<800 {
      let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
      let width = Int.random(in: 1...4, using: &random)
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<width).map { _ in
          let isQuoted = width == 1 || Bool.random(using: &random)
          let pieces = isQuoted ? inner + quotedOnly : inner
          let length = Int.random(in: 0...5, using: &random)
          let field = (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
          return isQuoted ? "\"\(field)\"" : field
        }.joined(separator: ",") + end
      }.joined()
      let rows = Rows(text)
      #expect(rows.fields.map { $0.map { $0 ?? "" } } == PlainCSV.parse(text), "\(text.debugDescription)")
    }
  }
}

/// The grammar of RFC 4180 and nothing more, scalar by scalar: slow, and independent of libcsv.
enum PlainCSV {
  static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          field.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case "\r": break
      case ",", "\n":
        record.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      default: field.append(scalar)
      }
    }
    return records
  }
}
