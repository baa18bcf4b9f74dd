import Compensation
import Testing

@Suite("Options that their holder cannot sell")
struct EmployeeOptionTests {
  @Test(
    "A tree with the exercise price on its nodes agrees with continuous time",
    arguments: [
      option(), option(exitRate: 0.03, multiple: 1.2), option(spot: 60, vesting: 1, volatility: 0.5),
      option(vesting: 0, multiple: 2), option(exitRate: 0, multiple: 2.8),
    ])
  func limit(option: EmployeeOption) throws {
    let lattice = try #require(option.alignedLatticePrice(steps: 600))
    #expect(abs(lattice / option.price - 1) < 0.004)
  }

  @Test("It is worth less the sooner its holder leaves, and less than one that can be sold")
  func leaving() {
    let prices = [0, 0.05, 0.1, 0.3].map { Self.option(exitRate: $0).price }
    #expect(zip(prices, prices.dropFirst()).allSatisfy { $0 > $1 })
    let sold = BlackScholes(
      .call, spot: 50, strike: 50, years: 10, rate: 0.05, dividendYield: 0, volatility: 0.35)
    // Without dividends no early exercise gains anything.
    #expect(Self.option(exitRate: 0, dividendYield: 0).price < sold.price)
  }

  @Test("With hardly any chance it is what it is without chance", arguments: [1.1, 1.5, 4])
  func certain(multiple: Double) {
    let price = Self.option(multiple: multiple, volatility: 0).price
    #expect(abs(Self.option(multiple: multiple, volatility: 0.003).price / price - 1) < 0.005)
  }

  @Test("One that has not vested by its end is worth nothing; one that vests then is European")
  func vesting() {
    #expect(Self.option(vesting: 11).price == 0 && Self.option(vesting: 11).latticePrice(stepsPerYear: 4) == 0)
    let european = BlackScholes(
      .call, spot: 50, strike: 50, years: 10, rate: 0.05, dividendYield: 0.025, volatility: 0.35)
    #expect(abs(Self.option(vesting: 10, exitRate: 0).price / european.price - 1) < 1e-9)
  }

  static func option(
    spot: Double = 50, vesting: Double = 3, exitRate: Double = 0.1, dividendYield: Double = 0.025,
    multiple: Double = 3, volatility: Double = 0.35
  ) -> EmployeeOption {
    EmployeeOption(
      spot: spot, strike: 50, years: 10, vestingYears: vesting, rate: 0.05, dividendYield: dividendYield,
      volatility: volatility, exitRate: exitRate, exerciseMultiple: multiple)
  }

  @Test("However wild the share, the tree comes to what continuous time says", arguments: [0.4, 1, 2, 3], [10, 30])
  func wild(_ volatility: Double, _ years: Int) {
    let option = EmployeeOption(
      spot: 42.5, strike: 40, years: Double(years), vestingYears: 0, rate: 0.044, dividendYield: 0,
      volatility: volatility, exitRate: 0.05, exerciseMultiple: 2.2)
    let times = [1.0, 4, 9]
    for (time, price) in zip(times, option.pricesIfVested(at: times)) {
      let limit = EmployeeOption(
        spot: 42.5, strike: 40, years: Double(years), vestingYears: time, rate: 0.044, dividendYield: 0,
        volatility: volatility, exitRate: 0.05, exerciseMultiple: 2.2
      ).price
      #expect(abs(price / (limit * exponential(0.05 * time)) - 1) < 0.01)
      #expect(price <= 42.5)
    }
  }
}
