import Glibc
import Market

/// How an option's price answers to a change of each input.
///
///     BlackScholes(.call, spot: 50, strike: 50, years: 6, rate: 0.045, dividendYield: 0.01, volatility: 0.4)
///       .greeks.delta    // 0.7151
///
/// Units: per 1 of money for delta and gamma; per 1.00 of volatility, rate or yield (not per 1 %); theta per year.
/// Where an option whose outcome is certain stands exactly at its strike the price has a kink, and gamma or theta is
/// infinite or not a number.
///
/// Reference: Haug (1998), chapter 1; the digits of the tests are QuantLib's.
public struct Greeks: Sendable, Equatable {
  /// dV/dS.
  public let delta: Double
  /// d2V/dS2.
  public let gamma: Double
  /// dV/d volatility.
  public let vega: Double
  /// -dV/dT: what a year less costs, usually negative.
  public let theta: Double
  /// dV/dr.
  public let rho: Double
  /// dV/dq.
  public let dividendRho: Double
}

extension BlackScholes {
  /// All of them, from the closed formulas.
  public var greeks: Greeks {
    let sign = kind.sign
    let share = StandardNormal.probability(below: sign * d1)
    let pay = StandardNormal.probability(below: sign * d2)
    let density = StandardNormal.density(d1)
    let decay = exp(-dividendYield * years)
    return Greeks(
      delta: sign * decay * share,
      gamma: quotient(decay * density, by: spot * deviation),
      vega: forwardValue * density * years.squareRoot(),
      theta: -quotient(forwardValue * density * volatility, by: 2 * years.squareRoot())
        + sign * (dividendYield * forwardValue * share - rate * strikeValue * pay),
      rho: sign * years * strikeValue * pay,
      dividendRho: -sign * years * forwardValue * share)
  }

  /// Nothing over nothing is nothing here: without chance the density vanishes faster than what it is divided by.
  private func quotient(_ top: Double, by bottom: Double) -> Double { top == 0 ? 0 : top / bottom }
}
