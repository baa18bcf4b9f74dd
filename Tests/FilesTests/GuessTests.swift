import Foundation
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("What a guess takes for granted is said, and written down to be corrected")
struct GuessTests {
  private let bench: IntakeBench
  private let dated: SurveyReader.Options

  init() throws {
    bench = try IntakeBench()
    dated = SurveyReader.Options(effective: CalendarDate("2026-03-01"))
  }

  private func guess(_ header: String, _ rows: [String], name: String = "pay.csv") throws -> SurveyIntake.Reading {
    let path = try bench.bench.folder.write(([header] + rows).joined(separator: "\n") + "\n", to: name)
    let first = try bench.read(path, dated)
    // The profile that is written reads the file as the guess did.
    let new = try #require(first.newProfile)
    try bench.bench.folder.write(new.text, to: name + ".profile.yaml")
    #expect(try bench.read(path, dated).surveys.map(\.cells) == first.surveys.map(\.cells), "\(new.text)")
    return first
  }

  private func pays(_ place: String, _ pay: (Int) -> String = { "18\($0)000" }) -> [String] {
    (0..<6).map { "IT Director,\(place),\(pay($0))" }
  }

  @Test("Answers to a form are self-reports; a file that does not say is not taken for more without a word")
  func kind() throws {
    let form = try guess(
      "Timestamp,Job title,City,What is your salary?", pays("Denver").map { "2026-03-02," + $0 })
    #expect(form.surveys[0].dataset.sourceKind == .selfReport)
    #expect(form.surveys[0].notes.contains { $0.hasPrefix("guessed, source_kind: self-report") })
    let other = try guess("Job title,City,Salary", pays("Denver"), name: "b.csv")
    #expect(other.surveys[0].dataset.sourceKind == .unstated)
    #expect(other.surveys[0].notes.contains { $0.hasPrefix("assumed, source_kind: unstated") })
    #expect(other.newProfile?.text.contains("# Assumed: no column says it.") == true)
  }

  @Test("Pay without a currency is in that of its country, by a rule that is listed")
  func countries() throws {
    let reading = try guess("Job title,City,Salary", pays("Denver") + pays("\"London, UK\"") + pays("Seattle"))
    #expect(reading.surveys[0].dataset.currency == "USD")
    #expect(reading.cell("it-director", "US-19740")?.figures[3] == 182_500)
    let london = try #require(reading.cell("it-director", "GB-LON"))
    #expect(london.currency == "GBP" && london.figures[3] == 182_500)
    #expect(reading.profiled?.ledger.rules["currency of the country, none is stated"]?.count == 18)
    let german = try guess("Job title,City,Salary", pays("München"), name: "b.csv")
    #expect(german.surveys[0].dataset.currency == "EUR" && german.cell("it-director", "DE")?.figures[3] == 182_500)
  }

  @Test("A sign beside the pay, or a code in the header, says the currency")
  func signs() throws {
    let signs = try guess("Job title,City,Salary", pays("\"London, UK\"") { "\"$18\($0),000\"" })
    #expect(signs.surveys[0].dataset.currency == "USD" && signs.cell("it-director", "GB-LON")?.figures[3] == 182_500)
    #expect(signs.profiled?.ledger.rules["currency by its sign"]?.count == 6)
    let header = try guess("Job title,City,Salary (EUR)", pays("Denver"), name: "b.csv")
    #expect(header.surveys[0].dataset.currency == "EUR" && header.cell("it-director", "US")?.figures[3] == 182_500)
  }

  @Test("A country whose currency is not known: the assumption is listed")
  func assumed() throws {
    let reading = try guess("Job title,Country,Salary", pays("Cuba"))
    #expect(reading.profiled?.ledger.rules["currency assumed, nothing states it"]?.count == 6)
    #expect(reading.surveys[0].notes.contains("assumed, currency: USD: no column, sign or place says it"))
    #expect(reading.newProfile?.text.contains("  # Assumed: no column says it.") == true)
  }

  @Test("The name of a file may say that all of its jobs are of IT, and so may its titles")
  func name() throws {
    let rows = pays("Denver").map { $0.replacingOccurrences(of: "IT Director", with: "Project Manager") }
    #expect(try guess("Title,City,Salary", rows, name: "IT survey 2026.csv").cell("project-manager", "US") != nil)
    #expect(try guess("Title,City,Salary", rows).cell("project-manager", "US") != nil)
    let others = ["Nurse", "Baker"].map { "\($0),Denver,90000" }
    let path = try bench.bench.folder.write(
      (["Title,City,Salary"] + rows + others).joined(separator: "\n"), to: "mixed.csv")
    let left = try bench.read(path, dated, isCheck: true).leftOut
    #expect(left == ["general-title": 6, "unknown-role": 2], "\(left)")
  }

