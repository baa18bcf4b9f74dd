import Compensation
import Quantities
import Testing

@testable import Files

@Suite("Offers in a sheet read as they would from YAML")
struct SheetTests {
  private static func read(_ csv: String) throws -> Scenario {
    try ScenarioFixtures.reader.read(bytes: Array(csv.utf8), file: "offers.csv")
  }

  private static func faults(_ csv: String) -> [String] {
    do {
      _ = try read(csv)
      return []
    } catch let bad as BadInput {
      return bad.diagnostics.map { "\($0.name) \($0.line):\($0.column)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Every spelling of a cell gives the same offer")
  func spellings() throws {
    let plain = try Self.read(
      "field,unit,a,b\nbase,USD/year,200000,100000.5\nbonus,%,20%,5%\nstart,date,2027-01-15,2027-02-03\n")
    #expect(plain.offers.map(\.id) == ["a", "b"])
    #expect(plain.offers[0].start == CalendarDate("2027-01-15"))
    let others = [
      "\u{FEFF}field;unit;a;b;;\r\nbase;USD/year;200.000,00;100.000,5;;\r\nbonus;%;0,2;5,00 %;;\r\nstart;date;15.01.2027;03.02.2027\r\n",
      "\"field\",\"unit\",\"a\",\"b\"\n\"base\",\"USD/year\",\"$200,000.00\",\"100,000.50\"\n\"bonus\",\"%\",\"0.2\",\"0.05\"\n"
        + "\"start\",\"date\",\"1/15/2027\",\"2/3/2027\"\n",
      "field\tunit\ta\tb\nbase\tUSD/year\t200k\tUSD 100000.5\nbonus\t%\t20 %\t5%\nstart\tdate\t15-Jan-27\t3 February 2027\n",
      "offer,field,value,unit,remark\na,base,200000,USD/year,x\nb,base,100000.50,USD/year,\na,bonus,20.00%,%,\nb,bonus,5%,%,\n"
        + "a,start,2027-1-15,date,\nb,start,2027-02-03,date,\n",
    ]
    for text in others {
      let scenario = try Self.read(text)
      #expect(scenario.offers.map(\.baseSalary) == plain.offers.map(\.baseSalary), "\(text)")
      #expect(scenario.offers.map(\.start) == plain.offers.map(\.start), "\(text)")
      #expect(
        scenario.offers.map { "\(String(describing: $0.bonus))" }
          == plain.offers.map { "\(String(describing: $0.bonus))" })
    }
  }

  @Test("UTF-16 and Windows-1252 files are read")
  func encodings() throws {
    let text = "field;unit;a\r\nbase;EUR/year;90.000,00\r\nemployer;text;Müller\r\n"
    let utf16: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [utf16, latin] {
      let offer = try ScenarioFixtures.reader.read(bytes: bytes, file: "offers.csv").offers[0]
      #expect(
        offer.employer == "Müller" && offer.baseSalary.currency.code == "EUR" && offer.baseSalary.amount == 90_000)
    }
  }

  @Test("Rows, columns and comments of one's own are kept and named; a slip is an error")
  func ownRows() throws {
    let scenario = try Self.read(
      "# a \"comment\nfield,unit,a,source,\nbase,USD/year,200000,letter of \"\"May\"\",\n,,,,\nTotal cash,,=C2,,\n"
        .replacing("letter of \"\"May\"\"", with: "\"letter of \"\"May\"\"\""))
    #expect(scenario.offers.map(\.id) == ["a"])
    #expect(scenario.notes.contains("offers.csv: kept, not read: row \"Total cash\""))
    #expect(scenario.notes.contains("offers.csv: kept, not read: column \"source\""))
    #expect(Self.faults("field,unit,a\nbase,USD/year,200000\nbonsu,%,5%\n") == ["unknown-key 3:1"])
    #expect(Self.faults("field,unit,a\nbase,USD/year,200000\nequity[0].knd,,rsu\n").contains("unknown-key 3:1"))
  }

