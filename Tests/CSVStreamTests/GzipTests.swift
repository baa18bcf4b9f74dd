import CZlib
import Testing

@testable import CSVStream

@Suite struct GzipTests {
  /// Rows enough that the text takes many pieces: a megabyte and a half, much smaller packed.
  private static let text = "n,word\n" + (0..<100_000).map { "\($0),row \($0 % 97)\n" }.joined()
  /// More than one piece.
  private static let short = "n,word\n" + (0..<20_000).map { "\($0),row \($0 % 97)\n" }.joined()

  @Test func `A gzip file reads as its text, with the same positions`() {
    let plain = Rows(Self.text)
    let packed = Rows(Gzip.packed(Self.text))
    #expect(packed.run.isComplete && packed.fields == plain.fields && packed.lines == plain.lines)
    // Backwards: nothing of what is asked for is held any more.
    for record in stride(from: 99_999, to: 0, by: -20_000) {
      #expect(packed.place(1, ofRecord: record) == plain.place(1, ofRecord: record))
      #expect(
        packed.reader.source.location(ofField: 1, at: packed.positions[record]).excerpt
          == plain.reader.source.location(ofField: 1, at: plain.positions[record]).excerpt)
    }
  }

  @Test func `A fault in a gzip file stands where it is in the text`() {
    let bad = Self.text + "1,2,3\nx,\"y\"z\n"
    #expect(Rows(Gzip.packed(bad)).faults == Rows(bad).faults)
    #expect(Rows(Gzip.packed(bad)).faults == ["100002:5 wrong-field-count", "100003:3 stray-quote"])
  }

  @Test func `Gzip files behind each other are one text, zeros behind them padding`() {
    let bytes = Gzip.packed("a,b\n1,2\n") + Gzip.packed("3,4\n") + [0, 0, 0, 0]
    #expect(Rows(bytes).fields == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(Rows(Gzip.packed("")).faults == ["1:1 empty-file"])
  }

  @Test func `A gzip file that breaks off is refused, whatever came before`() {
    let bytes = Gzip.packed(Self.short)
    for count in [2, 9, 20, bytes.count / 2, bytes.count - 9, bytes.count - 1] {
      let rows = Rows(Array(bytes[..<count]))
      #expect(rows.faults == ["1:1 damaged-gzip"] && !rows.run.isComplete, "cut to \(count) bytes")
    }
    #expect(Rows(bytes + [1, 2, 3]).faults == ["1:1 damaged-gzip"])
  }

  /// A changed byte gives another text, with thousands of faults of its own: they say nothing of the file.
  @Test(arguments: [false, true]) func `A gzip file that was changed is refused as damaged alone`(isLenient: Bool) {
    let options = CSVOptions.plain.with { $0.lenient = isLenient }
    let quoted = "1,a \"b\"\n" + Self.short
    for text in [Self.short, Self.short.replacingRows(with: "1,2,3"), quoted] {
      let bytes = Gzip.packed(text)
      for index in [3, bytes.count / 3, bytes.count / 2, bytes.count - 6] {
        var changed = bytes
        changed[index] ^= 0x7F
        let rows = Rows(changed, options)
        #expect(rows.faults == ["1:1 damaged-gzip"] && !rows.run.isComplete, "byte \(index) changed")
        #expect(rows.run.faultCount == 1 && rows.reader.damage?.name == .damagedGzip)
      }
      #expect(Rows(bytes, options).reader.damage == nil)
    }
  }

  @Test func `Of very many faults in a gzip file only the first are looked up`() {
    let rows = Rows(Gzip.packed(Self.text.replacingRows(with: "1,2,3")))
    #expect(rows.run.isComplete && rows.run.faultCount == 100_000)
    #expect(rows.faults.count == 50 && rows.faults.last == "51:5 wrong-field-count")
  }
}

extension String {
  /// The header, and a row of another shape in place of every other line.
  fileprivate func replacingRows(with row: String) -> String {
    let lines = utf8.count { $0 == 0x0A }
    return prefix { $0 != "\n" } + "\n" + String(repeating: row + "\n", count: lines - 1)
  }
}

/// Packs text as `gzip` does.
enum Gzip {
  static func packed(_ text: String) -> [UInt8] {
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count + 1_024)
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size)
    defer { deflateEnd(&stream) }
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    return Array(output[..<count])
  }
}
