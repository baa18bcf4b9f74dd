import Market
import ModelTestSupport
import Quantities
import Testing

/// The checks that the method must pass, each for many cells or questions rather than for one:
///
/// 1. published percentiles come back exactly when nothing is adjusted: ``published()``
/// 2. quantile(rank(x)) = x off the atoms, and no cell with ties crashes or inverts: ``inverses()``
/// 3. industry, place and role each change the result: ``eachMatters()``
/// 4. Denver to Columbus at the same role lowers the median: ``denverToColumbus()``
/// 5. a role's interval on the median is narrower than its P25-P75: ``narrowInterval()``
/// 6. more experience never lowers the target: ``experience()``
/// 7. weights of 100 and 0 reproduce the first source: ``oneSource(rule:)``
/// 8. adding a source equal to the blend changes nothing: ``equalSource(rule:)``
/// 9. an hourly and an annual file of the same people give the same percentiles: ``hourly()``; files themselves in
///    `BuiltInProfileTests` and `CanonicalExportTests`
@Suite("Properties of the market that always hold")
struct MarketPropertyTests {
  @Test("Every published percentile of every metro comes back exactly when nothing is adjusted")
  func published() throws {
    let market = try MarketFixture()
    let table = try SurveyTable.oews.get()
    let metros = try table.metroCells(dataset: "bls-oews-2025-05", occupation: "11-3021")
    #expect(metros.count > 200)
    for cell in metros {
      let answer = try market.estimate("11-3021", cell.location)
      for point in cell.percentiles { #expect(answer.distribution.quantile(point.probability) == point.pay) }
    }
  }

  @Test("Quantile and rank are inverses off the atoms, and no cell with ties crashes or inverts")
  func inverses() throws {
    let table = try SurveyTable.oews.get()
    var ties = 0
    for occupation in ["11-3021", "13-1082", "15-1252", "15-1299", "11-1011"] {
      for cell in try table.metroCells(dataset: "bls-oews-2025-05", occupation: occupation) {
        guard let pay = cell.distribution else { continue }
        var last = 0.0
        for step in 1...49 {
          let p = Double(step) / 50
          let x = pay.quantile(p)
          #expect(x >= last, "\(cell.location) \(occupation)")
          last = x
          let rank = pay.rank(of: x)
          if rank.high - rank.low < 1e-12 {
            #expect(abs(pay.quantile(rank.middle) / x - 1) < 1e-9, "\(cell.location) \(occupation)")
          } else {
            ties += 1
          }
        }
      }
    }
    #expect(ties > 0)
  }

  @Test("Industry, place and role each change the answer")
  func eachMatters() throws {
    let market = try MarketFixture()
    let base = try market.estimate("it-director", "Denver").median
    for industry in ["51", "52", "61", "62"] {
      #expect(try abs(market.estimate("it-director", "Denver", industry: industry).median / base - 1) > 0.001)
    }
    for place in ["Seattle", "Columbus, OH", "San Jose", "US", "Ohio"] {
      #expect(try abs(market.estimate("it-director", place).median / base - 1) > 0.001, "\(place)")
    }
    let medians = try nineRoles.map { try market.estimate($0, "Denver").median }
    // Program and project managers have one ratio outside technology.
    #expect(Set(medians.map { ($0 / 100).rounded() }).count >= nineRoles.count - 1)
  }

  @Test("Denver to Columbus lowers the whole middle of every role, in any industry")
  func denverToColumbus() throws {
    let market = try MarketFixture()
    for role in nineRoles {
      for industry in [nil, "51", "62"] {
        let there = try market.estimate(role, "Columbus, OH", industry: industry).median
        #expect(try there < market.estimate(role, "Denver", industry: industry).median, "\(role)")
      }
    }
  }

  @Test("The interval on a role's median is narrower than its middle half: nation, states, large metros")
  func narrowInterval() throws {
    let market = try MarketFixture()
    let table = try SurveyTable.oews.get()
    let national = try #require(
      table.cells(dataset: "bls-oews-2025-05", occupation: "11-3021", location: "US").first?.distribution)
    let metros = try table.metroCells(dataset: "bls-oews-2025-05", occupation: "11-3021")
      .filter { ($0.employment ?? 0) >= 500 }
    let states = ["US", "US-CA", "US-CO", "US-IL", "US-NY", "US-OH", "US-TX", "US-WA"]
    #expect(metros.count > 100)
    var exceptions: [String] = []
    for role in nineRoles {
      // A CTO of unknown stage has the interval of all stages, on purpose.
      let stage = role == "cto" ? "series-a" : ""
      for place in states + metros.map(\.location) {
        let answer = try market.estimate(role, place, stage: stage)
        let interval = answer.medianInterval.upperBound - answer.medianInterval.lowerBound
        let middle = answer.distribution.quantile(0.75) - answer.distribution.quantile(0.25)
        if interval >= middle { exceptions.append("\(role) \(place)") }
        let says = answer.notes.contains { $0.hasPrefix("The interval on the median is as wide as the middle half") }
        #expect(says == (interval >= middle), "\(role) \(place)")
      }
    }
    // Three places publish a middle half far narrower than the nation's; the doubt of a CIO's or CTO's ratio fills it.
    #expect(Set(exceptions) == ["cio US-12100", "cio US-37860", "cio US-47900", "cto US-37860"])
    for place in ["US-12100", "US-37860", "US-47900"] {
      let cell = try #require(metros.first { $0.location == place }?.distribution)
      #expect(cell.logSD < 0.85 * national.logSD, "\(place)")
    }
  }

