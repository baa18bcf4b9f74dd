import Compensation
import Simulation
import Testing

@Suite("Purchase plans and performance shares")
struct SharePlanTests {
  @Test("All that was withheld buys no fewer shares than were fixed, and either beats the discount alone")
  func plans() {
    func plan(_ hasLookback: Bool) -> PurchasePlan {
      PurchasePlan(
        discount: 0.15, hasLookback: hasLookback, years: 0.5, rate: 0.04, dividendYield: 0.01, volatility: 0.4)
    }
    let full = plan(true).valuePerShare(spot: 80, count: .fullWithholding)
    let fixed = plan(true).valuePerShare(spot: 80, count: .atStart)
    #expect(full > fixed && fixed > plan(false).valuePerShare(spot: 80, count: .atStart))
    // The same money bought the same way: 0.85 x 80 withheld for each share.
    #expect(abs(plan(true).presentGain(onContribution: 0.85 * 80) - full) < 1e-9)
    #expect(
      abs(plan(false).presentGain(onContribution: 68) - plan(false).valuePerShare(spot: 80, count: .fullWithholding))
        < 1e-9)
  }

  @Test("A rank is paid by the line it lies on")
  func schedule() throws {
    let schedule = try #require(PayoutSchedule([(25, 0.5), (50, 1), (75, 2)], floor: 0.1))
    let multiples = [0, 24.9, 25, 37.5, 50, 60, 75, 100].map(schedule.multiple)
    #expect(multiples == [0.1, 0.1, 0.5, 0.75, 1, 1.4, 2, 2])
    #expect(PayoutSchedule([]) == nil && PayoutSchedule([(50, 1), (50, 2)]) == nil)
  }

  @Test("The exact value lies where a simulation says", arguments: [0, 0.6])
  func simulated(correlation: Double) throws {
    let schedule = try #require(PayoutSchedule([(30, 0.5), (55, 1), (80, 1.5)]))
    let exact = RelativeReturnShares(
      peers: 7, volatility: 0.45, correlation: correlation, years: 2, schedule: schedule)
    let estimate = RelativeReturnSimulation(
      volatility: 0.45, peerVolatilities: [Double](repeating: 0.45, count: 7), correlation: correlation, years: 2,
      schedule: schedule
    ).estimate(draws: CounterDraws(dimensions: 9, seed: 11), count: 10_000)
    for (mean, expected) in [
      (estimate.valueToPrice, exact.valueToPrice), (estimate.multiple, exact.expectedMultiple),
    ] {
      #expect(abs(mean.value - expected) < 4 * mean.standardError)
      #expect(mean.standardError < 0.01 * expected)
    }
  }

  @Test("Even draws price an option closer than independent ones of the same number")
  func option() {
    let terms = BlackScholes(
      .call, spot: 50, strike: 55, years: 3, rate: 0.045, dividendYield: 0.01, volatility: 0.4)
    let option = SimulatedOption(terms)
    let random = option.presentValue(draws: CounterDraws(dimensions: 1, seed: 2), count: 8_192)
    let even = option.presentValue(draws: SobolDraws(dimensions: 1, seed: 2), count: 8_192)
    #expect(abs(random.value - terms.price) < 4 * random.standardError)
    #expect(abs(even.value - terms.price) < random.standardError / 10)
    #expect(even == option.presentValue(draws: SobolDraws(dimensions: 1, seed: 2), count: 8_192))
  }
}
