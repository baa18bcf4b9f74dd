import Market
import ModelTestSupport
import Testing

@Suite("Several sources made one")
struct BlendTests {
  let first = PayDistribution.logNormal(median: 180_000, logSD: 0.3)
  let second = PayDistribution.logNormal(median: 150_000, logSD: 0.2)

  @Test("Weights 1 and 0 give the first source back")
  func oneSource() throws {
    let (first, second) = (try #require(first), try #require(second))
    let blend = try #require(Blend.logAverage([(first, 1), (second, 0)]))
    for p in [0.1, 0.25, 0.5, 0.63, 0.9] { #expect(abs(blend.quantile(p) / first.quantile(p) - 1) < 1e-12) }
  }

  @Test("Even weights give the geometric mean, and adding a source equal to the blend changes nothing")
  func equalSource() throws {
    let (first, second) = (try #require(first), try #require(second))
    let blend = try #require(Blend.logAverage([(first, 0.5), (second, 0.5)]))
    #expect(abs(blend.median - (180_000.0 * 150_000).squareRoot()) < 1e-6)
    let again = try #require(Blend.logAverage([(first, 0.3), (second, 0.3), (blend, 0.4)]))
    for p in PercentilePoint.published { #expect(abs(again.quantile(p) / blend.quantile(p) - 1) < 1e-12) }
  }

  @Test("Weights go with one over the variance; of three or more none has more than the maximum")
  func weights() {
    #expect(Blend.weights(variances: [0.01, 0.03], maximum: 0.7) == [0.75, 0.25])
    let three = Blend.weights(variances: [0.0001, 0.02, 0.01], maximum: 0.7)
    for (weight, expected) in zip(three, [0.7, 0.1, 0.2]) { #expect(abs(weight - expected) < 1e-12) }
  }

  @Test("The doubt of a role ratio counts once, and age adds to the allowance")
  func modelWeights() throws {
    // OEWS, 18 months old: s = 0.02, b = 0.10 (the ratio's error) + 0.03 x 1.5. The survey, 6 months old, 100
    // people with a log spread of 0.3: s = 1.2533 x 0.3 / 10, b = 0.04 + 0.03 x 0.5.
    let oews = 1 / (0.02 * 0.02 + 0.145 * 0.145)
    let survey = 1 / (0.037599 * 0.037599 + 0.055 * 0.055)
    let points = try #require(PayDistribution.logNormal(median: 200_000, logSD: 0.3)).points
    var table = try SurveyTable.oews.get()
    table.add(
      .named("employers", effective: day("2026-05-01"), kind: .jobMatched),
      [
        PayCell(
          dataset: "employers", occupation: "", role: "it-director", location: "US", incumbents: 100,
          percentiles: points)
      ])
    let estimate = try MarketFixture(cells: table).estimate("it-director", "US", asOf: "2026-11-01")
    let weights = Dictionary(
      uniqueKeysWithValues: estimate.sources.map { ($0.dataset.name, $0.weight) })
    #expect(abs((weights["employers"] ?? 0) - survey / (survey + oews)) < 1e-6)
    // Between both sources: 200,000 x 1.03^0.5 and 175,140 x 0.95 x 1.03^1.5.
    #expect(estimate.median > 173_928 && estimate.median < 202_978)
  }

  @Test("A median that is a top code has no upper end, and weighs as little as its doubt allows")
  func topCode() throws {
    func estimate(_ reading: PercentilePoint.Reading) throws -> MarketEstimate {
      var table = try SurveyTable.oews.get()
      table.add(
        .named("capped", effective: day("2025-05-01"), kind: .jobMatched),
        [
          PayCell(
            dataset: "capped", occupation: "", role: "it-director", location: "US", incumbents: 500,
            percentiles: [
              PercentilePoint(probability: 0.25, pay: 160_000),
              PercentilePoint(probability: 0.5, pay: 180_000, reading: reading),
              PercentilePoint(probability: 0.75, pay: 180_000, reading: reading),
            ])
        ])
      return try MarketFixture(cells: table).estimate("it-director", "US")
    }
    func weight(_ estimate: MarketEstimate) -> Double {
      estimate.sources.first { $0.dataset.name == "capped" }?.weight ?? 0
    }
    let (known, capped) = (try estimate(.exact), try estimate(.atLeast))
    #expect(known.medianInterval.upperBound.isFinite && weight(known) > 0.7)
    #expect(capped.medianInterval.upperBound == .infinity && weight(capped) < 0.35)
    #expect(capped.medianInterval.lowerBound < capped.median && capped.medianInterval.lowerBound > 0)
  }
}
