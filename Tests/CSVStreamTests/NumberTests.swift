import Testing

@testable import CSVStream

@Suite struct NumberTests {
  private func number(_ text: String, _ mark: CSVDialect.DecimalMark = .point) -> Double? {
    var value: Double?
    let dialect = CSVDialect(delimiter: .semicolon, decimalMark: mark)
    CSVReader(bytes: Array("\"\(text)\"\n".utf8), name: "", options: CSVOptions(dialect: dialect))
      .forEachRecord { value = $0.double(0) }
    return value
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "-.", "5.", "--5", "5-", "-0.0.66962", "1e5", "1E5", "inf", "nan", "0x10",
    "1 000",
    "1,234", "$5", "5%", " 5", "5 ", "*", "#", "N/A", "１", "1_0", "12345678.", "1.2.3", "12:4", "1/2",
    "123456789x",
  ])
  func `What is no plain decimal is no number`(_ text: String) {
    #expect(number(text) == nil)
  }

  @Test(arguments: [
    ("5", 5), ("-3", -3), ("+7", 7), (".13", 0.13), ("-.5", -0.5), ("007", 7), ("12345678", 12_345_678),
    ("1.234567", 1.234567), ("-1234.56", -1234.56), ("-1234567", -1_234_567), ("0.1", 0.1),
    ("123456789.125", 123_456_789.125), ("232.828458225939", 232.828458225939),
    ("9007199254740993", 9_007_199_254_740_992), ("0.30000000000000000000004", 0.3),
    ("123456789012345678901234567890", 1.2345678901234568e29),
  ])
  func `A plain decimal is the nearest Double`(_ text: String, _ value: Double) {
    #expect(number(text) == value)
  }

  @Test func `Random decimals are read as exactly as the standard library reads them`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let digits = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }
      let point = Int.random(in: 0..<digits.count, using: &random)
      let sign = ["", "-", "+"].randomElement(using: &random) ?? ""
      let text = sign + digits[..<point].joined() + "." + digits[point...].joined()
      #expect(number(text) == Double(text), "\(text)")
    }
  }

  @Test func `A decimal comma is read where the dialect has one, and only there`() {
    #expect(number("1234,5", .comma) == 1234.5)
    #expect(number("1234.5", .comma) == nil)
    #expect(number("1.234,5", .comma) == nil)
    #expect(number("-0,123456789", .comma) == -0.123456789)
  }

  @Test func `Whole numbers reach to both ends of 64 bits`() {
    let text = "9223372036854775807,-9223372036854775808,9223372036854775808,1.0,,+5,-\n"
    var values: [Int?] = []
    CSVReader(bytes: Array(text.utf8), name: "", options: .plain).forEachRecord { record in
      values = (0..<record.count).map { record.int($0) }
    }
    #expect(values == [Int.max, Int.min, nil, nil, nil, 5, nil])
  }

  @Test func `An interner numbers distinct texts by first appearance and gives them back`() {
    var interner = CSVInterner()
    var ids: [String: Int32] = [:]
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let text =
        String(repeating: "é", count: Int.random(in: 0...9, using: &random))
        + String(Int.random(in: 0..<200, using: &random))
      let expected = ids[text] ?? Int32(ids.count)
      ids[text] = expected
      #expect(interner.id(for: text) == expected)
    }
    #expect(interner.count == ids.count)
    #expect(ids.allSatisfy { interner.string($0.value) == $0.key })
    let empty = interner.id(for: "")
    #expect(interner.string(empty).isEmpty)
  }
}
