import Testing

@testable import CSVStream

@Suite struct WriterTests {
  @Test func `Only what needs quotes gets them`() {
    let line = CSVWriter().line([
      .text("plain"), .text("a,b"), .text("say \"hi\""), .text(" x"), .text("two\nlines"), .text(""), .empty,
      .number("-3.5"),
    ])
    #expect(line == "plain,\"a,b\",\"say \"\"hi\"\"\",\" x\",\"two\nlines\",\"\",,-3.5\n")
    let semicolon = CSVWriter(delimiter: UInt8(ascii: ";"), lineEnding: "\r\n")
    #expect(semicolon.line([.text("a,b"), .text("c;d"), .number("1,5")]) == "a,b;\"c;d\";1,5\r\n")
  }

  @Test func `Text that a spreadsheet would compute is guarded, numbers are not`() {
    let texts = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", "''", "'tis", "a=b", "'"]
    #expect(
      texts.map(CSVWriter.guarded) == [
        "'=1+1", "'+1", "'-1", "'@x", "'\t=1", "'\r=1", "''=1", "'''", "'tis", "a=b", "'",
      ])
    #expect(CSVWriter().line([.text("-1"), .number("-1")]) == "'-1,-1\n")
  }

  @Test func `A record of one empty field survives`() {
    #expect(CSVWriter().line([.empty]) == "\"\"\n")
    #expect(CSVWriter().line([.text("")]) == "\"\"\n")
  }

  @Test func `Reading back what was written gives what was meant`() {
    let alphabet = [
      "a", "é", "👍🏽", ",", ";", "|", "\t", " ", "\"", "'", "=", "-", "\r", "\n", "\r\n", "\u{FEFF}",
    ]
    var random = SeededGenerator(seed: 11)
    for delimiter in CSVDialect.Delimiter.allCases {
      let writer = CSVWriter(
        delimiter: delimiter.rawValue, lineEnding: Bool.random(using: &random) ? "\n" : "\r\n")
      for _ in 0..<300 {
        let width = Int.random(in: 1...4, using: &random)
        let table: [[String?]] = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          (0..<width).map { _ in
            if width > 1, Int.random(in: 0..<6, using: &random) == 0 { return nil }
            let length = Int.random(in: 0...6, using: &random)
            return (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
          }
        }
        let text = table.map { writer.line($0.map { $0.map(CSVField.text) ?? .empty }) }.joined()
        let rows = Rows(text, CSVOptions(dialect: CSVDialect(delimiter: delimiter)))
        let back = rows.fields.map { $0.map { $0.map(CSVWriter.unguarded) } }
        #expect(
          back.map { $0.map { $0.map { Array($0.utf8) } } }
            == table.map { $0.map { $0.map { Array($0.utf8) } } })
        #expect(rows.run.faults.isEmpty)
      }
    }
  }
}
