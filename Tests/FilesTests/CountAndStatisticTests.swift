import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("Counts and statistics as publishers write them")
struct CountAndStatisticTests {
  private let bench: IntakeBench
  private let dated = SurveyReader.Options(effective: CalendarDate("2026-03-01"))

  init() throws { bench = try IntakeBench() }

  private func tidy(_ rows: [String], _ options: SurveyReader.Options? = nil) throws -> SurveyIntake.Reading {
    let path = try bench.bench.folder.write(
      "Job,Place,Stat,Amount\n" + rows.map { "IT Director,Denver,\($0)\n" }.joined(), to: "tidy.csv")
    try bench.bench.folder.write(
      "schema: parley.profile/1\nname: tidy\nshape: tidy\ncolumns: {role: Job, location: Place, statistic: Stat, "
        + "value: Amount}\n", to: "tidy.csv.profile.yaml")
    return try bench.read(path, options ?? dated)
  }

  private func counts(_ people: String, _ employers: String) throws -> SurveyIntake.Reading {
    let path = try bench.bench.folder.write(
      "Job Title,Location,P25,P50,P75,Num Incs,Num Orgs\nIT Manager,Denver,90000,100000,110000,\(people),\(employers)\n",
      to: "counts.csv")
    return try bench.read(path, dated)
  }

  @Test("Statistics of tidy files go by the names that headers have, counts too")
  func statistics() throws {
    let reading = try tidy([
      "P25,160000", "Median,190000", "75th percentile,220000", "Average,195000", "Employees,40",
      "Number of companies,12", "P60,200000",
    ])
    let cell = try #require(reading.cell("it-director", "US-19740"))
    #expect(cell.figures == [195_000, nil, 160_000, 190_000, 220_000, nil])
    #expect(cell.incumbents == 40 && cell.organizations == 12)
    #expect(reading.leftOut == ["other-statistic": 1] && reading.addsUp)
  }

  @Test(
    "A statistic that is not known, or is said twice, is a fault with its place",
    arguments: [
      ("Mdn,190000", "unknown-statistic", 20), ("P25,170000", "said-twice", 1), ("Employees,50", "said-twice", 1),
      ("Employees,many", "count-not-a-number", 30),
    ])
  func faults(_ row: String, _ name: String, _ column: Int) throws {
    let bad = #expect(throws: BadInput.self) { try tidy(["P25,160000", "Employees,40", row]) }
    let fault = try #require(bad?.diagnostics.first)
    #expect(fault.name == name && fault.line == 4 && fault.column == column && !fault.cure.isEmpty)
  }

  @Test(
    "Counts with bounds and marks are read by rules that are listed",
    arguments: [
      ("<5", 4, "count below a bound, read as the highest below it"),
      ("Fewer than 5", 4, "count below a bound, read as the highest below it"),
      ("30+", 30, "count from a bound up, read as the lowest"), ("8-10", 8, "count as a range, read as its lower end"),
      ("30*", 30, "count with a mark beside it, read without the mark"),
      ("--", nil, "count not said, a mark in its place"),
      ("n/a", nil, "count not said, a mark in its place"), ("40", 40, nil), ("", nil, nil),
    ] as [(String, Double?, String?)])
  func bounds(_ text: String, _ count: Double?, _ rule: String?) throws {
    let reading = try counts(text, "3")
    let cell = try #require(reading.cell("it-manager", "US-19740"))
    #expect(cell.incumbents == count && cell.organizations == 3)
    let rules = reading.profiled?.ledger.rules.keys.filter { $0.hasPrefix("count") }
    #expect(rules == [rule].compactMap { $0 })
  }

  @Test("A count that nothing can read is a fault", arguments: ["many", "-3", "5 of 9"])
  func unreadable(_ text: String) throws {
    let bad = #expect(throws: UnreadGuess.self) { try counts("7", text) }?.bad
    #expect(bad?.diagnostics.map(\.name) == ["count-not-a-number"])
    #expect(bad?.diagnostics.first?.line == 2 && bad?.diagnostics.first?.column == 41)
  }
}
