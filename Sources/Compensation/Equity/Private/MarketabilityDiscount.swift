import Glibc
import Market

/// What a share loses by not being sold for some time, as a share of what it would fetch, from 0 to below 1.
///
/// Volatility is a year's, `years` the time until it can be sold, rates continuous. Not to be applied together with a
/// certainty equivalent, which counts the same risk.
public enum MarketabilityDiscount {
  /// The price of a put at today's price: protection against a fall. The upper variant.
  ///
  ///     MarketabilityDiscount.chaffe(volatility: 0.5, years: 1, rate: 0.04, dividendYield: 0)    // 0.1745
  ///
  /// Reference: Chaffe, "Option pricing as a proxy for discount for lack of marketability in private company
  /// valuations", Business Valuation Review 12 (1993).
  public static func chaffe(volatility: Double, years: Double, rate: Double, dividendYield: Double) -> Double {
    BlackScholes(
      .put, spot: 1, strike: 1, years: years, rate: rate, dividendYield: dividendYield, volatility: volatility
    ).price
  }

  /// A put on the average price until then; at most 32.3 %, however long and wild.
  ///
  ///     MarketabilityDiscount.finnerty(volatility: 0.5, years: 1, dividendYield: 0)    // 0.1124
  ///
  /// D = e^(-qT)(2 Phi(v/2) - 1), v^2 = w + ln(2(e^w - w - 1)) - 2 ln(e^w - 1), w = vol^2 T.
  /// Reference: Finnerty, "An average-strike put option model of the marketability discount", Journal of Derivatives 19
  /// (2012).
  public static func finnerty(volatility: Double, years: Double, dividendYield: Double) -> Double {
    let w = volatility * volatility * years
    // ln((e^w - 1)/w) twice against ln(2(e^w - w - 1)/w^2): the powers of w cancel.
    return discount(variance: w + logSecondOrder(w) - 2 * logFirstOrder(w), years, dividendYield)
  }

  /// The same with an average over forward prices, which has no such bound.
  ///
  ///     MarketabilityDiscount.ghaidarov(volatility: 0.5, years: 1, dividendYield: 0)    // 0.1160
  ///
  /// v^2 = ln(2(e^w - w - 1)) - 2 ln w. Reference: Ghaidarov, "Analysis and critique of the average strike put option
  /// marketability discount model" (2009).
  public static func ghaidarov(volatility: Double, years: Double, dividendYield: Double) -> Double {
    discount(variance: logSecondOrder(volatility * volatility * years), years, dividendYield)
  }

  private static func discount(variance: Double, _ years: Double, _ dividendYield: Double) -> Double {
    let half = max(0, variance).squareRoot() / 2
    // 2 Phi(v/2) - 1, without taking 1 from a number next to 1.
    return exp(-dividendYield * years) * erf(half / 2.0.squareRoot())
  }

  /// ln((e^w - 1)/w), 0 at 0.
  private static func logFirstOrder(_ w: Double) -> Double {
    if w == 0 { return 0 }
    return w > 30 ? w + log1p(-exp(-w)) - log(w) : log(expm1(w) / w)
  }

  /// ln(2(e^w - w - 1)/w^2), 0 at 0.
  private static func logSecondOrder(_ w: Double) -> Double {
    if w > 30 { return w + log(2) + log1p(-(w + 1) * exp(-w)) - 2 * log(w) }
    if w > 0.5 { return log(2 * (expm1(w) - w) / (w * w)) }
    // Near 0 the difference loses its digits: 2/3! w + 2/4! w^2 + ...
    var term = 1.0
    var sum = 0.0
    for power in 3...20 {
      term *= w / Double(power)
      sum += term
    }
    return log1p(sum)
  }
}
