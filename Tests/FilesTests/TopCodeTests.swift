import Foundation
import Market
import Quantities
import Testing

@testable import Files

@Suite("Top codes of a survey read by a profile are the least that pay can be")
struct TopCodeTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  /// 16 people from 100,000 to 175,000 in steps of 5,000, and five more.
  private func people(_ others: [String]) -> String {
    let pays = (0..<16).map { "\(100_000 + 5_000 * $0)" } + others
    return (["title,city,base"] + pays.map { "IT Director,\"Denver, CO\",\($0)" }).joined(separator: "\n") + "\n"
  }

  private func read(
    _ text: String, marker: String = "capped at 180000", units: String = "basis: annual",
    shape: String = "incumbents", pay: String = "pay: base"
  ) throws -> SurveyIntake.Reading {
    let profile = """
      name: acme
      shape: \(shape)
      columns: {role: title, location: city}
      pay: [{\(pay)}]
      units: {\(units)}
      date: 2026-03
      markers: {"#": \(marker), "*": withheld}
      """
    let path = try bench.bench.folder.write(text, to: "pay.csv")
    return try bench.read(path, profile: try bench.bench.folder.write(profile, to: "p.yaml"))
  }

  @Test("Percentiles below the top code are those of the people's real pay; those within are at least it")
  func people() throws {
    let real = try #require(
      try read(people(["190000", "200000", "210000", "220000", "230000"])).cell("it-director", "US-CO"))
    let found = try read(people(["#", "#", "#", "#", "#"]))
    let cell = try #require(found.cell("it-director", "US-CO"))
    #expect(cell.incumbents == 21 && cell.marks == "*....#" && real.marks == "......")
    #expect(Array(cell.figures)[1...4] == Array(real.figures)[1...4])
    #expect(cell.figures[5] == 180_000 && real.figures[5] == 210_000)
    #expect(cell.medianInterval == real.medianInterval)
    #expect(found.addsUp && found.profiled?.ledger.imported == 21)
    #expect(found.surveys[0].notes.contains { $0.contains("at least so much") })
    #expect(found.profiled?.ledger.rules["marker #, at least 180,000"]?.count == 5)
  }

  @Test("A top code without its bound is left out, with that for a reason")
  func withoutBound() throws {
    let found = try read(people(["#", "#"]), marker: "capped")
    #expect(found.leftOut == ["top-code-without-cap": 2] && found.addsUp)
    #expect(found.cell("it-director", "US-CO")?.incumbents == 16)
  }

  @Test("The bound is in the units of its column: thousands, an hour's pay, another currency")
  func units() throws {
    let rows = Array(repeating: "#", count: 12)
    let text = (["title,city,base"] + rows.map { "IT Director,\"Denver, CO\",\($0)" }).joined(separator: "\n") + "\n"
    func least(_ marker: String, _ units: String) throws -> Double? {
      let cell = try read(text, marker: marker, units: units).cell("it-director", "US-CO")
      #expect(cell?.marks == "*#####")
      return cell?.figures[3] ?? nil
    }
    #expect(try least("capped at 208", "basis: annual, thousands: yes") == 208_000)
    #expect(try least("capped at 100", "basis: hourly, hours_per_year: 2080") == 208_000)
    #expect(try least("capped at 208k", "basis: annual") == 208_000)
  }

  @Test("A file of percentiles keeps them too, never below the percentile before")
  func percentiles() throws {
    let text = "title,city,p25,p50,p75,p90\nIT Director,\"Denver, CO\",120000,150000,190000,#\n"
    let cell = try #require(
      try read(text, shape: "percentiles", pay: "p25: p25, p50: p50, p75: p75, p90: p90").cell(
        "it-director", "US-19740"))
    #expect(cell.marks == "**...#" && cell.figures[5] == 190_000)
    let low = try #require(
      try read(
        "title,city,p50,p90\nIT Director,\"Denver, CO\",150000,#\n", shape: "percentiles", pay: "p50: p50, p90: p90"
      ).cell("it-director", "US-19740"))
    #expect(low.marks == "***.*#" && low.figures[5] == 180_000)
  }

  @Test("A profile is written with its bounds, and reads back")
  func written() throws {
    var profile = SurveyProfile()
    profile.markers = ["#": .capped, "x": .capped]
    profile.caps = ["#": 239_200]
    let text = ProfileWriter.text(of: profile, file: "pay.csv")
    #expect(text.contains("\"#\": capped at 239200\n") && text.contains("\"x\": capped\n"))
  }

  @Test("A median that is itself a top code has low confidence, and says why")
  func hiddenMedian() throws {
    let library = bench.bench.library
    for survey in try read(people(Array(repeating: "#", count: 30))).surveys { _ = try library.store(survey) }
    let market = MarketModel(
      cells: library, parameters: try SurveyBench.data.parameters(), ratios: try SurveyBench.data.roleRatios())
    let found = try market.estimate(
      MarketQuestion(
        job: try SurveyBench.data.roles().find("IT Director").value,
        location: try SurveyBench.data.places().find("Denver").value,
        asOf: CalendarDate("2026-03-01") ?? .init(daysSince1970: 0)))
    #expect(found.confidence == .low && found.confidenceReasons.contains { $0.contains("top code") })
    #expect(found.distribution.points.filter { $0.reading == .atLeast }.map(\.probability) == [0.5, 0.75, 0.9])
  }
}
