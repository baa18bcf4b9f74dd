import Glibc
import Market

/// The logarithm of a share price, which drifts and spreads evenly, and when it first climbs to a barrier.
///
///     let motion = DriftingLogPrice(drift: 0.005, volatility: 0.3)
///     motion.discountedPassage(distance: 0.5, years: 7, rate: 0.08)    // 0.4428
///
/// The drift is a year's, of the logarithm: r - q - vol^2/2 under a pricing measure. Volatility is above 0.
///
/// Reference: Reiner and Rubinstein, "Breaking down the barriers", Risk 4 (1991); Haug, The Complete Guide to Option
/// Pricing Formulas, section on single barriers.
struct DriftingLogPrice {
  let drift: Double
  let volatility: Double

  /// E[e^(-a tau); tau <= t], tau the first time the logarithm has climbed by `distance` (above 0): what 1 paid then is
  /// worth. Nil where a is so far below zero that the formula needs complex numbers.
  func discountedPassage(distance: Double, years: Double, rate: Double) -> Double? {
    guard years > 0 else { return 0 }
    let variance = volatility * volatility
    let square = drift * drift + 2 * rate * variance
    guard square >= 0 else { return nil }
    let speed = square.squareRoot()
    let deviation = volatility * years.squareRoot()
    return Self.scaled(distance * (drift - speed) / variance, below: (speed * years - distance) / deviation)
      + Self.scaled(distance * (drift + speed) / variance, below: (-speed * years - distance) / deviation)
  }

  /// E[(S_t - K)+; the price stayed below the barrier until t], not discounted. Barrier above spot.
  func upAndOutGain(spot: Double, strike: Double, barrier: Double, years: Double) -> Double {
    guard barrier > strike else { return 0 }
    guard years > 0 else { return max(0, spot - strike) }
    let top = log(barrier / spot)
    let reflection = 2 * top
    let straight = gainBelow(top, spot: spot, strike: strike, start: 0, exponent: 0, years: years)
    // Paths that touched the barrier and came back are as many as those of a walk that began at its mirror image.
    let touched = gainBelow(
      top, spot: spot, strike: strike, start: reflection,
      exponent: drift * reflection / (volatility * volatility), years: years)
    return max(0, straight - touched)
  }

  /// e^exponent E[(S_t - K); K < S_t < barrier] of a walk that begins at spot x e^start.
  private func gainBelow(
    _ top: Double, spot: Double, strike: Double, start: Double, exponent: Double, years: Double
  ) -> Double {
    let variance = volatility * volatility * years
    let deviation = variance.squareRoot()
    let mean = start + drift * years
    let bottom = strike > 0 ? log(strike / spot) : -.infinity
    // Tails are taken on the side where they are small, so that their difference keeps its digits.
    func between(_ exponent: Double, _ mean: Double) -> Double {
      let (low, high) = ((bottom - mean) / deviation, (top - mean) / deviation)
      return low > 0
        ? Self.scaled(exponent, below: -low) - Self.scaled(exponent, below: -high)
        : Self.scaled(exponent, below: high) - Self.scaled(exponent, below: low)
    }
    let shares = spot * between(exponent + mean + variance / 2, mean + variance)
    return strike > 0 ? shares - strike * between(exponent, mean) : shares
  }

  /// e^exponent Phi(z), where the first may overflow though the product does not.
  static func scaled(_ exponent: Double, below z: Double) -> Double {
    if z > -34 { return exp(exponent) * StandardNormal.probability(below: z) }
    if z == -.infinity { return 0 }
    // Mills' ratio: Phi(z) = density(z)/|z| (1 - 1/z^2 + 3/z^4 - ...).
    let square = z * z
    let series = 1 - 1 / square + 3 / (square * square)
    return exp(exponent - square / 2 - log(-z) - log(2 * Double.pi) / 2) * series
  }
}