  @Test(
    "What is wrong is shown in the sheet",
    arguments: [
      ("field,a\nbase,18O000\n", ["pay-not-a-number 2:6"]), ("name,a\nbase,1\n", ["not-a-sheet 1:1"]),
      ("field,a\nbase,200,000\n", ["value-out-of-range 2:6", "too-many-cells 2:10"]),
      ("field,a\nbase,200000\nbonus,1\n", ["share-not-a-percent 3:7"]),
      ("field,unit,a\nbase,,200000\nbonus,%,1\n", ["share-not-a-percent 3:9"]),
      ("field,a\nbase,200000\nstart,2/4/2027\n", ["ambiguous-date 3:7"]),
      ("field,a,a\nbase,200000,1\n", ["duplicate-offer 1:9"]), ("field,a\nrole,IT Director\n", ["no-offers 1:1"]),
      ("field,a\nbase,200000\nbase,300000\n", ["duplicate-key 3:1"]),
      ("field,a\nbase,200000\nbonus,5%\nbonus.target,6%\n", ["conflicting-keys 4:14"]),
      ("field,a\nbase,\"200000\n", ["unclosed-quote 2:6"]), ("", ["empty-file 1:1"]),
      ("offer,field,value\n,base,200000\na,base,200000\n", ["bad-offer-id 2:1"]),
    ])
  func faults(_ fault: (csv: String, expected: [String])) {
    #expect(Self.faults(fault.csv) == fault.expected)
  }

  @Test("Whatever the bytes, reading ends with a scenario or with diagnostics", .timeLimit(.minutes(2)))
  func fuzz() {
    var chance = ScenarioFuzzTests.Chance(state: 3)
    let text =
      "# c\nfield;unit;a;\"b\"\nbase;USD/year;200.000,5;100k\nbonus;%;0,2;\nequity[0].kind;;rsu;\nstart;date;1/2/27;\n"
    let pieces = [
      "\"", ";", ",", "\n", "\r", "#", " ", "\t", "[", "]", ".", "%", "0", "'", "=", "\u{0}", "ü", "id", "equity[1]",
    ]
    for _ in 0..<1_500 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...5, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: bytes.removeSubrange(place..<min(bytes.count - 1, place + 3))
        default: bytes.insert(contentsOf: (pieces.randomElement(using: &chance) ?? "").utf8, at: place)
        }
      }
      do { _ = try ScenarioFixtures.reader.read(bytes: bytes, file: "offers.csv") } catch let bad as BadInput {
        #expect(bad.diagnostics.allSatisfy { !$0.cure.isEmpty }, "\(bad.diagnostics.map(\.text))")
      } catch { Issue.record("\(error)") }
    }
  }

  @Test("A sheet is changed by path: one cell, one row, one column")
  func editing() throws {
    let csv = "field,unit,a,note\nbase,USD/year,200000,x\nbonus,%,20%,\n"
    let document = try ScenarioDocument(bytes: Array(csv.utf8), file: "offers.csv")
    func text(_ changed: ScenarioDocument) -> String { String(decoding: changed.bytes, as: UTF8.self) }
    #expect(document.text(at: "a.base") == "USD 200000")
    #expect(try text(document.setting([("a.base", "210k")])) == csv.replacing("200000", with: "210k"))
    #expect(try text(document.setting([("a.leave", "25d")])) == csv + "leave,days,25d,\n")
    #expect(try text(document.setting([("a.bonus", "5%"), ("a.bonus", "20%")])) == csv)
    let german = "field;unit;a;b\nbase;USD/year;200.000;208.000\n"
    let sheet = try ScenarioDocument(bytes: Array(german.utf8), file: "offers.csv")
    #expect(sheet.text(at: "b.base") == "USD 208000")
    #expect(
      try text(sheet.setting([("a.base", "201000.5")])) == german.replacing("200.000", with: "201000,5"))
    #expect(
      try text(sheet.setting([("a.health.premium", "310.25/mo")])) == german + "health.premium;USD/month;310,25;\n")
    #expect(try text(document.removing("a.bonus")) == csv.replacing("20%", with: ""))
    #expect(try text(document.setting([("a.employer", "=1, \"x\"")])).contains("employer,text,\"'=1, \"\"x\"\"\","))
    #expect(throws: BadInput.self) { try document.setting([("me.role", "CIO")]) }
    #expect(throws: BadInput.self) { try document.setting([("b.base", "1")]) }
  }
}
