import Testing

@testable import CSVStream

@Suite struct LocationTests {
  @Test func `A column counts characters, not bytes, and points at the opening quote`() {
    let rows = Rows("näme,\"Zoë, 👩‍👩‍👧\", \"x\" ,5\n")
    #expect((0...4).map { rows.place($0, ofRecord: 0) } == ["1:1", "1:6", "1:16", "1:21", "1:22"])
  }

  @Test func `A field that begins on a later physical line has that line's column`() {
    for end in ["\n", "\r\n", "\r"] {
      let rows = Rows("a,b,c\(end)\"1\(end)ü\",\"2\",3\(end)", .plain.with { $0.blockSize = 4 })
      #expect((0...2).map { rows.place($0, ofRecord: 1) } == ["2:1", "3:4", "3:8"])
    }
  }

  @Test func `An empty field stands right behind its delimiter, a missing one at the end`() {
    let rows = Rows("a,, \nb,c,d\n")
    #expect((0...3).map { rows.place($0, ofRecord: 0) } == ["1:1", "1:3", "1:4", "1:5"])
  }

  @Test func `Columns are right after a byte-order mark, in UTF-16 and behind many blocks`() {
    let text = "a,b\n" + String(repeating: "ä€,2\n", count: 200) + "é,\"1\n2\",x,y\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for blockSize in [4, 6, 300, 1 << 18] {
      let options = CSVOptions(fieldCount: .any).with { $0.blockSize = blockSize }
      for bytes in [utf16, [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(text.utf8)] {
        let rows = Rows(bytes, options)
        #expect(rows.place(1, ofRecord: 201) == "202:3")
        #expect(rows.place(3, ofRecord: 201) == "203:6")
        #expect(rows.reader.source.location(ofField: 2, inRecordAtLine: 202).column == 4)
      }
    }
  }

  @Test func `An excerpt is the physical line, cut around the column if long`() {
    let long = String(repeating: "x", count: 300)
    let rows = Rows("a,b\r\nc\td\u{1B},2\r\n\(long),3\r\n")
    let source = rows.reader.source
    #expect(source.excerpt(line: 1) == "a,b")
    #expect(source.excerpt(line: 2) == "c d\u{FFFD},2")
    #expect(source.excerpt(line: 9).isEmpty)
    let place = source.location(ofField: 1, at: rows.positions[2])
    #expect(place.column == 302)
    #expect(place.excerpt == "…" + String(repeating: "x", count: 31) + ",3")
    #expect(place.excerpt.dropFirst(place.caret - 1) == "3")
    #expect(source.excerpt(line: 3) == String(repeating: "x", count: 96) + "…")
  }

  @Test func `A fault prints as place, name, excerpt with a caret, and cure`() {
    let fault = Rows("a,b\nx,1,2\n").run.faults.first
    #expect(
      fault?.description == """
        t.csv:2:5: error: [wrong-field-count] 3 fields, expected 2
            2 | x,1,2
              |     ^
          quote the field if ',' belongs to its text, or remove what is too much
        """)
  }
}
