import Foundation
import Quantities
import TestSupport
import Testing

@testable import Files

/// On the untouched files of others, where they lie beside the checkout.
@Suite("Untouched survey files import with counts that add up", .enabled(if: IntakeBench.shared != nil))
struct RealSurveyTests {
  private let bench: IntakeBench
  private let folder = IntakeBench.shared ?? ""

  init() throws { bench = try IntakeBench() }

  private func read(_ path: String, profile: String) throws -> SurveyIntake.Reading {
    let reading = try bench.read("\(folder)/\(path)")
    #expect(reading.way == "profile \(profile), which comes with parley")
    #expect(reading.addsUp)
    return reading
  }

  @Test("ai-jobs: 74,301 rows; every percentile by role and country equals an independent computation to the cent")
  func aiJobs() throws {
    let reading = try read("ai-jobs/salaries-2025-01-19.csv", profile: "ai-jobs")
    #expect(reading.profiled?.ledger.rows == 74_301)
    var expected: [String: Int] = [:]
    var compared = 0
    let cells = Dictionary(
      grouping: reading.surveys.flatMap { survey in survey.cells.map { (survey.dataset.effective.year, $0) } }
    ) { "\($0.0),\($0.1.role)\($0.1.occupation),\($0.1.location),\($0.1.level)" }
    let text = try String(contentsOfFile: SurveyBench.surveys + "/ai-jobs-percentiles.csv", encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if fields[0].isEmpty {
        expected[fields[1]] = Int(fields[4])
        continue
      }
      let cell = try #require(cells["\(fields[0]),\(fields[1]),\(fields[2]),"]?.first?.1, "\(line)")
      #expect(cell.incumbents == Double(fields[4]), "\(line)")
      #expect((cell.currency.isEmpty ? "USD" : cell.currency) == fields[3], "\(line)")
      for (index, (figure, wanted)) in zip(cell.figures, fields[5...]).enumerated() {
        #expect((figure == nil) == wanted.isEmpty, "\(line)")
        // Half a cent either way: the two add up in different orders. A mean is rounded here too, and half a cent may
        // go either way.
        let tolerance = index == 0 ? 0.0101 : 0.0051
        if let figure, let wanted = Double(wanted) { #expect(abs(figure - wanted) <= tolerance, "\(line)") }
      }
      compared += 1
    }
    #expect(compared > 80)
    #expect(reading.profiled?.ledger.imported == expected.removeValue(forKey: "imported"))
    #expect(reading.leftOut == expected)
  }

  @Test("Ask a Manager 2019: 31,396 answers, pay as people typed it")
  func askAManager2019() throws {
    let name = "Ask A Manager Salary Survey 2019 (Responses) - Form Responses 1.csv"
    let reading = try read("ask-a-manager/\(name)", profile: "ask-a-manager-2019")
    let ledger = try #require(reading.profiled?.ledger)
    #expect(ledger.rows == 31_396)
    #expect(ledger.imported > 1_000)
    // Nearly every text is read: what is left are words, bounds, slips and whole pay with its bonus.
    #expect(reading.leftOut["pay-not-a-number"] ?? 0 < 220)
    #expect(ledger.rules[PayText.Rule.groupedThousands.rawValue]?.count ?? 0 > 12_000)
  }

  @Test("Ask a Manager 2021: 28,106 answers")
  func askAManager2021() throws {
    let reading = try read("ask-a-manager/ask-a-manager-2021-excel-utf8-bom.csv", profile: "ask-a-manager-2021")
    #expect(reading.profiled?.ledger.rows == 28_106)
    #expect(reading.profiled?.ledger.imported ?? 0 > 1_000)
    #expect(reading.leftOut["pay-not-a-number"] == nil)
  }

  @Test(
    "Government files: every row is accounted for",
    arguments: [
      ("h1b-lca/h1b_sample_2015-2019.csv", "dol-lca", 10_000),
      ("h1b-lca/h1bs-2012-2016-base-salary.csv", "dol-lca-base-salary", 4_999),
      ("oflc-wage-levels/oflc-wage-levels.csv", "oflc-wage-levels", 19_614),
      ("ashe-uk/ashe-table14-annual-pay.csv", "ons-ashe", 4_416),
    ])
  func government(_ given: (path: String, profile: String, rows: Int)) throws {
    let reading = try read(given.path, profile: given.profile)
    #expect(reading.profiled?.ledger.rows == given.rows)
    #expect(reading.profiled?.faultCount == 0)
  }

  @Test("ASHE as exported gives what the tidy file gives")
  func ashe() throws {
    let exported = try read("ashe-uk/table-14.7a-2024-full-time-as-exported.csv", profile: "ons-ashe-exported")
    let tidy = try read("ashe-uk/ashe-table14-annual-pay.csv", profile: "ons-ashe")
    #expect(exported.cell("it-director", "GB")?.figures[3] == 86_033)
    let last = try #require(tidy.surveys.last).cells
    #expect(last.count == exported.surveys[0].cells.count)
    for cell in last { #expect(exported.cell(cell.role, "GB")?.figures == cell.figures, "\(cell.role)") }
  }
}
