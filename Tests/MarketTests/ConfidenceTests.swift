import Market
import ModelTestSupport
import Quantities
import Testing

/// The written rule of ``Confidence``, line by line.
@Suite("Confidence sums up how many, how old and how well the sources agree")
struct ConfidenceTests {
  /// One or two job-matched surveys of an IT director in the nation, their medians given.
  private func answer(
    _ medians: [Double], people: Double? = 200, employers: Double? = 30, asOf: String = "2025-05-01",
    weights: [Double]? = nil
  ) throws -> MarketEstimate {
    var table = SurveyTable()
    let names = ["one", "two"]
    for (index, median) in medians.enumerated() {
      table.add(
        .named(names[index], effective: day("2025-05-01"), kind: .jobMatched),
        [
          PayCell(
            dataset: names[index], occupation: "", role: "it-director", location: "US",
            incumbents: index == 0 ? people : 200, organizations: index == 0 ? employers : 30,
            percentiles: try #require(PayDistribution.logNormal(median: median, logSD: 0.2)).points)
        ])
    }
    let market = try MarketFixture(cells: table)
    var question = MarketQuestion(
      job: try market.roles.find("it-director").value, location: try market.places.find("US").value, asOf: day(asOf))
    if let weights {
      question.blending.weights = Dictionary(uniqueKeysWithValues: zip(names, weights))
    }
    return try market.model.estimate(question)
  }

  @Test("Many people, new, one voice: high")
  func high() throws {
    let found = try answer([200_000])
    #expect(found.confidence == .high && found.confidenceReasons.isEmpty)
    #expect(found.evidence.facts == ["200 people of 30 employers", "of this month", "one source"])
  }

  @Test("Few people or employers: low, and how few is said")
  func few() throws {
    #expect(try answer([200_000], people: 9).confidence == .low)
    #expect(try answer([200_000], employers: 4).confidence == .low)
    let found = try answer([200_000], people: 6, employers: 2)
    #expect(found.confidenceReasons.contains("only 6 people (under 10) and 2 employers (under 5)"))
    #expect(try answer([200_000], people: nil, employers: nil).confidence == .medium)
  }

  @Test("Over two years old: low")
  func old() throws {
    #expect(try answer([200_000], asOf: "2027-05-01").confidence == .high)
    let found = try answer([200_000], asOf: "2027-06-01")
    #expect(found.confidence == .low && found.evidence.facts[1] == "25 months old")
  }

  @Test("Sources that are more than 20% from the blend: medium, and the gap is a fact")
  func apart() throws {
    let agreeing = try answer([200_000, 210_000])
    #expect(agreeing.confidence == .high)
    #expect(agreeing.evidence.facts[2] == "2 sources, medians within 3% of this")
    let apart = try answer([200_000, 320_000])
    #expect(apart.confidence == .medium && !apart.notes.isEmpty)
    #expect(try #require(apart.evidence.gap) > 0.2)
  }

  @Test("A blend is no better than a poor source with a quarter of it; a smaller part does not spoil it")
  func partly() throws {
    #expect(try answer([200_000, 200_000], people: 6, weights: [0.25, 0.75]).confidence == .low)
    #expect(try answer([200_000, 200_000], people: 6, weights: [0.2, 0.8]).confidence == .high)
  }
}
