import Market
import ModelTestSupport
import Quantities
import Testing

@Suite("A level is answered from data sets that have it")
struct LevelTests {
  private let fixture: MarketFixture
  private let director: PricedJob
  private let nation: Location

  init() throws {
    var table = try SurveyTable.oews.get()
    table.add(
      .named("acme", effective: day("2025-05-01"), kind: .jobMatched),
      [("L5", 200_000.0), ("L6", 230_000)].map { level, pay in
        PayCell(
          dataset: "acme", occupation: "", role: "it-director", location: "US", level: level, incumbents: 90,
          percentiles: [(0.25, 0.9), (0.5, 1), (0.75, 1.1)].map {
            PercentilePoint(probability: $0.0, pay: pay * $0.1)
          })
      })
    fixture = try MarketFixture(cells: table)
    director = try fixture.roles.find("IT Director").value
    nation = try fixture.places.find("US").value
  }

  private func estimate(_ levels: [String: String], sources: [String] = []) throws -> MarketEstimate {
    var question = MarketQuestion(job: director, location: nation, asOf: day("2025-05-01"), sources: sources)
    question.levels = levels
    return try fixture.model.estimate(question)
  }

  @Test("A level for one data set blends with another that has none, and is said beside its weight")
  func ofOneSource() throws {
    let found = try estimate(["acme": "l6"])
    #expect(Set(found.sources.map(\.dataset.name)) == ["acme", "bls-oews-2025-05"])
    #expect(found.sources.first { $0.dataset.name == "acme" }?.level == "L6")
    #expect(abs(try #require(found.sources.first { $0.dataset.name == "acme" }).median - 230_000) < 0.01)
    #expect(found.question.levels == ["acme": "L6"] && found.question.level.isEmpty)
    #expect(found.adjustments.last?.detail.contains("acme level L6") == true)
    // What the other one says without levels is what it says beside this one.
    let oews = try #require(found.sources.first { $0.dataset.name == "bls-oews-2025-05" })
    #expect(oews.distribution == (try estimate(level: "").distribution))
  }

  @Test("A level that its data set does not have, or a data set without a part in the answer, is refused by name")
  func ofOneSourceUnknown() throws {
    let unknown = #expect(throws: NoMarketData.self) { try estimate(["acme": "Z"]) }
    #expect(unknown?.dataset == "acme" && unknown?.cure == "its levels are L5, L6")
    let unused = #expect(throws: NoMarketData.self) {
      try estimate(["acme": "L5"], sources: ["bls-oews-2025-05"])
    }
    #expect(unused?.dataset == "acme" && unused?.message.contains("no part") == true)
    let none = #expect(throws: NoMarketData.self) { try estimate(["bls-oews-2025-05": "L5"]) }
    #expect(none?.cure.contains("has none") == true)
  }

  private func estimate(level: String) throws -> MarketEstimate {
    try fixture.model.estimate(
      MarketQuestion(job: director, location: nation, level: level, asOf: day("2025-05-01")))
  }

  @Test("However it is written, its own figures are given, and the other data set is named")
  func known() throws {
    let found = try estimate(level: "l6")
    #expect(abs(found.median - 230_000) < 0.01)
    #expect(found.question.level == "L6")
    #expect(found.sources.map(\.dataset.name) == ["acme"])
    #expect(found.notes.contains { $0.contains("bls-oews-2025-05 has no level L6") })
  }

  @Test("A data set with a weight that knows no levels answers for all of them, and says so")
  func weighted() throws {
    var question = MarketQuestion(job: director, location: nation, level: "L6", asOf: day("2025-05-01"))
    question.blending.weights = ["acme": 0.6, "bls-oews-2025-05": 0.4]
    let found = try fixture.model.estimate(question)
    #expect(found.sources.map(\.weight).sorted() == [0.4, 0.6])
    #expect(found.notes.contains { $0.hasSuffix("knows no levels: its figures are for all of them.") })
  }

  @Test("One that no data set has is refused, and those there are are listed")
  func unknown() throws {
    let error = #expect(throws: NoMarketData.self) { try estimate(level: "Z") }
    #expect(error?.cure.contains("L5, L6") == true)
  }

  @Test("Without a level, cells of single levels are not taken for the whole")
  func none() throws {
    let found = try estimate(level: "")
    #expect(found.sources.map(\.dataset.name) == ["bls-oews-2025-05"])
    #expect(found.notes.contains("acme has IT Director by level alone (L5, L6): left out without --level."))
  }
}
