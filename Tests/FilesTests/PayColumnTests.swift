import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("What a guess takes a column of pay for")
struct PayColumnTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  private func guess(_ text: String) throws -> SurveyIntake.Reading {
    let path = try bench.bench.folder.write(text, to: "pay.csv")
    return try bench.read(path, SurveyReader.Options(effective: CalendarDate("2026-03-01")))
  }

  private func median(_ text: String) throws -> Double? { try guess(text).cell("it-manager", "US-19740")?.figures[3] }

  @Test(
    "The period in a header counts, for people and for percentiles",
    arguments: [
      ("Monthly P50", 12.0), ("Median Weekly Pay", 52), ("Bi-weekly P50", 26), ("P50 (per hour)", 2_080),
      ("Annual P50", 1), ("Monthly Base Salary", 12), ("Biweekly Pay", 26), ("Daily Rate", 260), ("Quarterly Pay", 4),
    ])
  func headers(_ name: String, _ periods: Double) throws {
    let row = "IT Manager,Denver,\(120_000 / periods)\n"
    let rows = name.contains("50") || name.contains("Median") ? row : String(repeating: row, count: 5)
    let found = try #require(try median("Job Title,Location,\(name)\n" + rows))
    #expect(abs(found - 120_000) < 1, "\(found)")
  }

  @Test("A column that holds periods says them row by row, whatever its name; without one a year is taken, and said")
  func columns() throws {
    for name in ["Pay Frequency", "Period", "Per", "Unit", "Salary Type", "Whatever"] {
      let rows = "IT Manager,Denver,10000,Monthly\nIT Director,Denver,160000,per year\n"
      let reading = try guess("Job Title,Location,P50,\(name)\n" + rows)
      #expect(reading.cell("it-manager", "US-19740")?.figures[3] == 120_000, "\(name)")
      #expect(reading.cell("it-director", "US-19740")?.figures[3] == 160_000, "\(name)")
    }
    let silent = try guess("Job Title,Location,P50\nIT Manager,Denver,120000\n")
    #expect(silent.surveys[0].notes.contains { $0.hasPrefix("assumed, basis: annual") })
  }

  @Test("Of the same pay by the month and by the year, the year's is read")
  func both() throws {
    #expect(
      try median("Job Title,Location,Median Monthly,Median Annual\nIT Manager,Denver,9000,120000\n") == 120_000)
  }

  @Test("Hours of a week or of a year, and a currency, are read by what their columns hold")
  func hours() throws {
    let rows = { (hours: String) in String(repeating: "IT Manager,Denver,60,\(hours)\n", count: 5) }
    #expect(try median("Job Title,Location,Hourly Rate,Annual Hours\n" + rows("1950")) == 117_000)
    #expect(try median("Job Title,Location,Hourly Rate,Hours per week\n" + rows("37.5")) == 117_000)
    let euros = try guess("Job Title,Location,P50,ISO\nIT Manager,Berlin,90000,EUR\n")
    #expect(euros.surveys[0].dataset.currency == "EUR")
  }

  @Test("An average, and pay beside a count of people, is a mean and nobody's pay")
  func means() throws {
    for name in ["Average Salary", "Base Salary Mean", "Salary"] {
      let cell = try #require(
        try guess("Job Title,Location,\(name),Num Incs\nIT Manager,Denver,115200,915\n").cell("it-manager", "US-19740"))
      #expect(cell.figures == [115_200, nil, nil, nil, nil, nil] && cell.incumbents == 915, "\(name)")
    }
  }

  @Test("A column of percentiles makes each row a figure of its cell")
  func tidy() throws {
    let names = ["10", "25", "50", "75", "90"]
    for spelled in [names, names.map { "P" + $0 }, ["10th", "25th", "Median", "75th", "90th"]] {
      let rows = zip(spelled, [100, 110, 120, 135, 150]).map { "IT Manager,Denver,\($0),\($1)000\n" }.joined()
      let cell = try #require(
        try guess("Job Title,Location,Percentile,Salary\n" + rows).cell("it-manager", "US-19740"))
      #expect(cell.figures == [nil, 100_000, 110_000, 120_000, 135_000, 150_000], "\(spelled)")
    }
  }
}
