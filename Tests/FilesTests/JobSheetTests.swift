import Foundation
import Market
import ModelTestSupport
import Quantities
import Testing

@testable import Files

@Suite("A list of jobs to price")
struct JobSheetTests {
  private let bench: SurveyBench

  init() throws { bench = try SurveyBench() }

  private func reader() throws -> JobSheetReader {
    JobSheetReader(
      roles: try SurveyBench.data.roles(), places: try SurveyBench.data.places(),
      industries: try SurveyBench.data.industries(), datasets: ["acme", "oews"])
  }

  private func read(_ text: String) throws -> JobSheet {
    try reader().read(path: bench.folder.write(text, to: "jobs.csv"), options: .init(asOf: day("2026-11-21")))
  }

  @Test(
    "Whatever the bytes, it ends with jobs or with faults that have a name and a cure", arguments: [UInt64(1), 2, 3])
  func mutations(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let reader = try reader()
    let path = bench.folder.path("jobs.csv")
    let original =
      "id,role,location,level,industry,size,spread,pay,target,sources\n"
      + "1,IT Director,Denver,L5,62,150 beds,50%,\"$178,000\",p50,acme@M4:60%:-5%;oews:40%\n2,CIO,US,,,,,€1.2M,p62.5,\n"
    let pieces = [
      ",", "\"", "\n", ";", ":", "%", "-", "€", "p", "1e400", "nan", "\u{0}", "weight:acme", "premium:", "level:oews",
      "@",
    ]
    var sound = 0
    for _ in 0..<150 {
      var bytes = Array(original.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0...2, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: bytes.insert(contentsOf: (pieces.randomElement(using: &chance) ?? ",").utf8, at: place)
        default: bytes.remove(at: place)
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let sheet = try reader.read(path: path, options: .init(asOf: day("2026-11-21")))
        _ = try sheet.leftOut(priced: sheet.rows.count)
        sound += 1
        #expect(sheet.rows.allSatisfy { $0.pricing.pay.map(\.isFinite) ?? true })
      } catch let bad as BadInput {
        #expect(!bad.diagnostics.isEmpty && bad.diagnostics.allSatisfy { !$0.name.isEmpty && !$0.cure.isEmpty })
      }
    }
    #expect(sound > 10 && sound < 150)
  }

  @Test("Columns are found by name, in any order and by the names people give them")
  func columns() throws {
    let sheet = try read(
      "Pay,Sources,City,Job Title,Job_Code,Level,Spread,Target\n"
        + "\"$178,000\",acme:60%:-5%;oews:40%,Denver,VP of IT,7,executive,45%,p62.5\n")
    let row = try #require(sheet.rows.first)
    #expect(row.id == "7" && row.pricing.pay == 178_000 && row.currencyMark == "$")
    #expect(row.pricing.question.job.id == "it-director" && row.pricing.question.location.id == "US-19740")
    #expect(row.pricing.spread == 0.45 && row.pricing.target == 0.625 && row.pricing.grade == .executive)
    #expect(row.pricing.question.level.isEmpty)
    #expect(row.pricing.question.blending.weights == ["acme": 0.6, "oews": 0.4])
    #expect(row.pricing.question.blending.premiums == ["acme": -0.05])
    #expect(sheet.notes.contains { $0.contains("VP of IT") })
  }

  @Test("A list from a spreadsheet with semicolons and decimal commas")
  func decimalCommas() throws {
    let sheet = try read(
      "id;Title;City;Base;Spread;Target\n1;IT Director;Denver;185.000,50;45,5%;62,5\n"
        + "2;IT Manager;Austin;99.500,25;0,5;p50\n"
    )
    #expect(sheet.rows.map(\.pricing.pay) == [185_000.5, 99_500.25])
    #expect(sheet.rows.map(\.pricing.spread) == [0.455, 0.5])
    #expect(sheet.rows.map(\.pricing.target) == [0.625, 0.5])
  }

  @Test("Each fault is listed with its line and column; the other rows are read")
  func faults() throws {
    let sheet = try read(
      "id,role,location,sources\n1,IT Directer,Denver,\n2,CIO,Denver,acme:60%\n3,CIO,Denver,acme:60%;oews:40%\n")
    #expect(sheet.rows.map(\.id) == ["3"])
    let error = #expect(throws: BadInput.self) { try sheet.leftOut(priced: 1) }
    let found = try #require(error)
    #expect(found.diagnostics.map(\.name) == ["unknown-role", "weights-not-100"])
    #expect(found.diagnostics.map(\.line) == [2, 3])
    #expect(found.diagnostics.map(\.column) == [3, 14])
  }

