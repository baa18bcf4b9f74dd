import Market
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("What is exported imports again to the same library")
struct CanonicalExportTests {
  private let bench: SurveyBench
  private let other: SurveyBench

  init() throws {
    bench = try SurveyBench()
    other = try SurveyBench()
  }

  private func cells(_ bench: SurveyBench, _ choice: MarketLibrary.CellChoice = .init()) throws -> [SurveyCell] {
    var found: [SurveyCell] = []
    try bench.library.forEachCell(choice) { _, cell in
      var cell = cell
      // Lines are those of the file that was read, which is another one.
      cell.line = 0
      // The dust of arithmetic is not written.
      cell.figures = SurveyFigures(cell.figures.map { $0.map(WholeCents.of) })
      found.append(cell)
    }
    return found
  }

  private func export(_ choice: MarketLibrary.CellChoice = .init()) throws -> String {
    var text = ""
    try CanonicalExport(library: bench.library, places: SurveyBench.data.places()).write(choice) { text += $0 }
    return text
  }

  private func roundTrip(name: String? = nil) throws {
    let text = try export()
    for survey in try other.read(text, name: "again.csv", .init(name: name)) { _ = try other.library.store(survey) }
    let (before, after) = (try cells(bench), try cells(other))
    #expect(before.count == after.count && !before.isEmpty)
    for (first, second) in zip(before, after) { #expect(first == second) }
  }

  @Test("A canonical file: every cell, figure, count and marker")
  func canonical() throws {
    let header = "role,soc,location,level,industry,org_size,pay_element,statistic,value,effective_date,note\n"
    let rows = [
      "it-director,11-3021,US-19740,L5,62,large,base,p25,180000.1,2026-03,",
      "it-director,11-3021,US-19740,L5,62,large,base,p50,200000.333333333,2026-03,our own words",
      "it-director,11-3021,US-19740,L5,62,large,base,p75,260000,2026-03,#",
      "it-director,11-3021,US-19740,L5,62,large,base,p90,*,2026-03,",
      "it-director,11-3021,US-19740,L5,62,large,base,n_incumbents,42,2026-03,",
      "it-director,11-3021,US-19740,L5,62,large,base,mean_prse,3.5,2026-03,",
      ",15-1252,US-CO,,,,total cash,p50,~,2026-03,", ",15-1252,US-CO,,,,total cash,p90,199999,2026-03,s",
      ",15-1252,US-CO,,,,total cash,employment,1250,2026-03,",
    ]
    for survey in try bench.read(header + rows.joined(separator: "\n") + "\n") { _ = try bench.library.store(survey) }
    #expect(try cells(bench).map(\.marks) == ["....#*", "...~.s"])
    try roundTrip()
  }

  @Test("A figure that is whole cents but for the dust of arithmetic is written to the cent")
  func cents() throws {
    let rows = "CIO,US,p25,126674.23999999999,2026-03\nCIO,US,p50,200000.333333333,2026-03\n"
    for survey in try bench.read("role,location,statistic,value,effective_date\n" + rows) {
      _ = try bench.library.store(survey)
    }
    let text = try export()
    #expect(text.contains(",p25,126674.24,") && text.contains(",p50,200000.333333333,"), "\(text)")
  }

  @Test("A file of people: its roll-ups over states, the nation and all places, with the interval of each median")
  func people() throws {
    let reading = try IntakeBench().read(
      "\(IntakeBench.files)/people-annual.csv", .init(name: "people", effective: CalendarDate("2026-03-01")))
    for survey in reading.surveys { _ = try bench.library.store(survey) }
    let kept = try cells(bench)
    #expect(kept.contains { $0.medianInterval != nil } && kept.contains { $0.location.isEmpty })
    try roundTrip()
  }

  @Test("The shipped survey: all figures and markers of an occupation everywhere, and of every occupation in a place")
  func shipped() throws {
    let library = try MarketLibrary(path: SharedLibrary.copy(into: bench.folder))
    let choices: [MarketLibrary.CellChoice] = [
      .init(jobs: [try SurveyBench.data.roles().find("11-3021").value]), .init(locations: ["US-19740", "US"]),
    ]
    for (index, choice) in choices.enumerated() {
      let target = try SurveyBench()
      var text = ""
      let count = try CanonicalExport(library: library, places: SurveyBench.data.places()).write(choice) { text += $0 }
      for survey in try target.read(text, name: "again.csv", .init(name: "again\(index)")) {
        _ = try target.library.store(survey)
      }
      #expect(count > 300)
      #expect(try found(in: target.library, .init()) == found(in: library, choice))
    }
  }

  /// Cells as text, sorted: for libraries that keep them in another order.
  private func found(in library: MarketLibrary, _ choice: MarketLibrary.CellChoice) throws -> [String] {
    var found: [String] = []
    try library.forEachCell(choice) { _, cell in
      var cell = cell
      (cell.line, cell.isDetailed) = (0, true)
      found.append("\(cell)")
    }
    return found.sorted()
  }

  @Test("An hourly survey comes back as the same annual figures, to the cent")
  func hourly() throws {
    let rows = ["p25", "p50", "p75"].enumerated().map {
      CanonicalRows.row(statistic: $1, value: "\(57.37 + Double($0) * 10.11)", basis: "hourly")
    }
    for survey in try bench.read(CanonicalRows.file(rows)) { _ = try bench.library.store(survey) }
    try roundTrip()
  }

  @Test("A choice of jobs, places and data sets has those cells and no others")
  func choice() throws {
    let rows = [
      CanonicalRows.row(role: "CIO", location: "US"), CanonicalRows.row(role: "CTO", location: "US"),
      CanonicalRows.row(role: "CIO", location: "US-CO"), CanonicalRows.row(role: "", soc: "11-3021", location: "US"),
      CanonicalRows.row(role: "", soc: "29-1141", location: "US"),
    ]
    for survey in try bench.read(CanonicalRows.file(rows)) { _ = try bench.library.store(survey) }
    let cio = try SurveyBench.data.roles().find("CIO").value
    // A role has its own cells and those of its occupation.
    #expect(try cells(bench, .init(jobs: [cio])).count == 3)
    #expect(try cells(bench, .init(jobs: [cio], locations: ["US"])).count == 2)
    #expect(try cells(bench, .init(locations: ["US-CO"])).map(\.role) == ["cio"])
    #expect(try cells(bench, .init(datasets: ["nothing"])).isEmpty)
    #expect(try export(.init(datasets: ["nothing"])).isEmpty)
  }

  @Test("An hourly and an annual file of the same people give the same percentiles")
  func basis() throws {
    let annual = [118_560.0, 149_760, 187_200, 230_880, 291_200]
    func file(_ basis: String, _ hours: Double) -> String {
      CanonicalRows.file(
        zip(CanonicalLayout.percentiles, annual).map {
          CanonicalRows.row(statistic: $0, value: "\($1 / hours)", basis: basis)
        })
    }
    let hourly = try #require(try bench.read(file("hourly", 2_080)).first?.cells.first)
    let yearly = try #require(try bench.read(file("annual", 1)).first?.cells.first)
    #expect(hourly.figures == yearly.figures)
  }
}
