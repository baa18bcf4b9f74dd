import Compensation
import Glibc
import Testing

@Suite("Waterfall, PWERM and OPM of one cap table agree where theory says so")
struct PrivateMethodsTests {
  private static let tables: [(name: String, table: CapTable)] = [
    (
      "not participating, two ranks",
      CapTable([
        ShareClass("common", .common, shares: 12e6),
        ShareClass("A", .nonparticipating(preference: 2.5), shares: 4e6, rank: 2),
        ShareClass("B", .nonparticipating(preference: 6.4), shares: 5e6, rank: 1),
      ])
    ),
    (
      "participating, capped and not, and options",
      CapTable([
        ShareClass("common", .common, shares: 10e6),
        ShareClass("A", .participating(preference: 1, cap: nil), shares: 3e6, rank: 1),
        ShareClass("B", .participating(preference: 4, cap: 12), shares: 4e6, rank: 1),
        ShareClass("pool", .option(strike: 1.5), shares: 2e6),
      ])
    ),
  ]

  @Test(
    "Over exits as a lognormal company has them, at the risk-free rate, the PWERM is worth what the OPM says",
    arguments: tables.indices)
  func pwermAndOptions(_ index: Int) {
    let table = Self.tables[index].table
    let (equity, volatility, years, rate) = (60e6, 0.6, 4.0, 0.04)
    let method = OptionPricingMethod(table, volatility: volatility, years: years, rate: rate)
    // A hundred thousand exits of equal odds, each the middle of its part of the distribution in the exponent.
    let count = 100_000
    let deviation = volatility * years.squareRoot()
    let steps = 12.0 / Double(count)
    var outcomes: [(probability: Double, equity: Double)] = []
    for number in 0..<count {
      let z = -6 + (Double(number) + 0.5) * steps
      outcomes.append(
        (
          probability: exp(-z * z / 2) / (2 * Double.pi).squareRoot() * steps,
          equity: equity * exp((rate - volatility * volatility / 2) * years + deviation * z)
        ))
    }
    let exits = ExitOutcomes(outcomes, years: years)
    // A share of common stock is an option on one at a strike of nothing.
    let common = method.values(ofEquity: equity)[0] / table.classes[0].shares
    #expect(abs(exits.value(ofOptions: 1, strike: 0, in: table, rate: rate) - common) < 1e-5 * common)
    // And the rate that explains each class's price by those exits is the risk-free one.
    for place in table.classes.indices {
      let price = method.values(ofEquity: equity)[place] / table.classes[place].shares
      #expect(abs((exits.rate(explaining: price, ofClass: place, in: table) ?? .nan) - rate) < 1e-5)
    }
  }

  @Test("At once, or without volatility, the OPM is the waterfall", arguments: tables.indices)
  func optionsAndWaterfall(_ index: Int) {
    let table = Self.tables[index].table
    for equity in [5e6, 40e6, 90e6, 400e6] {
      let paid = Waterfall(of: equity, in: table).payouts
      let atOnce = OptionPricingMethod(table, volatility: 0.6, years: 0, rate: 0.04).values(ofEquity: equity)
      let sure = OptionPricingMethod(table, volatility: 0, years: 3, rate: 0).values(ofEquity: equity)
      for place in paid.indices {
        #expect(abs(atOnce[place] - paid[place]) < 1e-3 && abs(sure[place] - paid[place]) < 1e-3)
      }
    }
  }

  @Test("One sure exit is the waterfall of it, brought to today: by hand")
  func oneExit() {
    let table = Self.tables[0].table
    // 100 million: 42 m of preferences are worth less than converting all: 100 / 21 = 4.76 is above 2.50, below 6.40.
    // B takes 32 m, and 68 m go to 16 m shares: 4.25 each.
    let exits = ExitOutcomes([(1, 100e6)], years: 3)
    let value = exits.value(ofOptions: 1_000, strike: 1.25, in: table, keep: 0.8, rate: 0.1)
    #expect(abs(value - 1_000 * (4.25 * 0.8 - 1.25) * exp(-0.3)) < 1e-9)
    // A quarter of it, and nothing otherwise.
    let odds = ExitOutcomes([(0.25, 100e6), (0.75, 0)], years: 3)
    #expect(abs(odds.value(ofOptions: 1_000, strike: 1.25, in: table, keep: 0.8, rate: 0.1) - value / 4) < 1e-9)
  }
}
