import Compensation
import Testing

@Suite("What risk and waiting take off")
struct DiscountTests {
  static let outcomes: [(probability: Double, gain: Double)] = [(0.6, 0), (0.3, 40_000), (0.1, 900_000)]

  @Test("Who dislikes risk takes less than the mean, the less the more; who does not takes the mean")
  func averse() {
    let mean = Self.outcomes.reduce(0) { $0 + $1.probability * $1.gain }
    let sums = [0, 0.5, 1, 1.000001, 2, 5, 40].map {
      RiskAversion(gamma: $0).certainEquivalent(of: Self.outcomes, wealth: 80_000)
    }
    #expect(abs(sums[0] - mean) < 1e-6)
    #expect(zip(sums, sums.dropFirst()).allSatisfy { $0 > $1 })
    #expect(abs(sums[2] - sums[3]) < 1)
    // All odds in another unit are the same odds.
    let scaled = Self.outcomes.map { (probability: $0.probability * 10, gain: $0.gain) }
    #expect(abs(RiskAversion(gamma: 2).certainEquivalent(of: scaled, wealth: 80_000) - sums[4]) < 1e-6)
  }

  @Test("A grant is worth less to who dislikes risk more, or holds more of the share")
  func grant() {
    func value(_ gamma: Double, shares: Double) -> Double {
      GrantEquivalent(
        kind: .option(strike: 30), units: 5_000, sharePrice: 30, volatility: 0.4, beta: 1.1, marketPremium: 0.05,
        riskFreeRate: 0.04, years: 6, cash: 300_000, sharesHeld: shares, risk: RiskAversion(gamma: gamma)
      ).perUnit
    }
    let byTaste = [1, 2, 3, 6].map { value($0, shares: 2_000) }
    #expect(zip(byTaste, byTaste.dropFirst()).allSatisfy { $0 > $1 && $1 > 0 })
    #expect(value(2, shares: 20_000) < value(2, shares: 2_000))
  }

  @Test("The more of one's wealth is in a share, the less it is worth")
  func concentrated() {
    let ratios = [0, 0.1, 0.5, 0.9, 1].compactMap {
      ConcentratedHolding(weight: $0, beta: 1.1, volatility: 0.5, marketVolatility: 0.16, marketPremium: 0.05)
        .privateToMarketRatio(years: 3)
    }
    #expect(ratios.count == 5 && ratios[0] == 1)
    #expect(zip(ratios, ratios.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("Not being able to sell takes more the wilder the share and the longer the wait, and never all")
  func marketability() {
    let models: [(Double, Double) -> Double] = [
      { MarketabilityDiscount.chaffe(volatility: $0, years: $1, rate: 0.04, dividendYield: 0) },
      { MarketabilityDiscount.finnerty(volatility: $0, years: $1, dividendYield: 0) },
      { MarketabilityDiscount.ghaidarov(volatility: $0, years: $1, dividendYield: 0) },
    ]
    for discount in models {
      let byVolatility = [0, 1e-5, 0.1, 0.706, 0.708, 1.2, 3].map { discount($0, 1) }
      #expect(zip(byVolatility, byVolatility.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(byVolatility[0] < 0.001 && byVolatility.allSatisfy { (0..<1).contains($0) })
      #expect(discount(0.5, 0) == 0 && discount(0.5, 0.5) < discount(0.5, 2))
    }
    // Where one way of computing takes over from the other nothing jumps.
    let (below, above) = (0.5.nextDown.squareRoot(), 0.5.nextUp.squareRoot())
    #expect(abs(models[2](below, 1) - models[2](above, 1)) < 1e-12)
  }

  @Test("Carry grows with what is distributed and is never more than its share of the profit", arguments: [0, 0.5, 1])
  func carry(catchUp: Double) {
    let carry = CarriedInterest(hurdle: 0.08, carry: 0.2, catchUp: catchUp)
    let dollars = stride(from: 80.0, through: 400, by: 1).map {
      (profit: $0 - 100, carry: carry.dollars(contributed: 100, distributed: $0, years: 5))
    }
    #expect(zip(dollars, dollars.dropFirst()).allSatisfy { $0.carry <= $1.carry })
    #expect(dollars.allSatisfy { $0.carry <= max(0, 0.2 * $0.profit) + 1e-9 })
    #expect(catchUp == 0 || abs(dollars[320].carry - 60) < 1e-9)
  }

  @Test("A parachute just over the line is cut; one far over is paid in full")
  func parachute() {
    let rule = ParachutePayment.Rule(threshold: 3, exempt: 1, rate: 0.2)
    func net(_ amount: Double) -> Double {
      ParachutePayment(amount: amount, baseAmount: 100, rule: rule).bestNet(taxRate: 0.5)
    }
    #expect(net(299) == 149.5 && net(300) == 149.5 && net(320) == 149.5)
    #expect(net(1_000) == 500 - 180)
  }
}
