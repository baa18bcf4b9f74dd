import Foundation
import Negotiation
import Testing

@Suite("The lowest pay worth taking")
struct SearchTests {
  /// QuantEcon's default offers.
  static let offers = PayDraws.betaBinomial(n: 50, a: 200, b: 100, from: 10, to: 60)

  @Test("QuantEcon's default search has its printed answer")
  func quantEcon() {
    // QuantEcon, "Job Search I: The McCall Search Model".
    let search = SequentialSearch(income: 25, discountFactor: 0.99, arrival: 1, offers: Self.offers)
    #expect(abs(search.reservationPay - 47.316499766546215) < 1e-9)
  }

  @Test("Beta-binomial offers add up, and their mean is that of the book")
  func betaBinomial() {
    guard case .list(let draws) = Self.offers else { return }
    #expect(abs(draws.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
    // n a / (a + b) steps of 1 above 10.
    #expect(abs(Self.offers.mean - (10 + 50 * 200.0 / 300)) < 1e-9)
    guard case .list(let many) = PayDraws.betaBinomial(n: 5_000, a: 0.5, b: 900, from: 0, to: 1) else { return }
    #expect(many.allSatisfy { $0.probability.isFinite } && many[0].probability > 0)
  }

  @Test("A deadline is the search without end, in time", arguments: [0.2, 0.9])
  func deadline(arrival: Double) {
    let offers = PayDraws.logNormal(logMean: 9, logSD: 0.2)
    let search = SequentialSearch(income: 4_000, discountFactor: 0.95, arrival: arrival, offers: offers)
    #expect(search.reservationPay(periods: 0) == 4_000)
    let steps = (1...20).map { search.reservationPay(periods: $0) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.0 < $0.1 })
    #expect(abs(search.reservationPay(periods: 2_000) / search.reservationPay - 1) < 1e-12)
  }

  @Test("What log-normal offers pay above a floor is what a sum over many of them says")
  func excess() {
    let offers = PayDraws.logNormal(logMean: 2, logSD: 0.3)
    let draws = (0..<200_000).map { exp(2 + 0.3 * Self.quantile((Double($0) + 0.5) / 200_000)) }
    let mean = draws.reduce(0) { $0 + max($1 - 8, 0) } / 200_000
    #expect(abs(offers.expectedExcess(over: 8) - mean) < 1e-4)
    #expect(offers.expectedExcess(over: -1) == offers.mean + 1)
    #expect(PayDraws.logNormal(logMean: 0, logSD: 0).expectedExcess(over: 0.25) == 0.75)
  }

  @Test("Without separations and dislike of risk it is the simple search")
  func neutral() {
    let search = SequentialSearch(income: 25, discountFactor: 0.9, arrival: 1, offers: Self.offers)
    let other = SeparationSearch(
      income: 25, discountFactor: 0.9, separation: 0, riskAversion: 0, offers: Self.offers)
    #expect(abs((other?.reservationPay ?? 0) - search.reservationPay) < 1e-9)
  }

  @Test("A job that may end is taken for less; so is one by who dislikes risk")
  func separation() throws {
    func pay(_ separation: Double, _ aversion: Double) throws -> Double {
      try #require(
        SeparationSearch(
          income: 25, discountFactor: 0.9, separation: separation, riskAversion: aversion, offers: Self.offers)
      ).reservationPay
    }
    #expect(try pay(0.2, 2) < pay(0.1, 2) && pay(0.1, 2) < pay(0, 2))
    #expect(try pay(0.1, 3) < pay(0.1, 1) && pay(0.1, 1) < pay(0.1, 0))
    // Just beside it the logarithm is the limit of the powers.
    #expect(try abs(pay(0.1, 1.000001) - pay(0.1, 1)) < 1e-4)
  }

  @Test("Offers that hardly differ are all worth the same, however narrow", arguments: [0, 1e-6, 0.001])
  func narrow(deviation: Double) {
    // All offers pay 8,000: R = b + lambda (8,000 - R) / (r + delta).
    let search = JobSearch(
      median: 8_000, logSD: deviation, arrivalUnemployed: 0.02, arrivalEmployed: 0, separation: 0.006, discount: 0.004)
    #expect(abs(search.reservationPay(income: 500) - 5_500) < 0.01)
  }

  @Test("A split lies between both sides' limits, and there is none without a zone")
  func nash() {
    #expect(Bargain.nash(walkAway: 150_000, employerMaximum: 190_000, power: 0.5) == 170_000)
    #expect(Bargain.nash(walkAway: 190_000, employerMaximum: 150_000, power: 0.5) == nil)
    #expect(Bargain.nash(walkAway: 150_000, employerMaximum: 150_000, power: 1) == 150_000)
  }

  @Test("Who offers first gains by the other's haste, and two who can wait for ever agree on nothing")
  func rubinstein() {
    // Rubinstein (1982): equal patience d gives 1 / (1 + d).
    #expect(abs((Bargain.firstMoverShare(deltaFirst: 0.9, deltaSecond: 0.9) ?? 0) - 1 / 1.9) < 1e-12)
    #expect(Bargain.firstMoverShare(deltaFirst: 0.9, deltaSecond: 0) == 1)
    #expect(Bargain.firstMoverShare(deltaFirst: 1, deltaSecond: 1) == nil)
  }

  /// The normal quantile by bisection, apart from the one under test.
  private static func quantile(_ p: Double) -> Double {
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < p { low = middle } else { high = middle }
    }
    return low
  }
}