  @Test("Without a place nothing is read; with two lines in the profile, all of it")
  func place() throws {
    let rows = pays("x").map { $0.replacingOccurrences(of: ",x,", with: ",") }
    let path = try bench.bench.folder.write((["Title,Salary"] + rows).joined(separator: "\n"), to: "pay.csv")
    let unplaced = #expect(throws: UnreadGuess.self) { try bench.read(path, dated) }
    #expect(unplaced?.bad.diagnostics.map(\.name) == ["no-place-column"])
    let text = try #require(unplaced?.newProfile.text)
    let beside = try bench.bench.folder.write(text, to: "pay.csv.profile.yaml")
    #expect(try bench.faults(path, dated) == ["missing-profile-key"])
    try bench.bench.folder.write(text + "constants:\n  location: Chicago, IL\n", to: "pay.csv.profile.yaml")
    #expect(try bench.read(path, dated).cell("it-director", "US-16980")?.figures[3] == 182_500, "\(beside)")
  }

  @Test(
    "Figures with a decimal comma are pay, in German headers too", arguments: ["70000,50", "70.000,50", "70 000,50"])
  func decimalComma(_ median: String) throws {
    let reading = try guess(
      "Stelle;Ort;P25;Median;P75;Währung", ["IT Manager;Berlin;60.000,00;\(median);90.000,00;EUR"])
    #expect(reading.surveys[0].dataset.currency == "EUR")
    #expect(reading.surveys[0].cells.first?.figures == [nil, nil, 60_000, 70_000.5, 90_000, nil], "\(median)")
    let people = (0..<6).map { "IT Manager;Germany;7\($0)000,50" }
    let german = try guess("Stelle;Ort;Jahresgehalt", people, name: "b.csv")
    #expect(german.surveys[0].cells.first?.figures[3] == 72_500.5)
  }

  @Test("The decimal mark shows beside a currency sign too, and a country goes by its own name")
  func signsAndCommas() throws {
    for (index, pay) in ["7x.000,50 €", "€ 7x.000,50", "EUR 7x000,50", "7x.000,50 EUR"].enumerated() {
      let rows = (0..<6).map { "IT Manager;Deutschland;" + pay.replacing("x", with: "\($0)") }
      let reading = try guess("Stelle;Ort;Jahresgehalt", rows, name: "c\(index).csv")
      #expect(reading.cell("it-manager", "DE")?.figures[3] == 72_500.5, "\(pay)")
    }
  }

  @Test(
    "A header that names a percentile anywhere is one, of base pay or of total cash; a bonus is neither",
    arguments: ["Base Salary %", "Salary %", "% Base Pay", "Annualized % Salary", "base_salary_%"])
  func percentileHeaders(_ form: String) throws {
    for names in [["P25", "P50", "P75"], ["25th", "50th", "75th"], ["25th Percentile", "Median", "75th Percentile"]] {
      let header = names.map { form.replacing("%", with: $0) }.joined(separator: ",")
      let reading = try guess(
        "Job Title,Location,\(header),Target Bonus P50,Total Cash P50,Employees,Companies",
        ["IT Manager,\"Denver, CO\",110000,130000,150000,12000,142000,100,20"], name: "\(names[0])\(form.count).csv")
      let cell = try #require(reading.cell("it-manager", "US-19740"), "\(header)")
      #expect(cell.figures == [nil, nil, 110_000, 130_000, 150_000, nil] && cell.incumbents == 100, "\(header)")
      #expect(reading.cell("it-manager", "US-19740", element: "total cash")?.figures[3] == 142_000, "\(header)")
    }
  }

  @Test("The ends of a range are nobody's pay")
  func range() throws {
    let text = "Job Title,Location,Salary Low,Salary High\nIT Manager,Denver,100000,120000\n"
    #expect(try bench.faults(bench.bench.folder.write(text, to: "r.csv"), dated) == ["unknown-layout"])
  }

