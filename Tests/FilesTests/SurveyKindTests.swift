import Foundation
import Market
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("What an exported survey weighs, it weighs when it is imported again")
struct SurveyKindTests {
  private let bench: SurveyBench
  private let other: SurveyBench

  init() throws {
    bench = try SurveyBench()
    other = try SurveyBench()
  }

  private func export(_ dataset: String) throws -> String {
    var text = ""
    try CanonicalExport(library: bench.library, places: SurveyBench.data.places())
      .write(.init(datasets: [dataset])) { text += $0 }
    return text
  }

  private func rows(_ dataset: String, median: Int, kind: String, licence: String) -> [String] {
    [("p25", median - 20_000), ("p50", median), ("p75", median + 30_000), ("n_incumbents", 90)].map {
      "\(dataset),it-director,US,\($0),\($1),2026-03,\(kind),\(licence)"
    }
  }

  private static let header = "dataset,role,location,statistic,value,effective_date,source_kind,licence\n"

  private func estimate(_ bench: SurveyBench) throws -> MarketEstimate {
    let market = MarketModel(
      cells: bench.library, parameters: try SurveyBench.data.parameters(), ratios: try SurveyBench.data.roleRatios())
    return try market.estimate(
      MarketQuestion(
        job: try SurveyBench.data.roles().find("IT Director").value,
        location: try SurveyBench.data.places().find("US").value,
        asOf: CalendarDate("2026-11-01") ?? .init(daysSince1970: 0)))
  }

  @Test("Kind and licence come back under another name, and with them weights and percentiles")
  func weights() throws {
    let text =
      Self.header
      + (rows("answers", median: 180_000, kind: "self-report", licence: "CC BY 4.0")
      + rows("employers", median: 210_000, kind: "", licence: "")).joined(separator: "\n") + "\n"
    for survey in try bench.read(text) { _ = try bench.library.store(survey) }
    for (name, again) in [("answers", "copy"), ("employers", "employers")] {
      for survey in try other.read(export(name), name: "\(again).csv", .init(name: again)) {
        _ = try other.library.store(survey)
      }
    }
    let kept = try other.library.datasets()
    #expect(kept.map(\.sourceKind) == [.selfReport, .unstated] && kept.map(\.licence) == ["CC BY 4.0", "yours"])
    let (before, after) = (try estimate(bench), try estimate(other))
    #expect(before.sources.map(\.weight) == after.sources.map(\.weight) && before.sources[0].weight > 0.6)
    #expect(before.distribution == after.distribution && before.medianInterval == after.medianInterval)
  }

  @Test("A copy under another name is not blended beside its original, and the newest of a series answers")
  func series() throws {
    let header = Self.header.replacing("licence\n", with: "licence,series\n")
    let text =
      header + rows("answers", median: 180_000, kind: "self-report", licence: "").map { $0 + ",survey\n" }.joined()
    for survey in try bench.read(text) { _ = try bench.library.store(survey) }
    let alone = try estimate(bench)
    let copy = try bench.read(export("answers"), name: "copy.csv", .init(name: "copy"))
    for survey in copy { _ = try bench.library.store(survey) }
    #expect(try bench.library.datasets().map(\.series) == ["survey", "survey"])
    #expect(try estimate(bench).sources.count == 1 && estimate(bench).distribution == alone.distribution)
    let older = header + rows("before", median: 150_000, kind: "", licence: "").map { $0 + ",survey\n" }.joined()
    for survey in try bench.read(older.replacing("2026-03", with: "2025-03"), name: "old.csv") {
      _ = try bench.library.store(survey)
    }
    #expect(try estimate(bench).distribution == alone.distribution)
  }

  @Test("OEWS stays OEWS: the same cost of labour, although groups of occupations stand beside their members")
  func oews() throws {
    let text = try String(contentsOfFile: SurveyBench.surveys + "/oews-2025-excerpt.csv", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let managers = lines.filter { $0.contains(",11-3021,") && $0.contains(",detailed,") }
    let groups = ["11-3020", "11-0000"].flatMap { code in
      managers.map { line in
        line.replacingOccurrences(of: ",11-3021,", with: ",\(code),")
          .replacingOccurrences(of: ",detailed,", with: ",group,").replacingOccurrences(of: "192160", with: "92160")
      }
    }
    let file = (lines + groups).joined(separator: "\n") + "\n"
    for survey in try bench.read(file, name: "oews-2025.csv", .init(name: "first")) {
      _ = try bench.library.store(survey)
    }
    for survey in try other.read(export("first"), name: "again.csv", .init(name: "again")) {
      _ = try other.library.store(survey)
    }
    let cost = try bench.library.costOfLabour(dataset: "first")
    #expect(try other.library.costOfLabour(dataset: "again") == cost && !cost.isEmpty)
    let again = try #require(try other.library.datasets().first)
    #expect(again.sourceKind == .oews && again.licence == "US government work, public domain")
  }

  @Test("A code is a group where the survey has members of it, and an occupation where it has none")
  func groups() {
    let groups = OccupationGroups(of: ["11-0000", "11-3020", "11-3021", "13-1020", "15-1250", "15-1252", ""])
    #expect(["11-0000", "11-3020", "15-1250"].allSatisfy(groups.contains))
    #expect(!["11-3021", "13-1020", "15-1252", "", "29-0000"].contains(where: groups.contains))
  }

  @Test("A kind that is none, and rows that contradict each other, are faults at their column")
  func faults() throws {
    func faults(_ second: [String]) throws -> [String] {
      let first = rows("acme", median: 200_000, kind: "posted", licence: "CC0")
      return try bench.faults(Self.header + (first + second).joined(separator: "\n") + "\n")?.diagnostics
        .map { "\($0.line):\($0.column) \($0.name)" } ?? []
    }
    #expect(try faults(["acme,it-director,US,p90,260000,2026-03,,"]) == [])
    #expect(try faults(["acme,it-director,US,p90,260000,2026-03,guess,"]) == ["6:40 unknown-source-kind"])
    #expect(try faults(["acme,it-director,US,p90,260000,2026-03,visa,"]) == ["6:40 two-source-kinds"])
    #expect(try faults(["acme,it-director,US,p90,260000,2026-03,,CC BY"]) == ["6:41 two-licences"])
  }
}
