import Testing

@testable import Files

@Suite("A survey with faults is refused whole, with every fault named")
struct FaultyImportTests {
  private let bench: SurveyBench

  init() throws { bench = try SurveyBench() }

  /// Twenty rows, each wrong in its own way, and what is said of them.
  static let wrong: [(row: String, name: String, column: Int)] = [
    (CanonicalRows.row(value: "18O000"), "pay-not-a-number", 20),
    (CanonicalRows.row(value: "-0.0.66962"), "pay-not-a-number", 20),
    (CanonicalRows.row(value: "-180000"), "negative-pay", 20),
    (CanonicalRows.row(value: "0"), "absurd-pay", 20),
    (CanonicalRows.row(value: "18000000000"), "absurd-pay", 20),
    (CanonicalRows.row(value: ""), "no-value", 20),
    (CanonicalRows.row(value: "#"), "top-code-without-cap", 20),
    (CanonicalRows.row(value: "1e5"), "pay-not-a-number", 20),
    (CanonicalRows.row(value: "\"18,00,00\""), "pay-not-a-number", 20),
    (CanonicalRows.row(role: "IT Directer"), "unknown-role", 6),
    (CanonicalRows.row(role: ""), "no-job", 6),
    (CanonicalRows.row(role: "", soc: "113021"), "bad-occupation-code", 7),
    (CanonicalRows.row(location: "Denvr"), "unknown-place", 11),
    (CanonicalRows.row(location: ""), "no-place", 11),
    (CanonicalRows.row(statistic: "p5O"), "unknown-statistic", 16),
    (CanonicalRows.row(currency: "USX"), "unknown-currency", 27),
    (CanonicalRows.row(currency: "EUR"), "two-currencies", 27),
    (CanonicalRows.row(basis: "anual"), "unknown-basis", 31),
    (CanonicalRows.row(date: "2026-13-01"), "date-not-a-date", 38),
    (CanonicalRows.row(), "said-twice", 16),
    ("acme,CIO", "wrong-field-count", 9),
  ]

  static let text = CanonicalRows.file([CanonicalRows.row()] + wrong.map(\.row))

  @Test("All faults in one run, in the file's order, each with its place, excerpt and cure")
  func all() throws {
    let bad = try #require(try bench.faults(Self.text))
    #expect(bad.count == Self.wrong.count)
    #expect(bad.diagnostics.map(\.name) == Self.wrong.map(\.name))
    #expect(bad.diagnostics.map(\.line) == Array(3..<(3 + Self.wrong.count)))
    #expect(bad.diagnostics.map(\.column) == Self.wrong.map(\.column))
    for diagnostic in bad.diagnostics {
      #expect(!diagnostic.cure.isEmpty && !diagnostic.message.isEmpty, "\(diagnostic.name)")
      #expect(diagnostic.excerpt.hasPrefix("acme,"), "\(diagnostic.name)")
      #expect(diagnostic.file.hasSuffix("/pay.csv") && diagnostic.severity == .error)
    }
  }

  @Test("Beyond the limit faults are counted, not listed")
  func limit() throws {
    let bad = try #require(try bench.faults(Self.text, limit: 3))
    #expect(bad.diagnostics.count == 3 && bad.count == Self.wrong.count)
  }

  @Test("--skip-bad imports the rest, lists each row left out as a warning, and counts them all")
  func skipped() throws {
    let survey = try bench.read(Self.text, .init(skipsBadRows: true))[0]
    #expect(survey.cells.map(\.figures) == [[nil, nil, nil, 300_000, nil, nil]])
    #expect(survey.skippedRows == Self.wrong.count)
    #expect(survey.skipped.map(\.line) == Array(3..<(3 + Self.wrong.count)))
    #expect(survey.skipped.allSatisfy { $0.severity == .warning })
    let few = try bench.read(Self.text, .init(skipsBadRows: true, faultLimit: 3))[0]
    #expect(few.skippedRows == Self.wrong.count)
  }

  @Test("A row with two faults is one row left out")
  func twoFaults() throws {
    let text = CanonicalRows.file([CanonicalRows.row(), CanonicalRows.row(location: "Denvr", value: "18O000")])
    let survey = try bench.read(text, .init(skipsBadRows: true))[0]
    #expect(survey.skipped.count == 2 && survey.skippedRows == 1)
  }

  @Test("A cell whose percentiles fall is refused, and left out whole when skipping")
  func order() throws {
    let text = CanonicalRows.file([
      CanonicalRows.row(statistic: "p75", value: "200000"), CanonicalRows.row(role: "CTO"), CanonicalRows.row(),
    ])
    let bad = try #require(try bench.faults(text))
    #expect(bad.diagnostics.map { "\($0.line):\($0.column) \($0.name)" } == ["4:20 percentiles-out-of-order"])
    let survey = try bench.read(text, .init(skipsBadRows: true))[0]
    #expect(survey.cells.map(\.role) == ["cto"] && survey.dataset.rows == 1)
  }

  @Test("Skipping does not excuse a header with two columns of one name, or a file of bad rows only")
  func unskippable() throws {
    let twice = "role,location,statistic,value,value,effective_date\nCIO,US,p50,1,300000,2026-03-01\n"
    #expect(throws: BadInput.self) { try bench.read(twice, .init(skipsBadRows: true)) }
    let nothing = CanonicalRows.file([CanonicalRows.row(value: "none")])
    #expect(throws: BadInput.self) { try bench.read(nothing, .init(skipsBadRows: true)) }
  }

  @Test("Lenient reading repairs what can be repaired and lists each repair")
  func lenient() throws {
    let text = CanonicalRows.file([CanonicalRows.row(), "acme,CTO,,US,,,p50,280000,USD,annual,2026-03-01"])
    #expect(try bench.faults(text)?.diagnostics.map(\.name) == ["wrong-field-count"])
    let survey = try bench.read(text, .init(isLenient: true))[0]
    #expect(survey.cells.count == 2)
    #expect(survey.notes.contains { $0.hasPrefix("line 3: repaired: ") })
  }

  @Test("Whatever the bytes, reading ends with data sets or with named faults")
  func noise() throws {
    var state: UInt64 = 7
    let alphabet = Array("acme,CIO;US\tp50\"'\n\r0123456789.-#*~é\u{0}=".utf8)
    for round in 0..<200 {
      var bytes = Array((round.isMultiple(of: 2) ? CanonicalRows.header + "\n" : "").utf8)
      for _ in 0..<120 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let path = try bench.folder.write(bytes, to: "noise.csv")
      do { _ = try bench.reader.read(path: path, options: .init()) } catch let bad as BadInput {
        #expect(bad.diagnostics.allSatisfy { !$0.name.isEmpty && !$0.cure.isEmpty })
      }
    }
  }
}
