import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("Dates in surveys: the month is the date's own, and none is to come")
struct DatedSurveyTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  private func read(
    _ rows: [String], name: String = "wide.csv", _ options: SurveyReader.Options = .init()
  ) throws -> SurveyIntake.Reading {
    try bench.read(try bench.bench.folder.write(rows.joined(separator: "\n") + "\n", to: name), options)
  }

  private func cells(_ dates: [String]) -> [String] {
    ["Survey Job Title,Survey Location,25th Percentile,50th Percentile,75th Percentile,Effective Date"]
      + dates.enumerated().map { "IT Manager,\"Denver, CO\",11\($0)000,13\($0)000,15\($0)000,\($1)" }
  }

  @Test(
    "Cells with full dates are a data set a month, whatever the order of the date",
    arguments: [["2025-01-31", "2025-12-01"], ["01/31/2025", "12/01/2025"], ["31.01.2025", "01.12.2025"]])
  func months(_ dates: [String]) throws {
    let reading = try read(cells(dates))
    #expect(reading.surveys.map(\.dataset.name) == ["wide-2025-01", "wide-2025-12"])
    #expect(reading.surveys.map(\.dataset.release) == ["January 2025", "December 2025"])
    #expect(reading.surveys.map(\.dataset.effective.monthText) == ["2025-01", "2025-12"])
    #expect(reading.surveys.map { $0.cells.first?.figures[3] } == [130_000, 131_000])
    #expect(Set(reading.surveys.map(\.dataset.digest)).count == 2)
    #expect(reading.newProfile?.text.contains("month: 7") == false)
  }

  @Test("A column of years is a data set a year, dated by the profile, and the rule is said")
  func years() throws {
    let reading = try read(cells(["2024"]).map { $0.replacing("Effective Date", with: "Survey Year") })
    #expect(reading.surveys.map(\.dataset.name) == ["wide-2024"])
    #expect(
      reading.surveys[0].notes.contains("rule, a data set a year: rows of 2024 by Survey Year stand for July 2024"))
  }

  @Test("People's dates are grouped by year, and the rule is said")
  func people() throws {
    let rows = (1...6).map { "2025-0\($0)-11,IT Manager,Denver,1\($0)0000" }
    let reading = try read(["Timestamp,Job title,City,Salary"] + rows)
    #expect(reading.surveys.map(\.dataset.name) == ["wide-2025"])
    #expect(
      reading.surveys[0].notes.contains("rule, a data set a year: rows of 2025 by Timestamp stand for April 2025"))
  }

  @Test("WTW and Oracle: the month of the date, not one of the profile")
  func builtIn() throws {
    let reward = try read([
      "JobCode\tJobTitle\tLevel\tLocation\tEffective Date\tPay Represented As\tBase P25\tBase P50\tBase P75",
      "ITD1\tIT Director\tM4\tDenver, CO\t10/01/2025\tA\t165000\t180000\t199000",
    ])
    #expect(reward.way == "profile wtw-reward, which comes with parley")
    #expect(reward.surveys.map(\.dataset.release) == ["October 2025"])
    let oracle = try read(
      [
        "JobCode|LocationCode|CountryCode|CompensationTypeCode|CurrencyCode|StartDate|TwentyFivePercent|FiftyPercent",
        "IT Director|Denver, CO|US|BASE|USD|2026/03/01|165000|180000",
      ], name: "oracle.dat")
    #expect(oracle.way == "profile oracle-composite, which comes with parley")
    #expect(oracle.surveys.map(\.dataset.name) == ["oracle-composite-2026-03"])
  }

  @Test("A month to come is refused; a year that has begun is none, whichever month stands for it")
  func ahead() throws {
    let asOf = SurveyReader.Options(asOf: CalendarDate("2026-03-15"))
    func faults(_ dates: [String], _ header: String) throws -> [String] {
      let rows = cells(dates).map { $0.replacing("Effective Date", with: header) }
      let path = try bench.bench.folder.write(rows.joined(separator: "\n"), to: "ahead.csv")
      return try bench.faults(path, asOf)
    }
    #expect(try faults(["2026-03-01", "2031-03-01"], "Effective Date") == ["date-in-the-future"])
    #expect(try faults(["2026-06-01"], "Effective Date") == ["date-in-the-future"])
    #expect(try faults(["2026"], "Survey Year") == [])
    #expect(try faults(["2027"], "Survey Year") == ["date-in-the-future"])
  }

  @Test("Which of two numbers is the month is said where the dates leave it open")
  func order() throws {
    let note = "assumed, date: month-first, as in 3/1/2026; correct `order:` where it is wrong"
    #expect(try read(cells(["3/1/2026"])).surveys[0].notes.contains(note))
    let clear = try read(
      cells(["3/1/2026", "3/31/2026"]).enumerated().map {
        $0.offset == 2 ? $0.element.replacing("Denver, CO", with: "Seattle, WA") : $0.element
      }, name: "clear.csv")
    #expect(!clear.surveys[0].notes.contains { $0.hasPrefix("assumed, date") })
  }

  @Test(
    "People who answered in one month stand for that month, and none for a month to come",
    arguments: [(["2026-01-15"], "2026-02-21", "2026-01"), (["2026-01-15", "2025-11-02"], "2026-11-21", "2026-01")])
  func people(_ given: (dates: [String], asOf: String, month: String)) throws {
    let rows = given.dates.flatMap { date in (0..<6).map { "IT Manager,Denver,11\($0)000,\(date)" } }
    let options = SurveyReader.Options(asOf: CalendarDate(given.asOf))
    let reading = try read(["Job Title,Location,Salary,Date"] + rows, name: "people.csv", options)
    #expect(reading.surveys.last?.dataset.effective.monthText == given.month)
  }

  @Test("A year that is not over is not dated by a month to come")
  func yearNotOver() throws {
    let rows = (0..<6).map { "IT Manager,Denver,11\($0)000,2026" }
    let options = SurveyReader.Options(asOf: CalendarDate("2026-02-21"))
    let reading = try read(["Job Title,Location,Salary,Survey Year"] + rows, name: "people.csv", options)
    #expect(reading.surveys.map(\.dataset.effective.monthText) == ["2026-02"])
  }
}
