import Market
import ModelTestSupport
import Quantities
import Testing

@Suite("What must hold of every market answer")
struct MarketModelCheckTests {
  @Test("A bare occupation at the survey's own month is the published cell, untouched")
  func bareOccupation() throws {
    let answer = try MarketFixture().estimate("11-3021", "Denver", asOf: "2025-05-31")
    #expect(
      PercentilePoint.published.map(answer.distribution.quantile) == [
        133_450, 167_420, 203_340, 230_420, 293_820,
      ])
    #expect(answer.mean == 205_920)
    #expect(answer.adjustments.isEmpty)
  }

  @Test("A bare occupation later on is the cell aged by whole months and nothing else")
  func agedOccupation() throws {
    let market = try MarketFixture()
    let median = try market.estimate("11-3021", "Denver", asOf: "2026-11-01").median
    #expect(abs(median - 203_340 * 1.045335817) < 0.01)
    #expect(try market.estimate("11-3021", "Denver", asOf: "2026-11-30").median == median)
    let technical = try market.estimate("15-1252", "US", asOf: "2026-05-01")
    let before = try market.estimate("15-1252", "US")
    #expect(abs(technical.median / before.median - 1.038) < 1e-12)
  }

  @Test("An earlier month ages backwards")
  func backwards() throws {
    let answer = try MarketFixture().estimate("11-3021", "Denver", asOf: "2024-05-01")
    #expect(abs(answer.median - 203_340 / 1.03) < 0.01)
    #expect(answer.adjustments.last?.detail.contains("12 months back") == true)
  }

  @Test("The doubt about a median is narrower than the middle half, but for a CTO of unknown stage")
  func intervals() throws {
    let market = try MarketFixture()
    for role in nineRoles {
      let stage = role == "cto" ? "established" : ""
      for place in ["US", "Denver", "Columbus, OH", "Ohio", "New York"] {
        let answer = try market.estimate(role, place, stage: stage)
        let width = answer.medianInterval.upperBound - answer.medianInterval.lowerBound
        #expect(width < answer.distribution.quantile(0.75) - answer.distribution.quantile(0.25), "\(role) \(place)")
        #expect(answer.medianInterval.contains(answer.median))
      }
    }
    let unknown = try market.estimate("cto", "Denver")
    #expect(abs(unknown.medianInterval.lowerBound / unknown.median - 0.84 / 1.25) < 1e-12)
    #expect(abs(unknown.medianInterval.upperBound / unknown.median - 1.55 / 1.25) < 1e-12)
    #expect(!unknown.questions.isEmpty)
  }

  @Test("The interval is one standard error each way: the ratio's error with the nation's")
  func intervalWidth() throws {
    let answer = try MarketFixture().estimate("it-director", "US")
    // exp(0.994458 x sqrt(0.02^2 + 0.10^2))
    #expect(abs(answer.medianInterval.upperBound / answer.median - 1.106736) < 1e-6)
  }

  @Test("Denver to Columbus lowers the median of every role")
  func places() throws {
    let market = try MarketFixture()
    for role in nineRoles {
      #expect(
        try market.estimate(role, "Columbus, OH").median < market.estimate(role, "Denver").median, "\(role)")
    }
  }

  @Test("Place, industry and role are factors that multiply to the answer")
  func pedigree() throws {
    let answer = try MarketFixture().estimate("it-director", "Denver", industry: "52", asOf: "2026-11-01")
    #expect(answer.adjustments.map(\.name) == ["place", "industry", "role", "ageing"])
    let product = answer.adjustments.reduce(answer.startingMedian) { $0 * $1.factor }
    #expect(abs(product / answer.median - 1) < 1e-12)
  }

  @Test("Confidence is never high through a ratio, and low for CIO and CTO")
  func confidence() throws {
    let market = try MarketFixture()
    #expect(try market.estimate("11-3021", "Denver").confidence == .high)
    #expect(try market.estimate("11-3021", "Denver", asOf: "2027-06-01").confidence == .low)
    for role in nineRoles {
      let confidence = try market.estimate(role, "Denver").confidence
      #expect(confidence < .high, "\(role)")
      if role == "cio" || role == "cto" { #expect(confidence == .low) }
    }
  }

  @Test("A place without a cell of its own gets the nation times its cost of labour, low confidence")
  func missingCell() throws {
    var table = SurveyTable()
    func cell(_ occupation: String, _ place: String, _ mean: Double, _ median: Double?) -> PayCell {
      PayCell(
        dataset: "s", occupation: occupation, location: place, employment: 1_000, mean: mean,
        meanRelativeError: 1,
        percentiles: median.map(threePoints) ?? [])
    }
    table.add(
      .named("s", effective: day("2025-05-01"), kind: .oews),
      [
        cell("11-3021", "US", 180_000, 175_000), cell("13-1082", "US", 100_000, 98_000),
        cell("13-1082", "US-18020", 90_000, 88_000),
      ])
    let answer = try MarketFixture(cells: table).estimate("11-3021", "Columbus, IN")
    #expect(abs(answer.median - 175_000 * 0.9) < 1e-6)
    #expect(answer.confidence == .low)
  }

  @Test("The newest release that has begun is used")
  func releases() throws {
    var table = SurveyTable()
    for (year, median) in [("2023", 100_000.0), ("2024", 110_000), ("2025", 120_000)] {
      table.add(
        .named(year, effective: day("\(year)-05-01"), kind: .oews, series: "oews"),
        [
          PayCell(
            dataset: year, occupation: "11-3021", location: "US", meanRelativeError: 1,
            percentiles: threePoints(median))
        ])
    }
    let market = try MarketFixture(cells: table)
    for (asOf, used) in [
      ("2022-05-01", "2023"), ("2024-05-01", "2024"), ("2025-04-30", "2024"), ("2026-01-01", "2025"),
    ] {
      #expect(try market.estimate("11-3021", "US", asOf: asOf).sources.map(\.dataset.name) == [used])
    }
  }

  @Test("A top-coded figure is a lower bound: listed, returned, and never undercut by the tail")
  func topCoded() throws {
    let points = [
      PercentilePoint(probability: 0.1, pay: 120_000), PercentilePoint(probability: 0.25, pay: 160_000),
      PercentilePoint(probability: 0.5, pay: 200_000),
      PercentilePoint(probability: 0.75, pay: 239_200, reading: .atLeast),
      PercentilePoint(probability: 0.9, pay: 239_200, reading: .atLeast),
    ]
    let cell = PayCell(dataset: "s", occupation: "11-3021", location: "US", percentiles: points)
    let pay = try #require(cell.distribution)
    #expect(cell.censored == [0.75, 0.9])
    #expect(pay.quantile(0.9) == 239_200)
    #expect(pay.quantile(0.97) > 239_200)
    #expect(pay.scaled(by: 1.1).points.last?.reading == .atLeast)
  }

  private func threePoints(_ median: Double) -> [PercentilePoint] {
    zip([0.25, 0.5, 0.75], [0.8, 1, 1.3]).map { PercentilePoint(probability: $0, pay: median * $1) }
  }
}
