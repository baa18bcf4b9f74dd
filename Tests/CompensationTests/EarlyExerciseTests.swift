import Compensation
import Testing

@Suite("Options that may be exercised early")
struct EarlyExerciseTests {
  static let terms: [BlackScholes] = BlackScholes.Kind.allCases.flatMap { kind in
    [
      BlackScholes(kind, spot: 50, strike: 50, years: 6, rate: 0.045, dividendYield: 0.03, volatility: 0.4),
      BlackScholes(kind, spot: 80, strike: 100, years: 1.5, rate: 0.07, dividendYield: 0.01, volatility: 0.2),
    ]
  }

  @Test("A tree without early exercise approaches Black and Scholes, nearer with more steps", arguments: terms)
  func converges(terms: BlackScholes) throws {
    func error(_ steps: Int) throws -> Double {
      // Two neighbours, since odd and even trees miss on different sides.
      let prices = try [steps, steps + 1].map { steps in
        try #require(TreeOption(terms, exercise: .european, steps: steps).price)
      }
      return abs((prices[0] + prices[1]) / 2 - terms.price)
    }
    #expect(try error(400) < 2e-3 * terms.price)
    #expect(try error(400) < error(25))
  }

  @Test("More moments of exercise are worth no less, and at most what any moment is", arguments: terms)
  func ordered(terms: BlackScholes) throws {
    func price(_ exercise: TreeOption.Exercise) throws -> Double {
      try #require(TreeOption(terms, exercise: exercise, steps: 120).price)
    }
    let half = terms.years / 2
    let prices = [
      try price(.european), try price(.bermudan(years: [half])), try price(.bermudan(years: [half / 2, half])),
      try price(.american),
    ]
    #expect(zip(prices, prices.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try price(.bermudan(years: [])) == prices[0])
    let american = try #require(AmericanOption(terms).price)
    #expect(abs(american / prices[3] - 1) < 0.01)
  }

  // McDonald and Schroder, "A parity result for American options" (1998).
  @Test("An American call is a put with price and strike, rate and yield exchanged", arguments: terms)
  func symmetry(terms: BlackScholes) throws {
    let mirrored = BlackScholes(
      terms.kind == .call ? .put : .call, spot: terms.strike, strike: terms.spot, years: terms.years,
      rate: terms.dividendYield, dividendYield: terms.rate, volatility: terms.volatility)
    let (one, other) = (try #require(AmericanOption(terms).price), try #require(AmericanOption(mirrored).price))
    #expect(abs(one - other) < 1e-4 * one)
  }

  @Test("Odds of a step up beyond 0 and 1 give no price")
  func refused() {
    let terms = BlackScholes(.call, spot: 50, strike: 50, years: 10, rate: 0.5, dividendYield: 0, volatility: 0.05)
    #expect(TreeOption(terms, exercise: .american, steps: 20).price == nil)
    #expect(TreeOption(terms, exercise: .american, steps: 1_200).price != nil)
  }
}
