import Market
import Quantities
import Testing

@testable import Files

@Suite("A list of jobs to price")
struct JobSheetTests {
  private let bench: SurveyBench

  init() throws { bench = try SurveyBench() }

  private func read(_ text: String, datasets: [String] = ["acme", "oews"]) throws -> JobSheet {
    let date = try #require(CalendarDate("2026-11-21"))
    let reader = JobSheetReader(
      roles: try SurveyBench.data.roles(), places: try SurveyBench.data.places(),
      industries: try SurveyBench.data.industries(), datasets: datasets)
    return try reader.read(path: try bench.folder.write(text, to: "jobs.csv"), options: .init(asOf: date))
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

  @Test("A SOC code stands in for a title that is not known, and it is said")
  func unknownTitle() throws {
    let sheet = try read("title,soc,location\nChief Delivery Wizard,11-3021,US\n")
    #expect(sheet.rows.first?.pricing.question.job.id == "11-3021")
    #expect(
      sheet.notes == ["\"Chief Delivery Wizard\" is no role that is known: priced as 11-3021, a whole occupation"])
  }
}
