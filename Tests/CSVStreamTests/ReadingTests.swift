import Glibc
import Testing

@testable import CSVStream

@Suite struct ReadingTests {
  @Test func `A record is its fields, unquoted and trimmed as libcsv does`() {
    let rows = Rows("a, b ,\"c,d\"\n\"say \"\"hi\"\"\",\" x \",e f\n", .plain)
    #expect(rows.fields == [["a", "b", "c,d"], ["say \"hi\"", " x ", "e f"]])
    #expect(rows.run.isComplete && rows.run.faults.isEmpty)
  }

  @Test func `An absent field and an empty text are not the same`() {
    #expect(Rows("a,,\"\"\n").fields == [["a", nil, ""]])
    #expect(Rows("a,").fields == [["a", nil]])
    #expect(Rows("\"\"").fields == [[""]])
  }

  @Test func `The last record needs no line end, quoted or not`() {
    #expect(Rows("a,b\nc,d").fields == [["a", "b"], ["c", "d"]])
    #expect(Rows("a,b\nc,\"d\"").fields == [["a", "b"], ["c", "d"]])
  }

  @Test func `A byte-order mark is no part of the first header, not even of a quoted one`() {
    #expect(Rows("\u{FEFF}\"a,x\",b\n1,2\n").fields == [["a,x", "b"], ["1", "2"]])
  }

  @Test func `Tabs, semicolons and pipes separate fields`() {
    for delimiter in CSVDialect.Delimiter.allCases {
      let mark = String(UnicodeScalar(delimiter.rawValue))
      let options = CSVOptions(dialect: CSVDialect(delimiter: delimiter))
      let rows = Rows("a\(mark)\"b\(mark)c\"\(mark)\(mark)d\n", options)
      #expect(rows.fields == [["a", "b\(mark)c", nil, "d"]])
    }
  }

  @Test func `A backslash is a character like any other`() {
    #expect(Rows("a\\,b\n").fields == [["a\\", "b"]])
    #expect(Rows("\"a\\\"b\"\n").faults == ["1:1 stray-quote"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Line numbers count blank lines and line ends in quotes`(_ end: String) {
    let text = ["", "a,b", "", "  ", "c,\"1", "2", "\"", "d,e"].joined(separator: end)
    for blockSize in [4, 5, 7, 64] {
      let rows = Rows(text, .plain.with { $0.blockSize = blockSize })
      #expect(rows.lines == [2, 5, 8])
      #expect(rows.fields[1] == ["c", "1\(end)2\(end)"])
      #expect(rows.run.lineCount == 8)
    }
  }

  @Test func `Mixed line ends count one by one`() {
    #expect(Rows("a\r\rb\n\nc\n\rd\r \ne").lines == [1, 3, 5, 7, 9])
  }

  @Test func `A field may have 1 MiB and not one byte more, quoted or not`() {
    let full = String(repeating: "x", count: 1 << 20)
    #expect(Rows("a,b\n1,\(full)\n2,\"\(full)\"  \n").run.faults.isEmpty)
    #expect(Rows("a,b\n1,\(full)x\n").faults == ["2:3 field-too-large"])
    #expect(Rows("a,b\n1,\"\(full)x\"\n").faults == ["2:3 field-too-large"])
    let small = CSVOptions.plain.with { $0.fieldLimit = 3 }
    #expect(Rows("abc, abc \n\"abc\",abc\n", small).run.faults.isEmpty)
    #expect(Rows("abc,abcd\n", small).faults == ["1:5 field-too-large"])
  }

  @Test func `A record may be larger than any block, but has its limits`() {
    let wide = Array(repeating: "12345678", count: 60_000).joined(separator: ",")
    let rows = Rows("\(wide)\n\(wide)\n")
    #expect(rows.fields.map(\.count) == [60_000, 60_000])
    #expect(rows.fields[1].allSatisfy { $0 == "12345678" })
    #expect(Rows(String(repeating: ",", count: 1 << 16)).faults == ["1:1 too-many-fields"])
  }

  @Test func `A file of many blocks is read as its bytes are`() throws {
    let text = (0..<2_000).map { "\($0),\"é\n\"\r\n" }.joined()
    var path = Array("/tmp/csv-stream-XXXXXX\0".utf8CString)
    let descriptor = mkstemp(&path)
    let name = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    defer {
      close(descriptor)
      unlink(name)
    }
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    var records: [String] = []
    let run = try CSVReader(path: name, options: .plain.with { $0.blockSize = 1_000 }).forEachRecord {
      records.append("\($0.line) \($0.text(0)) \($0.text(1))")
    }
    #expect(records == (0..<2_000).map { "\($0 * 2 + 1) \($0) é\n" })
    #expect(run.faults.isEmpty && run.lineCount == 4_000)
  }

  @Test func `A missing file and a folder are faults`() throws {
    let missing = #expect(throws: CSVFault.self) { try CSVReader(path: "/nonexistent/pay.csv") }
    #expect(missing?.name == .unreadableFile)
    #expect(throws: CSVFault.self) { try CSVReader(path: "/") }
    let empty = try CSVReader(path: "/dev/null").forEachRecord { _ in }
    #expect(empty.faults.map(\.name) == [.emptyFile])
  }

  @Test func `An error of the caller ends the reading and is passed on`() {
    struct Enough: Error {}
    var count = 0
    let reader = CSVReader(bytes: Array("a\nb\nc\n".utf8), name: "t.csv")
    #expect(throws: Enough.self) {
      try reader.forEachRecord { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }
}