  @Test("More experience never lowers the target, in any market")
  func experience() throws {
    let market = try MarketFixture()
    let parameters = try ShippedTables.parameters()
    for role in nineRoles {
      let answer = try market.estimate(role, "Denver")
      let targets = try stride(from: 0.0, through: 40, by: 0.25).map {
        try Worth(
          of: WorthProfile(experienceYears: $0), in: answer.distribution, job: answer.question.job,
          parameters: parameters, on: day("2026-11-21")
        ).pay
      }
      #expect(zip(targets, targets.dropFirst()).allSatisfy { $0 <= $1 }, "\(role)")
      #expect(targets[0] < answer.median && targets[0] < targets[40])
    }
  }

  @Test("The same people by the hour and by the year have the same percentiles")
  func hourly() throws {
    let annual = PercentilePoint.published.map {
      PercentilePoint(probability: $0, pay: 90_000 + 150_000 * $0 * $0)
    }
    let factor = PayBasis.hourly.annualFactor(hoursPerYear: 2_080)
    let hourly = annual.map { PercentilePoint(probability: $0.probability, pay: $0.pay / factor) }
    let yearly = try #require(PayDistribution(points: annual))
    let brought = try #require(PayDistribution(points: hourly)).scaled(by: factor)
    for p in stride(from: 0.01, to: 1, by: 0.01) {
      #expect(abs(brought.quantile(p) / yearly.quantile(p) - 1) < 1e-12)
    }
  }

  /// Three employer surveys beside OEWS, for an IT director in the nation.
  private func surveys(_ medians: [(String, Double, Double)]) throws -> MarketFixture {
    var table = try SurveyTable.oews.get()
    for (name, median, spread) in medians {
      table.add(.named(name, effective: day("2025-05-01"), kind: .jobMatched), [try director(name, median, spread)])
    }
    return try MarketFixture(cells: table)
  }

