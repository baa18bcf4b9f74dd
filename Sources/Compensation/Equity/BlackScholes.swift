import Glibc
import Market

/// A European option under Black, Scholes and Merton: exercised at the end of its term or never.
///
///     BlackScholes(.call, spot: 60, strike: 65, years: 0.25, rate: 0.08, dividendYield: 0, volatility: 0.3)
///       .price    // 2.1334
///
/// Spot and strike are in money; the rest is a year: the rate and the dividend yield compound continuously (0.08 is
/// 8 %), volatility is the standard deviation of log returns. Without time, volatility, spot or strike nothing is left
/// to chance, and the price is the discounted gain. Pure: domains are the caller's to check.
///
/// Reference: Merton, "Theory of rational option pricing" (1973); Haug, The Complete Guide to Option Pricing Formulas
/// (1998), pp. 2-8, whose printed prices are tests.
public struct BlackScholes: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case call, put

    /// 1 for a call, -1 for a put: the formulas differ in this sign only.
    var sign: Double { self == .call ? 1 : -1 }
  }

  public let kind: Kind
  public let spot: Double
  public let strike: Double
  public let years: Double
  public let rate: Double
  public let dividendYield: Double
  public let volatility: Double

  public init(
    _ kind: Kind, spot: Double, strike: Double, years: Double, rate: Double, dividendYield: Double, volatility: Double
  ) {
    self.kind = kind
    self.spot = spot
    self.strike = strike
    self.years = years
    self.rate = rate
    self.dividendYield = dividendYield
    self.volatility = volatility
  }

  /// Present value in money; never below zero.
  public var price: Double {
    let sign = kind.sign
    let value =
      sign
      * (forwardValue * StandardNormal.probability(below: sign * d1)
        - strikeValue * StandardNormal.probability(below: sign * d2))
    return max(0, value)
  }

  /// What the share is worth today if it is delivered at the end: spot x e^(-qT).
  var forwardValue: Double { spot * exp(-dividendYield * years) }

  /// What the strike is worth today if it is paid at the end: strike x e^(-rT).
  var strikeValue: Double { strike * exp(-rate * years) }

  /// Standard deviation of the log price over the term.
  var deviation: Double { volatility * years.squareRoot() }

  /// How far the forward lies above the strike, in standard deviations, half a deviation added: infinite where the
  /// outcome is certain, 0 where a certain outcome is exactly at the strike.
  var d1: Double { moneyness + deviation / 2 }

  var d2: Double { moneyness - deviation / 2 }

  private var moneyness: Double {
    if forwardValue == strikeValue { return 0 }
    // Covers a spot or a strike of zero, whose logarithm does not exist, and a deviation of zero.
    if spot == 0 { return -.infinity }
    if strike == 0 { return .infinity }
    return log(forwardValue / strikeValue) / deviation
  }
}