  @Test("A currency beside the pay is obeyed, and refused where a column says another")
  func marks() throws {
    for (index, (pay, code)) in [
      ("$9x000 CAD", "CAD"), ("C$9x000", "CAD"), ("CA$9x000", "CAD"), ("US$9x000", "USD"), ("us$9x000", "USD"),
    ].enumerated() {
      let place = code == "CAD" ? "Denver" : "\"Toronto, Canada\""
      let reading = try guess(
        "Job title,City,Salary", (0..<6).map { "IT Manager,\(place)," + pay.replacing("x", with: "\($0)") },
        name: "\(index).csv")
      let usual = try #require(reading.surveys.first).dataset.currency
      let rates = try SurveyBench.data.exchangeRates(on: #require(dated.effective))
      let cell = try #require(reading.surveys[0].cells.first { $0.location.isEmpty }, "\(pay)")
      let rate = usual == code ? 1 : try #require(rates.rate(from: code, to: usual))
      #expect(abs(try #require(cell.figures[3]) - 92_500 * rate) < 0.01, "\(pay)")
    }
    let rows = (0..<6).map { "IT Manager,\"Toronto, Canada\",US$9\($0)000,CAD" }
    let text = (["Job title,City,Salary,Currency"] + rows).joined(separator: "\n")
    #expect(try Set(bench.faults(bench.bench.folder.write(text, to: "c.csv"), dated)) == ["currency-unclear"])
  }

  @Test("One figure with a decimal comma does not turn a file of thousands")
  func oneComma() throws {
    let rows = (0..<6).map { "IT Manager,Denver,\"6\($0),000\"" } + ["IT Manager,Denver,\"120.000,50\""]
    let path = try bench.bench.folder.write((["Job title,City,Salary"] + rows).joined(separator: "\n"), to: "o.csv")
    let reading = try bench.read(path, .init(effective: dated.effective, skipsBadRows: true))
    #expect(reading.profiled?.ledger.imported == 6 && reading.cell("it-manager", "US-19740")?.figures[3] == 62_500)
  }

  @Test("Thousands that the header of a percentile says")
  func thousands() throws {
    let reading = try guess(
      "Job Title,City,P25 (000s),Median (000s),P75 (000s)", ["IT Manager,Denver,120,140.5,160"])
    #expect(reading.cell("it-manager", "US-19740")?.figures == [nil, nil, 120_000, 140_500, 160_000, nil])
  }

  @Test("A won, a yen and a forint are held against the plausible range in dollars")
  func plausible() throws {
    for (place, code, pay, id) in [
      ("South Korea", "KRW", 61_000_000.0, "KR"), ("Japan", "JPY", 11_500_000, "JP"),
      ("Hungary", "HUF", 11_500_000, "HU"),
    ] {
      let rows = (0..<6).map { _ in "IT Manager,\(place),\(Int(pay)),\(code)" }
      let reading = try guess("Job title,Country,Salary,Currency", rows, name: "\(code).csv")
      #expect(reading.cell("it-manager", id)?.figures[3] == pay, "\(code)")
      let absurd = (0..<6).map { _ in "IT Manager,\(place),5000,\(code)" }
      let path = try bench.bench.folder.write(
        (["Job title,Country,Salary,Currency"] + absurd).joined(separator: "\n"), to: "\(code)-low.csv")
      #expect(try bench.faults(path, dated).first == "absurd-pay")
    }
  }

  @Test("What no guess fits says what a guess needs; an open quote is told as one")
  func unguessed() throws {
    func fault(_ text: String) throws -> Diagnostic? {
      let path = try bench.bench.folder.write(text, to: "odd.csv")
      do { _ = try bench.read(path, dated) } catch let bad as BadInput { return bad.diagnostics.first }
      return nil
    }
    let empty = try #require(try fault("Job Title,City,Salary\n"))
    #expect(empty.name == "unknown-layout" && empty.message.hasSuffix("it has no rows"))
    #expect(empty.cure.contains("odd.csv.profile.yaml") && empty.cure.contains("parley market check "))
    #expect(try fault("Job Title,City,Salary\n\"IT Manager,Denver,1\nCIO,Denver,2\n")?.name == "unclosed-quote")
  }

  @Test("A guess that fails is there to be corrected, and the cure names it")
  func failing() throws {
    let path = try bench.bench.folder.write("Job,City,Salary,Currency\nIT Manager,Denver,140,USD\n", to: "low.csv")
    let thrown = #expect(throws: UnreadGuess.self) { try bench.read(path, dated) }
    let unread = try #require(thrown)
    #expect(unread.newProfile.path == path + ".profile.yaml" && unread.newProfile.text.contains("thousands: no"))
    #expect(unread.bad.diagnostics.first?.cure.contains(unread.newProfile.path) == true)
  }
}
