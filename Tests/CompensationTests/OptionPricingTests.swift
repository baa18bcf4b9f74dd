import Compensation
import Foundation
import Testing

@Suite("What an option is worth")
struct OptionPricingTests {
  /// Options in and out of the money, with and without dividends, with negative rates, short and long.
  static let options: [BlackScholes] = BlackScholes.Kind.allCases.flatMap { kind in
    [
      BlackScholes(kind, spot: 50, strike: 50, years: 6, rate: 0.045, dividendYield: 0.01, volatility: 0.4),
      BlackScholes(kind, spot: 12.5, strike: 20, years: 7, rate: 0.039, dividendYield: 0, volatility: 0.8),
      BlackScholes(kind, spot: 120, strike: 100, years: 0.25, rate: -0.005, dividendYield: 0.03, volatility: 0.15),
    ]
  }

  // Haug, The Complete Guide to Option Pricing Formulas (1998), as the QuantLib tests list it.
  @Test(
    "It is worth what books print",
    arguments: [
      (BlackScholes(.call, spot: 60, strike: 65, years: 0.25, rate: 0.08, dividendYield: 0, volatility: 0.3), 2.1334),
      (BlackScholes(.put, spot: 100, strike: 95, years: 0.5, rate: 0.1, dividendYield: 0.05, volatility: 0.2), 2.4648),
      (BlackScholes(.put, spot: 19, strike: 19, years: 0.75, rate: 0.1, dividendYield: 0.1, volatility: 0.28), 1.7011),
    ])
  func published(option: BlackScholes, price: Double) {
    #expect(abs(option.price - price) < 0.0001)
  }

  @Test("FASB Statement 123 (1995) prints 17.15 for its illustrative option")
  func statement123() {
    let option = BlackScholes(
      .call, spot: 50, strike: 50, years: 6, rate: 0.075, dividendYield: 0.025, volatility: 0.3)
    #expect(abs(option.price - 17.15) < 0.005)
  }

  @Test("A call less a put is a share less its strike, both brought to today", arguments: options)
  func parity(option: BlackScholes) {
    let call = option.with(.call).price
    let put = option.with(.put).price
    let forward =
      option.spot * exp(-option.dividendYield * option.years) - option.strike * exp(-option.rate * option.years)
    #expect(abs(call - put - forward) < 1e-10)
  }

  @Test("Each greek is the slope of the price", arguments: options)
  func slopes(option: BlackScholes) {
    func slope(_ step: Double, _ change: (Double) -> BlackScholes) -> Double {
      (change(step).price - change(-step).price) / (2 * step)
    }
    let greeks = option.greeks
    let kind = option.kind
    #expect(abs(greeks.delta - slope(1e-4) { option.with(kind, spot: $0) }) < 1e-7)
    #expect(abs(greeks.vega - slope(1e-5) { option.with(kind, volatility: $0) }) < 1e-5)
    #expect(abs(greeks.theta + slope(1e-5) { option.with(kind, years: $0) }) < 1e-5)
    #expect(abs(greeks.rho - slope(1e-5) { option.with(kind, rate: $0) }) < 1e-5)
    #expect(abs(greeks.dividendRho - slope(1e-5) { option.with(kind, dividendYield: $0) }) < 1e-5)
    let bend = (option.with(kind, spot: 0.01).greeks.delta - option.with(kind, spot: -0.01).greeks.delta) / 0.02
    #expect(abs(greeks.gamma - bend) < 1e-6)
  }

  @Test("Without chance it is worth its gain brought to today, and answers to nothing but that", arguments: [0, 0.3])
  func certain(volatility: Double) {
    // No time, or no volatility.
    let years = volatility == 0 ? 2.0 : 0
    let option = BlackScholes(
      .call, spot: 50, strike: 40, years: years, rate: 0.05, dividendYield: 0.02, volatility: volatility)
    let share = exp(-0.02 * years)
    #expect(abs(option.price - (50 * share - 40 * exp(-0.05 * years))) < 1e-12)
    #expect(option.with(.put).price == 0)
    #expect(option.greeks.delta == share)
    #expect(option.greeks.gamma == 0 && option.greeks.vega == 0)
    #expect(option.with(.put).greeks.theta == 0)
  }

  @Test("Nothing to buy, or nothing to pay, needs no formula")
  func nothing() {
    func price(_ kind: BlackScholes.Kind, _ spot: Double, _ strike: Double) -> Double {
      BlackScholes(kind, spot: spot, strike: strike, years: 5, rate: 0.05, dividendYield: 0.03, volatility: 0.6).price
    }
    #expect(price(.call, 0, 30) == 0)
    #expect(abs(price(.put, 0, 30) - 30 * exp(-0.25)) < 1e-12)
    #expect(abs(price(.call, 40, 0) - 40 * exp(-0.15)) < 1e-12)
    #expect(price(.put, 40, 0) == 0)
    #expect(price(.call, 0, 0) == 0 && price(.put, 0, 0) == 0)
  }

  @Test("Four yearly tranches and ten years are expected to last 6.25, as SAB 107 says")
  func expectedTerm() {
    let years = ExpectedTerm.simplified(
      vestingYears: [1, 2, 3, 4], shares: [0.25, 0.25, 0.25, 0.25], contractualYears: 10)
    #expect(years == 6.25)
  }

  @Test("Entity T expects 821,406 options to vest and books them whole")
  func forfeiture() {
    // FASB Statement 123(R), paragraph A91.
    let grant = ForfeitureEstimate(options: 900_000, annualRate: 0.03, vestingYears: 3)
    #expect(grant.expectedToVest == 821_406)
    #expect(abs(grant.compensationCost(fairValue: 14.69) - 12_066_454.14) < 0.01)
    #expect(ForfeitureEstimate(options: 10, annualRate: 1, vestingYears: 3).expectedToVest == 0)
  }
}

extension BlackScholes {
  /// The same option with another kind and each input moved by so much.
  fileprivate func with(
    _ kind: Kind, spot: Double = 0, years: Double = 0, rate: Double = 0, dividendYield: Double = 0,
    volatility: Double = 0
  ) -> BlackScholes {
    BlackScholes(
      kind, spot: self.spot + spot, strike: strike, years: self.years + years, rate: self.rate + rate,
      dividendYield: self.dividendYield + dividendYield, volatility: self.volatility + volatility)
  }
}
