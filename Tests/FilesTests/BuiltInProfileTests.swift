import Foundation
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("Profiles that come with parley read the files they are for")
struct BuiltInProfileTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  private func read(_ name: String, _ options: SurveyReader.Options = .init()) throws -> SurveyIntake.Reading {
    let reading = try bench.read("\(IntakeBench.files)/\(name).csv", options)
    #expect(reading.way == "profile \(name), which comes with parley")
    #expect(reading.addsUp)
    return reading
  }

  @Test(
    "Each has a file of its shape, and is written back as it was read", arguments: SurveyBench.data.profileNames)
  func each(_ name: String) throws {
    let profile = try SurveyBench.data.profile(name)
    // A month that is given says nothing where a column has the date.
    var effective = CalendarDate("2026-03-01")
    if case .column = profile.when { effective = nil }
    _ = try read(name, .init(effective: effective))
    var reader = ProfileReader(file: "again.yaml")
    var again = try reader.read(Array(ProfileWriter.text(of: profile, file: name).utf8))
    again.recognise = profile.recognise
    #expect(again == profile)
  }

  @Test("Two layouts of one survey are one series, and stay it under the names that the library gives them")
  func oneSeries() throws {
    for name in ["ons-ashe", "ons-ashe-exported"] { _ = try bench.bench.library.store(try read(name).surveys) }
    let held = try bench.bench.library.datasets()
    #expect(held.count > 1 && Set(held.map(\.series)) == ["ons-ashe"], "\(held.map(\.name))")
  }

  @Test("Ask a Manager 2019: free texts for pay and place")
  func askAManager2019() throws {
    let reading = try read("ask-a-manager-2019")
    #expect(
      reading.leftOut == [
        "pay-not-a-number": 1, "absurd-pay": 1, "unknown-role": 2, "currency-unclear": 1, "unknown-place": 1,
        "no-value": 1,
      ])
    #expect(reading.profiled?.ledger.rows == 15)
    let state = try #require(reading.cell("it-director", "US-CO"))
    #expect(state.incumbents == 5 && state.figures[3] == 154_000)
    #expect(reading.cell("it-director", "US-19740") == nil)
    #expect(reading.profiled?.ledger.rules["currency by country"]?.count == 1)
  }

  @Test("Ask a Manager 2021: country, state and city apart")
  func askAManager2021() throws {
    let reading = try read("ask-a-manager-2021")
    #expect(reading.leftOut == ["absurd-pay": 1, "unknown-role": 1])
    #expect(reading.cell("it-director", "US")?.figures[3] == 154_000)
  }

  @Test("A currency spelled out beside Other, with its code or without, is understood")
  func spelledOut() throws {
    let header = try #require(
      try String(contentsOfFile: "\(IntakeBench.files)/ask-a-manager-2021.csv", encoding: .utf8)
        .split(whereSeparator: \.isNewline).first)
    for (stated, code, id, pay) in [
      ("US Dollar", "USD", "US", 61_000.0), ("KRW (Korean Won)", "KRW", "KR", 61_000_000),
      ("Pound sterling", "GBP", "GB", 61_000),
    ] {
      let country = ["US": "United States", "KR": "South Korea", "GB": "United Kingdom"][id] ?? ""
      let row = "4/27/2021 11:02:10,35-44,Tech,IT Director,,\(Int(pay)),,Other,\(stated),,\(country),,,Man"
      let path = try bench.bench.folder.write(
        ([String(header)] + Array(repeating: row, count: 5)).joined(separator: "\n") + "\n", to: "\(code).csv")
      let reading = try bench.read(path)
      let cell = try #require(reading.cell("it-director", id), "\(stated): \(reading.leftOut)")
      #expect(
        cell.figures[3] == pay && (cell.currency.isEmpty ? reading.surveys[0].dataset.currency : cell.currency) == code)
    }
  }

  @Test("ai-jobs: a data set a year, currencies at dated rates, levels and all levels")
  func aiJobs() throws {
    let reading = try read("ai-jobs")
    #expect(reading.surveys.map(\.dataset.name) == ["ai-jobs-2023", "ai-jobs-2024"])
    #expect(reading.leftOut == ["filtered": 1, "unknown-role": 1, "absurd-pay": 1])
    let cell = try #require(reading.cell("data-scientist", "US", level: "senior"))
    #expect(cell.figures == [155_500, 151_100, 152_750, 155_500, 158_250, 159_900])
    let german = try #require(reading.cell("software-developer", "DE"))
    #expect(german.currency == "EUR" && german.figures[3] == 52_000)
  }

  @Test("DOL LCA: a person counts for the title and for the occupation code")
  func lca() throws {
    let reading = try read("dol-lca")
    #expect(reading.leftOut == ["filtered": 1])
    for job in ["it-director", "11-3021"] {
      #expect(reading.cell(job, "US-18140")?.figures[3] == 105_000)
      #expect(reading.cell(job, "US-OH")?.incumbents == 6)
    }
    let second = try read("dol-lca-base-salary")
    #expect(second.leftOut == ["unknown-role": 1, "filtered": 1])
    #expect(second.cell("it-manager", "US-WI")?.figures[3] == 92_000)
  }

  @Test(
    "DOL LCA as published: the wage offered in its unit, of certified cases, by the year of the decision",
    arguments: [
      ("dol-lca-2010", 2010, 44.0 * 2_080, 3), ("dol-lca-2015", 2015, 107_500, 1), ("dol-lca-2019", 2019, 110_500, 1),
      ("dol-lca-2020", 2024, 151_500, 3),
    ])
  func publishedLCA(_ name: String, _ year: Int, _ median: Double, _ filtered: Int) throws {
    let reading = try read(name)
    #expect(reading.surveys.map(\.dataset.name) == ["dol-lca-offered-\(year)"])
    #expect(reading.leftOut == ["filtered": filtered])
    let cell = try #require(reading.cell("it-manager", "US-19740"))
    #expect(cell.incumbents == 6 && abs((cell.figures[3] ?? 0) - median) < 0.01, "\(cell.figures)")
  }

  @Test("DOL LCA: a wage a month is a month's, and a file without a unit is not read by its profile")
  func lcaUnits() throws {
    let file = "\(IntakeBench.files)/dol-lca-2020.csv"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let bare = lines.map { $0.replacingOccurrences(of: "WAGE_UNIT_OF_PAY", with: "UNIT") }.joined(separator: "\n")
    let path = try bench.bench.folder.write(bare, to: "bare.csv")
    #expect(try bench.faults(path, profile: "dol-lca-2020") == ["missing-column"])
    let header = "CASE_STATUS,SOC_CODE,JOB_TITLE,PREVAILING_WAGE,PW_UNIT_OF_PAY,WORKSITE_CITY,WORKSITE_STATE,YEAR\n"
    let rows = (0..<6).map { _ in "CERTIFIED,11-3021,IT MANAGER,12500,Month,DENVER,COLORADO,2019\n" }.joined()
    let monthly = try bench.read(try bench.bench.folder.write(header + rows, to: "relaid.csv"))
    #expect(monthly.way == "profile dol-lca, which comes with parley")
    #expect(monthly.cell("it-manager", "US-CO")?.figures[3] == 150_000)
    // Without what a profile needs it is not the file's.
    let yearless = header.replacingOccurrences(of: ",YEAR", with: ",OTHER")
    let other = try bench.bench.folder.write(yearless + rows, to: "yearless.csv")
    #expect(try bench.read(other, .init(effective: CalendarDate("2026-03-01"))).way.hasPrefix("a guess"))
  }

  @Test("OFLC: levels are means, the median county of a state and of the nation")
  func oflc() throws {
    let reading = try read("oflc-wage-levels")
    let state = try #require(reading.cell("11-3021", "US-CO", level: "I"))
    #expect(state.figures == [50 * 2_080, nil, nil, nil, nil, nil])
    #expect(reading.cell("11-3021", "US", level: "IV")?.figures[0] == .some(160_160.0))
  }

  @Test("ONS ASHE: UK codes stand for roles, x is withheld, in pounds")
  func ashe() throws {
    let reading = try read("ons-ashe")
    #expect(reading.surveys.map(\.dataset.name) == ["ons-ashe-2023", "ons-ashe-2024"])
    #expect(reading.surveys[0].dataset.currency == "GBP")
    #expect(reading.leftOut == ["filtered": 2, "unknown-role": 1, "no-value": 1])
    let cell = try #require(reading.surveys[1].cells.first)
    #expect(cell.role == "it-director" && cell.location == "GB")
    #expect(cell.figures == [99_000, 44_000, 58_000, 86_033, 106_000, nil] && cell.marks == ".....*")
    let exported = try read("ons-ashe-exported")
    #expect(exported.cell("it-director", "GB")?.figures == cell.figures)
    #expect(exported.leftOut == ["unknown-role": 2, "after-table": 2])
  }

  @Test("WTW, Pave and Oracle: their columns, bases and names")
  func vendors() throws {
    let reward = try read("wtw-reward")
    #expect(reward.cell("it-director", "US-19740", level: "M4")?.figures[3] == 180_000)
    #expect(reward.cell("it-director", "US-19740", level: "M4", element: "total cash")?.figures[3] == 210_000)
    #expect(reward.cell("it-manager", "US", level: "M2")?.figures[3] == .some(128_960.0))
    let pave = try read("pave", .init(effective: CalendarDate("2026-03-01")))
    #expect(pave.cell("it-director", "US-19740", level: "M5")?.organizations == 12)
    let oracle = try read("oracle-composite")
    #expect(oracle.cell("it-director", "US-19740")?.figures == [182_000, 150_000, 165_000, 180_000, 199_000, 220_000])
    #expect(oracle.leftOut == ["filtered": 1, "unknown-role": 1])
  }

  @Test("Infor: salaried and hourly people in one file, cash and bonus beside base")
  func infor() throws {
    let reading = try read("infor-incumbent", .init(effective: CalendarDate("2026-03-01")))
    #expect(reading.cell("it-director", "US-19740")?.figures[3] == 83_200 + 2.5 * 2_080)
    #expect(reading.cell("it-director", "US-19740", element: "target bonus")?.figures[3] == 9_000)
  }

  @Test("An hourly and an annual file of the same people give the same percentiles")
  func hourlyIsAnnual() throws {
    let options = SurveyReader.Options(name: "people", effective: CalendarDate("2026-03-01"))
    let readings = try ["people-annual", "people-hourly"].map {
      try bench.read("\(IntakeBench.files)/\($0).csv", options)
    }
    #expect(readings[0].newProfile?.text.contains("basis: annual") == true)
    #expect(readings[1].newProfile?.text.contains("basis: hourly") == true)
    let cells = readings.map { $0.surveys[0].cells }
    #expect(cells[0].count == cells[1].count && cells[0].count > 6)
    for (annual, hourly) in zip(cells[0], cells[1]) {
      #expect(annual.location == hourly.location && annual.role == hourly.role)
      for (left, right) in zip(annual.figures, hourly.figures) {
        #expect((left == nil) == (right == nil) && abs((left ?? 0) - (right ?? 0)) < 0.005)
      }
    }
  }
}
