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
    weights: [Double]? = nil, kind: MarketDataset.SourceKind = .jobMatched, parameters: ParameterTable? = nil
  ) throws -> MarketEstimate {
    var table = SurveyTable()
    let names = ["one", "two"]
    for (index, median) in medians.enumerated() {
      table.add(
        .named(names[index], effective: day("2025-05-01"), kind: kind),
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
    let model = try parameters.map { MarketModel(cells: table, parameters: $0, ratios: try ShippedTables.ratios()) }
    return try (model ?? market.model).estimate(question)
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

  @Test("A small sample is never high, however close its pay lies together")
  func smallSample() throws {
    let found = try answer([200_000], people: 29, employers: 12)
    #expect(found.confidence == .medium)
    #expect(found.confidenceReasons.contains("a small sample (under 30 people)"))
    #expect(try answer([200_000], people: 30, employers: 12).confidenceReasons.allSatisfy { !$0.contains("small") })
    #expect(try answer([200_000], people: nil, employers: 29).confidence == .medium)
  }

  @Test("A survey that does not say who reports the pay is never high")
  func unstatedKind() throws {
    let found = try answer([200_000], people: 5_000, employers: 300, kind: .unstated)
    #expect(found.confidence == .medium)
    #expect(found.confidenceReasons == ["who reports the pay is not stated"])
    #expect(try answer([200_000], people: 5_000, employers: 300, kind: .jobMatched).confidence == .high)
  }

  @Test(
    "The numbers of the rule are rows that can be set",
    arguments: [
      ("confidence.error-medium", 0.001, Confidence.medium), ("confidence.error-low", 0.001, .low),
      ("confidence.small-sample", 500, .medium), ("source.thin-incumbents", 500, .low),
    ])
  func rows(key: String, value: Double, expected: Confidence) throws {
    let set = try ShippedTables.parameters().overridden(by: [key: value], origin: "test")
    #expect(try answer([200_000], parameters: set).confidence == expected)
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
