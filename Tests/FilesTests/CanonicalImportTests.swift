import Foundation
import Market
import Quantities
import Testing

@testable import Files

@Suite("The canonical market CSV imports")
struct CanonicalImportTests {
  private let bench: SurveyBench

  init() throws { bench = try SurveyBench() }

  private func cells(_ text: String, name: String = "pay.csv") throws -> [SurveyCell] {
    try bench.read(text, name: name).flatMap(\.cells)
  }

  @Test("Rows of one job, place and level are one cell; counts lie beside the figures")
  func cell() throws {
    let rows = [("p25", "250000"), ("p50", "300000"), ("p90", "400000"), ("mean", "310000"), ("n_incumbents", "42")]
      .map { CanonicalRows.row(statistic: $0.0, value: $0.1) }
    let other = CanonicalRows.row(level: "2")
    let found = try cells(CanonicalRows.file(rows + [other]))
    #expect(found.count == 2)
    #expect(found[0].figures == [310_000, nil, 250_000, 300_000, nil, 400_000])
    #expect(found[0].incumbents == 42 && found[0].role == "cio" && found[0].location == "US")
    #expect(found[1].level == "2")
  }

  @Test(
    "Pay is annual whatever its basis",
    arguments: [
      ("annual", 12_000.0), ("monthly", 144_000), ("semimonthly", 288_000), ("biweekly", 312_000),
      ("weekly", 624_000), ("hourly", 24_960_000),
    ])
  func basis(_ given: (basis: String, annual: Double)) throws {
    let text = CanonicalRows.file([CanonicalRows.row(value: "12000", basis: given.basis)])
    #expect(try cells(text).first?.figures[3] == given.annual)
  }

  @Test("Roles, occupation codes and places go by every name they have")
  func names() throws {
    let text = CanonicalRows.file([
      CanonicalRows.row(role: "Head of IT", location: "\"Denver, CO\""), CanonicalRows.row(role: "11-3021"),
      CanonicalRows.row(role: "", soc: "15-1252", location: "CO"),
      CanonicalRows.row(location: "CA", kind: "country", statistic: "p75"),
    ])
    let found = try cells(text)
    #expect(found.map(\.location) == ["US-19740", "US", "US-CO", "CA"])
    #expect(found.map(\.occupation) == ["", "11-3021", "15-1252", ""])
  }

  @Test("The kind of place decides between places of one name")
  func kinds() throws {
    let text = CanonicalRows.file([
      CanonicalRows.row(location: "New York", kind: "state"), CanonicalRows.row(location: "New York", kind: "Metro"),
      CanonicalRows.row(location: "Washington", kind: "state"), CanonicalRows.row(location: "US", kind: "country"),
      CanonicalRows.row(location: "US-19740", kind: "metro"),
    ])
    #expect(try cells(text).map(\.location) == ["US-NY", "US-35620", "US-WA", "US", "US-19740"])
  }

  @Test(
    "Industries are kept by code",
    arguments: [
      ("62", "62"), ("hospital", "622"), ("622000", "622000"), ("6221", "6221"), ("000000", ""), ("31", "31-33"),
      ("999100", "999100"), ("3250A1", "3250A1"), ("000001", "000001"), ("999001", "999001"), ("3250B1", nil),
      ("9950A1", nil),
      ("99999", nil), ("123", nil), ("hospitl", nil), ("6", nil),
    ] as [(String, String?)])
  func industries(_ given: (text: String, code: String?)) throws {
    let directory = try SurveyBench.data.industries()
    #expect((try? directory.code(of: given.text)) == given.code)
  }

  @Test("Pay of a month to come is refused, that of next month is not", arguments: [("2026-12", 0), ("2027-01", 1)])
  func future(_ given: (date: String, faults: Int)) throws {
    let text = CanonicalRows.file([CanonicalRows.row(date: given.date)])
    var faults = 0
    do { _ = try bench.read(text, .init(asOf: CalendarDate("2026-11-21"))) } catch let bad as BadInput {
      faults = bad.count
    }
    #expect(faults == given.faults)
  }

