import Testing

@testable import CSVStream

@Suite struct FaultTests {
  @Test func `Every record with a wrong number of fields is reported in one run, and not delivered`() {
    let rows = Rows("a,b\n1\n2,3\n\"4\n5\",6,7\n8,9,\n")
    #expect(rows.faults == ["2:2 wrong-field-count", "5:6 wrong-field-count", "6:5 wrong-field-count"])
    #expect(rows.fields == [["a", "b"], ["2", "3"]])
    #expect(rows.run.isComplete)
  }

  @Test func `Faults beyond the limit are counted`() {
    let text = "a,b\n" + String(repeating: "1\n", count: 60)
    let run = Rows(text).run
    #expect(run.faults.count == 50 && run.faultCount == 60)
  }

  @Test func `The number of fields can be fixed or free`() {
    let text = "Pay 2025\na,b\n"
    #expect(Rows(text, .plain.with { $0.fieldCount = .any }).fields == [["Pay 2025"], ["a", "b"]])
    #expect(Rows(text, .plain.with { $0.fieldCount = .exactly(2) }).faults == ["1:9 wrong-field-count"])
  }

  @Test(arguments: [
    ("a,b\nx\"y,2\n3,4\n", "2:1 stray-quote"),
    ("a,b\n1,\"2\"x\n", "2:3 stray-quote"),
    ("a,b\n1,\"x\ny\"z\n", "2:3 stray-quote"),
    ("a,b\n1,\"x\n2,3\n", "2:3 unclosed-quote"),
    ("a,b\n1,\"", "2:3 unclosed-quote"),
    ("a,b\n1,x\u{0}y\n", "2:4 nul-byte"),
    ("", "1:1 empty-file"),
    ("\r\n \n", "1:1 empty-file"),
    ("\u{FEFF}", "1:1 empty-file"),
  ])
  func `Malformed text is refused at its place`(_ text: String, _ expected: String) {
    for blockSize in [4, 5, 1 << 18] {
      #expect(Rows(text, .plain.with { $0.blockSize = blockSize }).faults == [expected])
    }
  }

  @Test func `A structural fault ends the reading after what came before it`() {
    let rows = Rows("a,b\n1\n1,2\nx\"y,2\n3,4\n")
    #expect(rows.faults == ["2:2 wrong-field-count", "4:1 stray-quote"])
    #expect(rows.fields == [["a", "b"], ["1", "2"]])
    #expect(!rows.run.isComplete)
  }

  @Test(arguments: [[0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]])
  func `A byte that is no UTF-8 is a fault with its line and column`(_ bytes: [UInt8]) {
    for blockSize in [4, 5, 6, 1 << 18] {
      let options = CSVOptions.plain.with { $0.blockSize = blockSize }
      #expect(Rows(Array("a,b\nü,x".utf8) + bytes + [0x0A], options).faults == ["2:4 invalid-utf8"])
      #expect(Rows(Array("a\n".utf8) + bytes, options).faults == ["2:1 invalid-utf8"])
    }
  }

  @Test func `Half a character of UTF-16 is a fault`() {
    let options = CSVOptions(dialect: CSVDialect(encoding: .utf16LittleEndian))
    #expect(Rows([0x61, 0, 0x0A, 0, 0x62, 0, 0, 0xD8, 0x63, 0], options).faults == ["2:2 invalid-utf16"])
    #expect(Rows([0x61, 0, 0x0A, 0, 0x62, 0, 0x63], options).faults == ["2:2 invalid-utf16"])
  }

  @Test func `A lenient reading keeps going and lists each repair with line and byte`() {
    let bytes = Array("a,b\nx\"y,2\n3\n\"4\"q,5\",6\n7,".utf8) + [0xE9] + Array("\n8,\"9".utf8)
    for blockSize in [4, 5, 1 << 18] {
      let rows = Rows(bytes, .plain.with { ($0.lenient, $0.blockSize) = (true, blockSize) })
      #expect(
        rows.fields == [
          ["a", "b"], ["x\"y", "2"], ["3"], ["4\"q,5", "6"], ["7", "\u{FFFD}"], ["8", "9"],
        ])
      #expect(
        rows.repairs == [
          "2+5 stray-quote", "3+10 wrong-field-count", "4+15 stray-quote", "5+24 invalid-utf8",
          "6+28 unclosed-quote",
        ])
      #expect(rows.run.faults.isEmpty && rows.run.isComplete)
    }
  }

  @Test func `A header finds columns whatever their case, and reports names that occur twice`() throws {
    let reader = CSVReader(bytes: Array(" Área ,b,,ÁREA,\"c\u{A0}\",\n".utf8), name: "t.csv")
    var header: CSVHeader?
    reader.forEachRecord { header = CSVHeader($0, in: reader.source) }
    let found = try #require(header)
    #expect(found.names == ["Área", "b", "", "ÁREA", "c", ""])
    #expect(found.index(of: "área") == 0 && found.index(of: "C") == 4)
    #expect(found.index(of: "d") == nil && found.index(of: "") == nil)
    #expect(found.faults.map { "\($0.column) \($0.name.rawValue)" } == ["11 duplicate-column"])
  }
}
