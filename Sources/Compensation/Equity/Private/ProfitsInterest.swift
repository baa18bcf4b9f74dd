/// A share of a partnership's growth above a threshold.
///
///     ProfitsInterest(share: 0.01, threshold: 50_000_000, volatility: 0.5, years: 5, rate: 0.04)
///       .value(ofEquity: 50_000_000)    // 240,791
///
/// Worth its part of a call on all equity at the threshold; no catch-up. Money, volatility of the whole equity, continuous
/// rate. Reference: AICPA practice for such interests, priced by Black-Scholes.
public struct ProfitsInterest: Sendable, Equatable {
  /// Ratio from 0 to 1.
  public let share: Double
  public let threshold: Double
  public let volatility: Double
  public let years: Double
  public let rate: Double

  public init(share: Double, threshold: Double, volatility: Double, years: Double, rate: Double) {
    self.share = share
    self.threshold = threshold
    self.volatility = volatility
    self.years = years
    self.rate = rate
  }

  /// Present value in money.
  public func value(ofEquity equity: Double) -> Double {
    let call = BlackScholes(
      .call, spot: equity, strike: threshold, years: years, rate: rate, dividendYield: 0, volatility: volatility)
    return share * call.price
  }
}