  @Test("A * is withheld: the row counts, the figure does not")
  func withheld() throws {
    let rows = [CanonicalRows.row(statistic: "p25", value: "*"), CanonicalRows.row()]
    #expect(try cells(CanonicalRows.file(rows)).first?.figures == [nil, nil, nil, 300_000, nil, nil])
  }

  @Test("One file may hold several data sets, each with its own month and currency")
  func datasets() throws {
    let surveys = try bench.read(
      CanonicalRows.file([
        CanonicalRows.row(dataset: "b", currency: "EUR", date: "2025-01"), CanonicalRows.row(dataset: "a"),
      ]))
    #expect(surveys.map(\.dataset.name) == ["a", "b"])
    #expect(surveys.map(\.dataset.currency) == ["USD", "EUR"])
    #expect(surveys.map(\.dataset.effective.monthText) == ["2026-03", "2025-01"])
    #expect(Set(surveys.map(\.dataset.digest)).count == 2)
  }

  @Test("A file without the column dataset is called after itself")
  func fileName() throws {
    let text = "role,location,statistic,value,effective_date\nCIO,US,p50,300000,2026-03-01\n"
    #expect(try bench.read(text, name: "Pay Survey 2026.csv").first?.dataset.name == "pay-survey-2026")
    #expect(try bench.read(text, name: "Pay.csv", .init(name: "mine")).first?.dataset.name == "mine")
  }

  @Test("A text guarded against formulas is read without its guard")
  func guarded() throws {
    let text = CanonicalRows.file([CanonicalRows.row(level: "'=2")])
    #expect(try cells(text).first?.level == "=2")
  }

  /// One table in a way that spreadsheets of some country write it.
  struct Dialect: Sendable, CustomStringConvertible {
    let description: String
    var mark = ","
    var value = "300000.5"
    var lineEnd = "\n"
    var encoding = String.Encoding.utf8

    var text: String {
      let rows = [
        ["ROLE", "location", "Statistic", "value", "effective_date", "note"],
        ["CIO", "US", "P50", value, "2026-03", "Zürich"],
      ]
      let start = description.contains("byte-order mark") ? "\u{FEFF}" : ""
      return start + rows.map { $0.joined(separator: mark) + lineEnd }.joined()
    }
  }

  static let dialects = [
    Dialect(description: "plain"),
    Dialect(description: "quoted, commas in thousands", value: "\"300,000.5\""),
    Dialect(description: "semicolons, decimal commas", mark: ";", value: "300000,5"),
    Dialect(description: "semicolons, dots in thousands", mark: ";", value: "300.000,5"),
    Dialect(description: "a byte-order mark", lineEnd: "\r\n"),
    Dialect(description: "tabs", mark: "\t", lineEnd: "\r\n"),
    Dialect(description: "Windows-1252", mark: ";", value: "300000,5", lineEnd: "\r\n", encoding: .windowsCP1252),
    Dialect(description: "UTF-16 with a byte-order mark", encoding: .utf16LittleEndian),
  ]

  @Test("The dialect of the file does not matter", arguments: dialects)
  func dialect(_ dialect: Dialect) throws {
    let bytes = [UInt8](try #require(dialect.text.data(using: dialect.encoding)))
    let path = try bench.folder.write(bytes, to: "pay.csv")
    let found = try bench.reader.read(path: path, options: .init()).flatMap(\.cells)
    #expect(found.map { $0.figures[3] } == [300_000.5])
  }

  @Test("In a file with decimal commas, 16.750 is sixteen thousand")
  func thousands() throws {
    let head = "role;location;statistic;value;effective_date\n"
    let text = head + "CIO;US;p25;250000,5;2026-03-01\nCIO;US;p50;316.750;2026-03-01\n"
    #expect(try cells(text).first?.figures == [nil, nil, 250_000.5, 316_750, nil, nil])
  }
}
