import Testing

@testable import CSVStream

@Suite struct SniffingTests {
  private func summary(_ text: String) -> String { CSVDialect.sniff(Array(text.utf8)).summary }

  @Test(arguments: [
    ("name,pay\nAda,1.5\n", "delimiter ',', decimal point, UTF-8"),
    ("name;pay\nAda;1,5\nBo;2,25\n", "delimiter ';', decimal comma, UTF-8"),
    ("name\tpay\nDenver, CO\t1\n", "delimiter tab, decimal point, UTF-8"),
    ("name|pay|x\nAda|1|2\n", "delimiter '|', decimal point, UTF-8"),
    ("1,5;2,5\n3,5;4,5\n", "delimiter ';', decimal comma, UTF-8"),
    ("name,langs\nAda,c;go;c\nBo,c\nCy,go;c\n", "delimiter ',', decimal point, UTF-8"),
    ("\"a;b\",\"c;d\"\n\"1;2\",\"3;4\"\n", "delimiter ',', decimal point, UTF-8"),
    ("place,pay\n\"Denver; CO; US\",\"180,000\"\n", "delimiter ',', decimal point, UTF-8"),
    ("tag;datum;netto\nx;14.12.2018;1.234,50\ny;15.12.2018;987,20\n", "delimiter ';', decimal comma, UTF-8"),
    ("pay\n180000\n175000\n", "delimiter ',', decimal point, UTF-8"),
    ("pay\n1,5\n2,75\n3,5\n", "delimiter ';', decimal comma, UTF-8"),
    ("Pay by role\nname;pay;n\nAda;1,5;3\nBo;2,5;4\nCy;3,5;5\n", "delimiter ';', decimal comma, UTF-8"),
    ("", "delimiter ',', decimal point, UTF-8"),
    ("a;b", "delimiter ';', decimal point, UTF-8"),
    ("\u{FEFF}a,b\n", "delimiter ',', decimal point, UTF-8 with byte-order mark"),
  ])
  func `Delimiter and decimal mark are guessed from the table itself`(_ text: String, _ expected: String) {
    #expect(summary(text) == expected)
  }

  @Test func `Encodings are told apart, and read as what they are`() {
    let text = "name;pay\nZoë €;1,5\n"
    var little: [UInt8] = []
    for unit in text.utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big = stride(from: 0, to: little.count, by: 2).flatMap { [little[$0 + 1], little[$0]] }
    let western = Array("name;pay\nZo".utf8) + [0xEB, 0x20, 0x80] + Array(";1,5\n".utf8)
    let cases: [([UInt8], String)] = [
      (little, "UTF-16 LE"), (big, "UTF-16 BE"), (western, "Windows-1252"), (Array(text.utf8), "UTF-8"),
      ([0xFF, 0xFE] + little, "UTF-16 LE with byte-order mark"),
      ([0xFE, 0xFF] + big, "UTF-16 BE with byte-order mark"),
    ]
    for (bytes, encoding) in cases {
      for blockSize in [4, 5, 1 << 18] {
        let rows = Rows(bytes, CSVOptions().with { $0.blockSize = blockSize })
        #expect(rows.reader.sniffing?.summary == "delimiter ';', decimal comma, \(encoding)")
        #expect(rows.fields == [["name", "pay"], ["Zoë €", "1,5"]])
      }
    }
  }

  @Test func `One broken byte among accented letters is a fault, not another encoding`() {
    let bytes = Array("é,ü\nä,ö\né,ü\n".utf8) + [0xE9, 0x0A]
    #expect(Rows(bytes, CSVOptions()).faults == ["4:1 invalid-utf8"])
  }

  @Test func `A guess comes with its reasons`() {
    #expect(
      CSVDialect.sniff(Array("a;b\nx;1,5\n".utf8)).reasons == [
        "2 of 2 records have 2 fields with delimiter ';'",
        "1 numbers have a decimal comma, 0 a decimal point", "all characters are ASCII",
      ])
  }
}