  private func director(_ name: String, _ median: Double, _ spread: Double) throws -> PayCell {
    PayCell(
      dataset: name, occupation: "", role: "it-director", location: "US", incumbents: 100,
      percentiles: try #require(PayDistribution.logNormal(median: median, logSD: spread)).points)
  }

  private func ask(_ market: MarketFixture, _ blending: Blending) throws -> MarketEstimate {
    try market.model.estimate(
      MarketQuestion(
        job: try market.roles.find("it-director").value, location: try market.places.find("US").value,
        asOf: day("2025-05-01"), blending: blending))
  }

  @Test("Weights of 100 and 0 reproduce the first source, to the last digit", arguments: Blending.Rule.allCases)
  func oneSource(rule: Blending.Rule) throws {
    let market = try surveys([("first", 180_000, 0.3), ("second", 150_000, 0.2)])
    let blend = try ask(market, Blending(rule: rule, weights: ["first": 1, "second": 0]))
    let alone = try ask(market, Blending(rule: rule, weights: ["first": 1]))
    for p in stride(from: 0.02, to: 1, by: 0.02) {
      #expect(blend.distribution.quantile(p) == alone.distribution.quantile(p))
    }
    #expect(blend.sources.map(\.weight) == [1, 0])
  }

  @Test("Even weights are the mean of each percentile, geometric or arithmetic")
  func means() throws {
    let market = try surveys([("first", 180_000, 0.3), ("second", 150_000, 0.3)])
    let weights = ["first": 0.5, "second": 0.5]
    // sqrt(180,000 x 150,000) and (180,000 + 150,000) / 2.
    #expect(try abs(ask(market, Blending(rule: .log, weights: weights)).median - 164_316.7673) < 0.001)
    let mean = try ask(market, Blending(rule: .arithmetic, weights: weights))
    #expect(abs(mean.median - 165_000) < 1e-6)
    // The interval is blended by the same rule: as wide, relative to the median, on each side as its sources' are.
    let parts = try ["first", "second"].map { try ask(market, Blending(weights: [$0: 1])).medianInterval }
    #expect(abs(mean.medianInterval.lowerBound - (parts[0].lowerBound + parts[1].lowerBound) / 2) < 1e-6)
    #expect(abs(mean.medianInterval.upperBound - (parts[0].upperBound + parts[1].upperBound) / 2) < 1e-6)
  }

  @Test("Adding a source equal to the blend changes nothing", arguments: Blending.Rule.allCases)
  func equalSource(rule: Blending.Rule) throws {
    let two = try surveys([("first", 180_000, 0.3), ("second", 150_000, 0.2)])
    let blend = try ask(two, Blending(rule: rule, weights: ["first": 0.5, "second": 0.5]))
    var table = try SurveyTable.oews.get()
    for (name, median, spread) in [("first", 180_000.0, 0.3), ("second", 150_000, 0.2)] {
      table.add(.named(name, effective: day("2025-05-01"), kind: .jobMatched), [try director(name, median, spread)])
    }
    var third = try director("third", 1, 0.1)
    third.percentiles = blend.distribution.points
    table.add(.named("third", effective: day("2025-05-01"), kind: .jobMatched), [third])
    let again = try ask(
      MarketFixture(cells: table), Blending(rule: rule, weights: ["first": 0.3, "second": 0.3, "third": 0.4]))
    for p in PercentilePoint.published {
      #expect(abs(again.distribution.quantile(p) / blend.distribution.quantile(p) - 1) < 1e-12)
    }
  }

  @Test("A discount of 5% on the only source lowers every figure by 5%, and is a step of the answer")
  func premium() throws {
    let market = try surveys([("first", 180_000, 0.3)])
    let plain = try ask(market, Blending(weights: ["first": 1]))
    let less = try ask(market, Blending(weights: ["first": 1], premiums: ["first": -0.05]))
    for p in PercentilePoint.published {
      #expect(abs(less.distribution.quantile(p) / plain.distribution.quantile(p) - 0.95) < 1e-12)
    }
    #expect(less.adjustments.map(\.name) == ["premium"])
    #expect(abs(less.medianInterval.upperBound / plain.medianInterval.upperBound - 0.95) < 1e-12)
  }

  @Test("A weighted source without pay for the job is an error, not a blend of the others")
  func missing() throws {
    var table = try SurveyTable.oews.get()
    table.add(
      .named("first", effective: day("2025-05-01"), kind: .jobMatched), [try director("first", 180_000, 0.3)])
    let market = try MarketFixture(cells: table)
    let weights = ["first": 0.5, "bls-oews-2025-05": 0.5]
    let question = MarketQuestion(
      job: try market.roles.find("it-manager").value, location: try market.places.find("Denver").value,
      asOf: day("2025-05-01"), blending: Blending(weights: weights))
    let error = #expect(throws: NoMarketData.self) { try market.model.estimate(question) }
    #expect(error?.message.hasPrefix("first has a weight, but no pay") == true)
  }

  @Test("A top code in a source is a top code in the blend")
  func topCode() throws {
    let plain = try #require(PayDistribution.logNormal(median: 180_000, logSD: 0.3))
    var points = plain.points
    points[4].reading = .atLeast
    let capped = try #require(PayDistribution(points: points))
    let blend = try #require(Blend.average([(plain, 0.5), (capped, 0.5)], by: .arithmetic))
    #expect(blend.points.map(\.reading) == [.exact, .exact, .exact, .exact, .atLeast])
  }
}
