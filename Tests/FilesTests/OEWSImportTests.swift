import Market
import Quantities
import Testing

@testable import Files

/// Excerpts as BLS published them: May 2019 with headers in lower case, May 2024, and cells of May 2025.
@Suite("Files of BLS OEWS import as they are")
struct OEWSImportTests {
  private let bench: SurveyBench

  init() throws { bench = try SurveyBench() }

  @Test("May 2025: areas of every kind, industries, percentiles to the dollar")
  func areas() throws {
    let survey = try bench.importSurvey("oews-2025-excerpt.csv")
    #expect(survey.dataset.effective.monthText == "2025-05" && survey.dataset.currency == "USD")
    #expect(survey.dataset.rows == 59 && survey.cells.count == 59)
    let name = survey.dataset.name
    let denver = try #require(try bench.cell(name, "11-3021", "US-19740"))
    #expect(denver.percentiles.map(\.pay) == [133_450, 167_420, 203_340, 230_420, 293_820])
    #expect(denver.percentiles.map(\.probability) == [0.1, 0.25, 0.5, 0.75, 0.9])
    #expect(denver.mean == 205_920 && denver.employment == 7_730 && denver.meanRelativeError == 2.5)
    for place in ["US", "US-CO", "US-OH", "US-CA", "US-18140", "US-0800001"] {
      #expect(try bench.cell(name, "11-3021", place) != nil, "\(place)")
    }
    let sectors = try bench.library.cells(dataset: name, occupation: "11-3021", location: "US")
      .map(\.industry).filter { !$0.isEmpty }
    #expect(sectors.count == 8 && sectors.contains("11") && sectors.contains("21"))
  }

  @Test("Of a cell's rows by ownership the broadest is kept, whichever comes first, and the others are counted")
  func ownership() throws {
    let head =
      "area,area_type,naics,own_code,occ_code,o_group,tot_emp,a_mean,a_pct10,a_pct25,a_median,a_pct75,a_pct90\n"
    let rows = [("5", 700, 160_000), ("57", 900, 167_390), ("3", 200, 170_000)].map { own, people, median in
      "99,1,622000,\(own),11-3021,detailed,\(people),\(median),100000,120000,\(median),200000,220000\n"
    }
    let survey = try bench.read(head + rows.joined(), .init(effective: CalendarDate("2025-05-01")))[0]
    #expect(survey.cells.map { $0.figures[3] } == [167_390] && survey.dataset.rows == 1)
    #expect(survey.notes.contains { $0.hasPrefix("3 rows = 1 cell + 2 rows of a cell's parts") }, "\(survey.notes)")
  }

  @Test("The line of a cell is its line in the file")
  func lines() throws {
    let survey = try bench.importSurvey("national_M2024.csv")
    #expect(try bench.cell(survey.dataset.name, "11-3021", "US")?.line == 5)
  }

  @Test("# is at least 208,000 in May 2019, headers in lower case")
  func topCodes2019() throws {
    let survey = try bench.importSurvey("national_M2019.csv")
    #expect(survey.dataset.effective.monthText == "2019-05" && survey.cells.count == 8)
    let cell = try #require(try bench.cell(survey.dataset.name, "11-3021", "US"))
    #expect(cell.percentiles.map(\.pay) == [87_480, 113_110, 146_360, 185_610, 208_000])
    #expect(cell.percentiles.map(\.reading) == [.exact, .exact, .exact, .exact, .atLeast])
    let three = try #require(try bench.cell(survey.dataset.name, "29-1218", "US"))
    #expect(three.percentiles.map(\.pay) == [81_200, 171_780, 208_000, 208_000, 208_000])
    #expect(survey.notes.contains { $0.contains("208,000") })
  }

  @Test("# is at least 239,200 in May 2024")
  func topCodes2024() throws {
    let survey = try bench.importSurvey("national_M2024.csv")
    let cell = try #require(try bench.cell(survey.dataset.name, "11-3021", "US"))
    #expect(cell.percentiles.map(\.pay) == [104_450, 134_350, 171_200, 216_220, 239_200])
    #expect(cell.percentiles.last?.reading == .atLeast)
  }

  @Test("* and ** are withheld, not zero and not a fault")
  func withheld() throws {
    let name = try bench.importSurvey("national_M2024.csv").dataset.name
    let actors = try #require(try bench.cell(name, "27-2011", "US"))
    #expect(actors.percentiles.isEmpty && actors.mean == nil && actors.employment == 38_800)
    let later = try bench.importSurvey("oews-2025-excerpt.csv").dataset.name
    let educators = try #require(try bench.cell(later, "11-9039", "US-AL"))
    #expect(educators.employment == nil && educators.mean == 89_420)
  }

  @Test("A # beside figures above the cap, as May 2025 prints them, is at least the percentile below it")
  func lateTopCode() throws {
    let name = try bench.importSurvey("oews-2025-excerpt.csv").dataset.name
    let chiefs = try #require(try bench.cell(name, "11-1011", "US-3900003"))
    // The published P75 of 374,190 lies above the 239,200 that "#" stood for until 2024.
    #expect(chiefs.percentiles.map(\.pay) == [84_630, 113_460, 165_290, 374_190, 374_190])
    #expect(chiefs.percentiles.last?.reading == .atLeast)
  }

  @Test("Without a year in its name the file needs a month, and takes the one given")
  func effective() throws {
    let text = try String(contentsOfFile: SurveyBench.surveys + "/national_M2024.csv", encoding: .utf8)
    #expect(try bench.faults(text, name: "wages.csv")?.diagnostics.map(\.name) == ["no-date"])
    let survey = try bench.read(text, name: "wages.csv", .init(effective: .init("2024-05-01")))[0]
    #expect(survey.dataset.effective.monthText == "2024-05" && survey.cells.count == 9)
  }

  @Test("Wrong cells of an OEWS file are all named, with line and column")
  func faults() throws {
    let lines = try String(contentsOfFile: SurveyBench.surveys + "/national_M2024.csv", encoding: .utf8)
      .components(separatedBy: "\r\n")
    var broken = lines
    broken[1] = lines[1].replacingOccurrences(of: ",49500,", with: ",4950O,")
    broken[2] = lines[2].replacingOccurrences(of: "11-0000", with: "110000")
    broken[4] = lines[4].replacingOccurrences(of: "134350", with: "334350")
    broken[5] = "X" + lines[5]
    let bad = try #require(try bench.faults(broken.joined(separator: "\r\n"), name: "national_M2024.csv"))
    let names = ["pay-not-a-number", "bad-occupation-code", "percentiles-out-of-order", "bad-area"]
    #expect(bad.diagnostics.map(\.name) == names)
    #expect(bad.diagnostics.map(\.line) == [2, 3, 5, 6])
    #expect(bad.diagnostics.allSatisfy { $0.column > 0 && !$0.excerpt.isEmpty && !$0.cure.isEmpty })
    #expect(bad.diagnostics[0].cure.contains("49500"))
  }
}
