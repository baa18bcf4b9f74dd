import Foundation
import Market
import ModelTestSupport
import Testing

@Suite("A curve through percentiles")
struct PayDistributionTests {
  @Test("Between the points it is the monotone cubic that scipy draws")
  func interior() throws {
    for row in try ReferenceTable("Reference/pchip.csv").rows {
      let pay = try curve(["p10", "p25", "p50", "p75", "p90"].map(row.number))
      #expect(abs(pay.quantile(row.number("probability")) / row.number("pay") - 1) < 1e-10, "\(row)")
    }
  }

  @Test("Published points come back exactly, the curve never falls, and rank undoes quantile")
  func properties() throws {
    var random = SeededGenerator(seed: 2025)
    for _ in 0..<150 {
      let figures = PayDistributionTests.randomFigures(&random)
      let pay = try curve(figures)
      for (p, figure) in zip(PercentilePoint.published, figures) { #expect(pay.quantile(p) == figure) }
      let probabilities = stride(from: 0.005, to: 1, by: 0.0199).map { $0 }
      let curve = probabilities.map(pay.quantile)
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 * (1 + 1e-12) }, "\(figures)")
      for p in probabilities {
        let rank = pay.rank(of: pay.quantile(p))
        #expect(rank.low - 1e-9 <= p && p <= rank.high + 1e-9, "\(p) of \(figures)")
      }
    }
  }

  @Test("Equal neighbours are an atom: flat between, and the rank is its middle with both ends")
  func atoms() throws {
    let pay = try curve([60_000, 80_000, 80_000, 80_000, 140_000])
    #expect(abs(pay.quantile(0.6) - 80_000) < 1e-6)
    let rank = pay.rank(of: 80_000)
    #expect([rank.low, rank.middle, rank.high] == [0.25, 0.5, 0.75])
    let flat = try curve([90_000, 90_000, 90_000, 90_000, 90_000])
    #expect(abs(flat.quantile(0.99) - 90_000) < 1e-6)
    #expect(flat.rank(of: 89_000).middle == 0)
    #expect(flat.rank(of: 91_000).middle == 1)
  }

  @Test("Beyond the points it is a line in (z, ln pay) with the slope of the last secant that rises")
  func tails() throws {
    // ln 2 between P75 and P90; the top secant of the second curve is flat, so the one before it counts.
    let pay = try curve([50_000, 60_000, 70_000, 80_000, 160_000])
    let step = log(2.0) / (StandardNormal.quantile(0.9) - StandardNormal.quantile(0.75))
    let reach = StandardNormal.quantile(0.97) - StandardNormal.quantile(0.9)
    #expect(abs(pay.quantile(0.97) / (160_000 * exp(step * reach)) - 1) < 1e-12)
    let capped = try curve([50_000, 60_000, 70_000, 140_000, 140_000])
    let before = log(2.0) / StandardNormal.quantile(0.75)
    #expect(abs(capped.quantile(0.97) / (140_000 * exp(before * reach)) - 1) < 1e-12)
  }

  @Test("A percentile beyond the source's own is no figure of its; a blend has it where one source does")
  func reach() throws {
    let points = [(0.25, 60_000.0), (0.5, 70_000), (0.75, 90_000)].map { PercentilePoint(probability: $0, pay: $1) }
    let short = try #require(PayDistribution(points: points))
    #expect(short.unreached == [0.1, 0.9] && short.figure(0.9) == nil && short.figure(0.75) == 90_000)
    #expect(short.quantile(0.9) > 90_000 && short.scaled(by: 2).unreached == [0.1, 0.9])
    let long = try curve([50_000, 60_000, 70_000, 90_000, 120_000])
    #expect(long.unreached.isEmpty)
    for rule in Blending.Rule.allCases {
      #expect(Blend.average([(short, 0.5), (short, 0.5)], by: rule)?.unreached == [0.1, 0.9])
      #expect(Blend.average([(short, 0.5), (long, 0.5)], by: rule)?.unreached == [])
      #expect(Blend.average([(short, 1), (long, 0)], by: rule) == short)
    }
  }

  @Test("A tail has at least half the slope between P25 and P75")
  func leastTail() throws {
    let pay = try curve([59_900, 60_000, 70_000, 90_000, 120_000])
    let half = log(90_000.0 / 60_000) / (2 * StandardNormal.quantile(0.75)) / 2
    let reach = StandardNormal.quantile(0.02) - StandardNormal.quantile(0.1)
    #expect(abs(pay.quantile(0.02) / (59_900 * exp(half * reach)) - 1) < 1e-12)
  }

  @Test("Scaling moves every figure, narrowing moves all but the median")
  func transforms() throws {
    let pay = try curve([50_000, 60_000, 70_000, 90_000, 120_000])
    #expect(abs(pay.scaled(by: 1.1).quantile(0.9) - 132_000) < 1e-6)
    let narrow = pay.spreadScaled(by: 0.5)
    #expect(narrow.median == 70_000)
    #expect(abs(narrow.quantile(0.9) - 70_000 * (120_000.0 / 70_000).squareRoot()) < 1e-6)
    #expect(abs(narrow.logSD - pay.logSD / 2) < 1e-12)
  }

  @Test("A log-normal has its median and spread, and ranks by the normal distribution")
  func logNormal() throws {
    let pay = try #require(PayDistribution.logNormal(median: 100_000, logSD: 0.3))
    #expect(pay.median == 100_000)
    #expect(abs(pay.quantile(0.99) - 100_000 * exp(0.3 * 2.326347874040841)) < 1e-4)
    #expect(abs(pay.rank(of: 100_000 * exp(0.3)).middle - 0.841344746068543) < 1e-9)
  }

  @Test("Figures out of order are raised, and unusable ones give no curve")
  func repairs() throws {
    #expect(try curve([50_000, 60_000, 55_000, 90_000, 120_000]).median == 60_000)
    #expect(PayDistribution(points: [PercentilePoint(probability: 0.5, pay: 1)]) == nil)
    let points = [0, 60_000].map { PercentilePoint(probability: $0 > 0 ? 0.5 : 0.1, pay: $0) }
    #expect(PayDistribution(points: points) == nil)
  }

  private func curve(_ figures: [Double]) throws -> PayDistribution {
    let points = zip(PercentilePoint.published, figures).map { PercentilePoint(probability: $0, pay: $1) }
    return try #require(PayDistribution(points: points.reversed()))
  }

  /// Five rising figures, one in four of them a repetition of the one before.
  private static func randomFigures(_ random: inout SeededGenerator) -> [Double] {
    var figures = [Double.random(in: 30_000...90_000, using: &random).rounded()]
    for index in 1..<5 {
      // All five alike have no spread, and then a rank off the figure is 0 or 1.
      let mayTie = index < 4 || figures[0] < figures[3]
      let isTie = Int.random(in: 0..<4, using: &random) == 0 && mayTie
      let step = isTie ? 1 : Double.random(in: 1.0001...1.6, using: &random)
      figures.append(isTie ? figures[figures.count - 1] : (figures[figures.count - 1] * step).rounded(.up))
    }
    return figures
  }
}
