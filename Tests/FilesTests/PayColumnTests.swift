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
    for name in ["Pay Frequency", "Period", "Per", "Unit", "Salary Type"] {
      let rows = "IT Manager,Denver,10000,Monthly\nIT Director,Denver,160000,per year\n"
      let reading = try guess("Job Title,Location,P50,\(name)\n" + rows)
      #expect(reading.cell("it-manager", "US-19740")?.figures[3] == 120_000, "\(name)")
      #expect(reading.cell("it-director", "US-19740")?.figures[3] == 160_000, "\(name)")
    }
    let silent = try guess("Job Title,Location,P50\nIT Manager,Denver,120000\n")
    #expect(silent.surveys[0].notes.contains { $0.hasPrefix("assumed, basis: annual") })
  }

  @Test("Letters are periods where all of a column's are; under a name of kinds they may mean anything")
  func letters() throws {
    let rows = { (mark: String) in "IT Manager,Denver,10000,\(mark)\nIT Director,Denver,160000,Y\n" }
    #expect(try median("Job Title,Location,P50,Unit\n" + rows("M")) == 120_000)
    let people = String(repeating: "IT Manager,Denver,10000,PM\n", count: 5)
    #expect(try median("Job Title,Location,Base Salary,Period\n" + people) == 120_000)
    #expect(try median("Job Title,Location,P50,Type\n" + rows("S")) == 10_000)
    #expect(try median("Job Title,Location,P50,Salary Type\n" + rows("M")) == 120_000)
    #expect(try median("Job Title,Location,P50,Unit\n" + rows("USD/month")) == 120_000)
  }

  @Test(
    "Base alone is a name of pay, and so is compensation in short",
    arguments: ["Base", "Base USD", "Base Comp", "Base (000)"])
  func shortNames(_ name: String) throws {
    let rows = String(repeating: "IT Manager,Denver,\(name.contains("000") ? 120 : 120_000)\n", count: 5)
    #expect(try median("Job Title,Location,\(name)\n" + rows) == 120_000)
  }

  @Test("A currency beside Base is the pay's")
  func currencyOfBase() throws {
    let rows = String(repeating: "IT Manager,Mumbai,3200000\n", count: 5)
    #expect(try guess("Job Title,Location,Base INR\n" + rows).surveys[0].dataset.currency == "INR")
  }

  @Test(
    "What is left of pay after tax is not its base",
    arguments: ["Net Salary", "Take-home pay", "Salary after tax", "Salary (post-tax)"])
  func net(_ name: String) throws {
    let rows = String(repeating: "IT Manager,Denver,90000\n", count: 5)
    #expect(throws: (any Error).self) { try median("Job Title,Location,\(name)\n" + rows) }
  }

  @Test("Total cash beside base pay is an element of its own", arguments: ["Total Cash", "TCC", "Total Cash Comp"])
  func totalCash(_ name: String) throws {
    let rows = String(repeating: "IT Manager,Denver,205000,186000\n", count: 5)
    let reading = try guess("Job Title,Location,\(name),Base Salary\n" + rows)
    #expect(reading.cell("it-manager", "US-19740", element: "total cash")?.figures[3] == 205_000)
    #expect(reading.cell("it-manager", "US-19740")?.figures[3] == 186_000)
  }

  @Test("A name that says pay outranks Base, and rows that are numbered are not counted")
  func outranked() throws {
    let rows = (1...5).map { "\($0),IT Manager,Denver,2025,\(149_000 + $0 * 1_000)\n" }.joined()
    #expect(try median("N,Job Title,Location,Base,Salary\n" + rows) == 152_000)
  }

  @Test("Total cash that cannot be read leaves base as it is")
  func oneBadTotal() throws {
    let rows = String(repeating: "IT Manager,Denver,205000,186000\n", count: 5) + "IT Manager,Denver,see HR,186000\n"
    let reading = try guess("Job Title,Location,Total Cash,Base Salary\n" + rows)
    #expect(reading.cell("it-manager", "US-19740")?.incumbents == 6)
    #expect(reading.cell("it-manager", "US-19740", element: "total cash")?.incumbents == 5)
  }

  @Test("Names that stand twice are told apart by the titles above them")
  func titlesAbove() throws {
    let reading = try guess(
      "Acme 2026,,,,,\n,,Total Cash,,Base Salary,\nJob,Location,P25,P50,P25,P50\n"
        + "IT Manager,Denver,190000,205000,170000,186000\n")
    #expect(reading.cell("it-manager", "US-19740", element: "total cash")?.figures[3] == 205_000)
    #expect(reading.cell("it-manager", "US-19740")?.figures[3] == 186_000)
  }

  @Test("A column that holds top codes alone is read: at least so much, and not withheld")
  func onlyTopCodes() throws {
    let reading = try guess("Job Title,Location,P50,P75,P90\nIT Manager,Denver,188000,#,#\n")
    let cell = try #require(reading.cell("it-manager", "US-19740"))
    #expect(cell.marks.hasSuffix("##"), "\(cell.marks)")
    let mixed = try guess("Job Title,Location,P50,P90\nIT Manager,Denver,188000,#\nCTO,Denver,250000,*\n")
    #expect(mixed.cell("it-manager", "US-19740")?.marks.last == "#")
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

  @Test("A period in the pay's own name stands before a column of periods, and so does what could not be pay")
  func payrolls() throws {
    let rows = { (pay: Int, period: String) in String(repeating: "IT Manager,Denver,\(pay),\(period)\n", count: 5) }
    for (names, pay, period, year) in [
      ("Annual Salary,Pay Frequency", 96_000, "Biweekly", 96_000.0),
      ("Salary,Pay Frequency", 96_000, "Biweekly", 96_000),
      ("Salary,Bonus Frequency", 96_000, "Quarterly", 96_000), ("Hourly Rate,Shift", 50, "Day", 104_000),
      ("Salary,Pay Frequency", 8_000, "Monthly", 96_000),
    ] {
      #expect(try median("Job Title,Location,\(names)\n" + rows(pay, period)) == year, "\(names), \(period)")
    }
    // One who earns a million decides for nobody else, nor does one whose period is blank.
    for first in ["90000,Monthly", "96000,", "96000,Annual"] {
      let header = "Job Title,Location,Salary,Pay Frequency\nCIO,Denver,\(first)\n"
      #expect(try median(header + rows(8_000, "Monthly")) == 96_000, "\(first)")
      #expect(try median(header + rows(96_000, "Biweekly")) == 96_000, "\(first)")
    }
    #expect(throws: (any Error).self) {
      try guess("Job Title,Location,Salary,Pay Frequency\n" + rows(5_000, "Monthly") + "IT Manager,Denver,5000,n/a\n")
    }
  }

  @Test("A year outranks what it is reckoned from; last year's pay and odd periods are not taken")
  func years() throws {
    let cell = { (names: String, pays: String) in
      try median("Job Title,Location,\(names)\nIT Manager,Denver,\(pays)\n")
    }
    #expect(try cell("P50 (12 month)", "96000") == 96_000)
    #expect(try cell("P50,P50 Last Year", "120000,108000") == 120_000)
    #expect(try cell("2024 P50,2025 P50,2026 P50", "100000,110000,120000") == 120_000)
    for name in ["Four-weekly pay", "Half-yearly pay"] {
      #expect(throws: (any Error).self, "\(name)") { try cell(name, "96000") }
    }
    let both = String(repeating: "IT Manager,Denver,10000,130000\n", count: 5)
    #expect(try median("Job Title,Location,Monthly Salary,Annual Salary\n" + both) == 130_000)
  }

  @Test("The currency is that of the pay's own name; a survey in one currency is told from one in each country's")
  func currencies() throws {
    let rows = { (place: String, pay: String) in String(repeating: "IT Manager,\(place),\(pay)\n", count: 5) }
    for (names, place, pay, code) in [
      ("Salary GBP,Salary USD", "London", "61000,78000", "GBP"),
      ("Salary (SEK),Team", "Stockholm", "600000,CAD", "SEK"),
      ("Salary,Company Revenue USD", "London", "60000,5000000", "GBP"),
    ] {
      let reading = try guess("Job Title,City,\(names)\n" + rows(place, pay))
      #expect(reading.surveys[0].dataset.currency == code, "\(names)")
    }
    let header = "Job Title,City,Salary\n"
    let euros = try guess(header + rows("Berlin", "65000") + rows("Warsaw", "53000"))
    #expect(euros.surveys[0].dataset.currency == "EUR" && euros.cell("it-manager", "PL")?.figures[3] == 53_000)
    #expect(euros.cell("it-manager", "PL")?.currency != "PLN")
    let own = try guess(header + rows("Berlin", "65000") + rows("Warsaw", "180000"))
    #expect(own.cell("it-manager", "PL")?.currency == "PLN")
  }
}
