import Glibc

/// Wealth too much of which is in one share: what that share is worth to its holder, who could spread the money instead.
///
///     ConcentratedHolding(weight: 0.25, beta: 1.2, volatility: 0.45, marketVolatility: 0.16, marketPremium: 0.05)
///       .privateToMarketRatio(years: 4)    // 0.8676
///
/// The weight is the share's part of wealth, from 0 to 1; the rest is in the market. The holder asks for the market's
/// reward for risk on the whole. Volatilities and the premium are a year's, continuous.
///
/// Reference: Meulbroek, "The efficiency of equity-linked compensation: understanding the full cost of awarding executive
/// stock options", Financial Management 30 (2001).
public struct ConcentratedHolding: Sendable, Equatable {
  public let weight: Double
  public let beta: Double
  public let volatility: Double
  public let marketVolatility: Double
  public let marketPremium: Double

  public init(weight: Double, beta: Double, volatility: Double, marketVolatility: Double, marketPremium: Double) {
    self.weight = weight
    self.beta = beta
    self.volatility = volatility
    self.marketVolatility = marketVolatility
    self.marketPremium = marketPremium
  }

  /// A year's volatility of all the wealth; nil where no such wealth can exist.
  public var volatilityOfWealth: Double? { relativeVolatilityOfWealth.map { $0 * marketVolatility } }

  /// Over the market's.
  private var relativeVolatilityOfWealth: Double? {
    let other = 1 - weight
    let relative = volatility / marketVolatility
    let square = other * other + 2 * weight * other * beta + weight * weight * relative * relative
    return square >= 0 ? square.squareRoot() : nil
  }

  /// Return above the risk-free rate that the holder needs from the share: (sigma_p/sigma_m - (1-w)) premium / w, sigma_p
  /// the volatility of all the wealth. Nil where no such wealth can exist: a beta far too low for the volatilities.
  public var requiredPremium: Double? {
    let other = 1 - weight
    let relative = volatility / marketVolatility
    guard let wealth = relativeVolatilityOfWealth else { return nil }
    // The same fraction without its vanishing numerator and denominator: beta at a weight of 0.
    let whole = wealth + other
    return marketPremium * (whole == 0 ? relative : (2 * other * beta + weight * relative * relative) / whole)
  }

  /// What a share that cannot be sold for so long is worth to the holder, as a share of its price:
  /// e^(-(required - beta premium) years).
  public func privateToMarketRatio(years: Double) -> Double? {
    requiredPremium.map { exp(-($0 - beta * marketPremium) * years) }
  }
}