  @Test(
    "Weights come to 100%, near enough for thirds",
    arguments: [
      ("acme:33.3%;oews:66.7%", true), ("acme:33.33;oews:66.67", true), ("acme:50%;oews:49%", false),
      ("acme:100%", true), ("acme:0%;oews:100%", true), ("acme:101%", false), ("acme:-5%;oews:105%", false),
    ])
  func total(text: String, isFine: Bool) {
    let result = SourceMatches.read(text, datasets: ["acme", "oews"])
    #expect(((try? result.get()) != nil) == isFine)
  }

  @Test("Matches without weights are weighed by their doubt: no weights, only names")
  func unweighted() throws {
    let matches = try SourceMatches.read("acme; oews", datasets: ["acme", "oews"]).get()
    #expect(matches.names == ["acme", "oews"] && matches.weights.isEmpty)
    #expect(try SourceMatches.read("acme", datasets: ["acme"]).get().weights == ["acme": 1])
  }

  @Test("A data set may be asked for a level of its own, among the sources or in a column")
  func levels() throws {
    let matches = try SourceMatches.read("acme@M4:60%:-5%; oews : 40%", datasets: ["acme", "oews"]).get()
    #expect(matches.levels == ["acme": "M4"] && matches.weights == ["acme": 0.6, "oews": 0.4])
    #expect(matches.premiums == ["acme": -0.05])
    // A name with the mark in it, and a level with blanks.
    #expect(try SourceMatches.read("a@b@Band 4", datasets: ["a@b"]).get().levels == ["a@b": "Band 4"])
    #expect(throws: SourceMatches.Fault.self) { try SourceMatches.read("acme@:60%", datasets: ["acme"]).get() }
    #expect(throws: SourceMatches.Fault.self) { try SourceMatches.read("@M4", datasets: ["acme"]).get() }
    let sheet = try read("role,location,weight:acme,weight:oews,level:acme\nCIO,US,60%,40%,M4\nCIO,US,,,M5\n")
    #expect(sheet.rows.map(\.pricing.question.levels) == [["acme": "M4"], ["acme": "M5"]])
    #expect(sheet.rows.map(\.pricing.question.blending.weights) == [["acme": 0.6, "oews": 0.4], [:]])
  }

  @Test("Two levels of one data set, and a level of one that is not matched, are faults at their column")
  func levelFaults() throws {
    let sheet = try read(
      "role,location,sources,level:acme,level:oews\nCIO,US,acme@M4:100%,M5,\nCIO,US,acme:100%,,L1\n")
    let error = #expect(throws: BadInput.self) { try sheet.leftOut(priced: 0) }
    let found = try #require(error)
    #expect(found.diagnostics.map(\.name) == ["match-twice", "level-without-match"])
    #expect(found.diagnostics.map(\.line) == [2, 3] && found.diagnostics.map(\.column) == [21, 19])
    let unknown = #expect(throws: BadInput.self) { try read("role,location,level:acne,weight:oewz\nCIO,US,1,1\n") }
    #expect(unknown?.diagnostics.map(\.column) == [15, 26])
  }

  @Test("A dollar sign beside a column that says which dollar is that dollar; other marks stay")
  func currencyColumn() throws {
    let sheet = try read(
      "role,location,pay,currency\nCIO,US,$300k,AUD\nCIO,US,€300k,AUD\nCIO,US,300k,AUD\nCIO,US,300k,\n")
    #expect(sheet.rows.map(\.currencyMark) == ["AUD", "€", "AUD", nil])
    #expect(sheet.rows.prefix(3).map(\.currencyField) == [.currency, .pay, .currency])
  }

  @Test("A SOC code stands in for a title that is not known, and it is said")
  func unknownTitle() throws {
    let sheet = try read("title,soc,location\nChief Delivery Wizard,11-3021,US\n")
    #expect(sheet.rows.first?.pricing.question.job.id == "11-3021")
    #expect(
      sheet.notes == ["\"Chief Delivery Wizard\" is no role that is known: priced as 11-3021, a whole occupation"])
  }
}
