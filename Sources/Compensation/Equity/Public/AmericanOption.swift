import Glibc

/// An option that may be exercised at any time, to four digits or more.
///
///     let terms = BlackScholes(.call, spot: 100, strike: 100, years: 3, rate: 0.07, dividendYield: 0.03, volatility: 0.3)
///     AmericanOption(terms).price    // 23.3484; the European one is worth 23.3007
///
/// A tree whose last step is Black-Scholes, so that the price moves smoothly with the number of steps and two trees can
/// be extrapolated to infinitely many.
///
/// Reference: Broadie and Detemple, "American option valuation: new bounds, approximations, and a comparison of existing
/// methods", Review of Financial Studies 9 (1996), method BBSR.
public struct AmericanOption: Sendable, Equatable {
  public let terms: BlackScholes

  /// More would take too long.
  private static let maximumSteps = 20_000.0

  public init(_ terms: BlackScholes) { self.terms = terms }

  /// Present value in money; nil where the drift outruns a volatility that is all but zero.
  public var price: Double? {
    let isCertain = terms.volatility == 0 || terms.years == 0 || terms.spot == 0 || terms.strike == 0
    if isCertain { return certainPrice }
    if isNeverEarly { return terms.price }
    let drift = (terms.rate - terms.dividendYield) / terms.volatility
    // The fewest steps whose ups and downs exceed the drift, in the smaller of the two trees.
    let needed = 2 * (drift * drift * terms.years + 1)
    guard needed <= Self.maximumSteps else { return nil }
    let steps = max(500, Int(needed / 2) + 1)
    guard let fine = smoothedPrice(steps: 2 * steps), let coarse = smoothedPrice(steps: steps) else { return nil }
    return max(2 * fine - coarse, terms.price, terms.gain(at: terms.spot))
  }

  /// Whether waiting costs nothing: a call that misses no dividends, a put whose strike earns no interest.
  private var isNeverEarly: Bool {
    switch terms.kind {
    case .call: terms.dividendYield <= 0 && terms.rate >= 0
    case .put: terms.rate <= 0 && terms.dividendYield >= 0
    }
  }

  /// A tree that ends a step early, on what Black-Scholes says of the last one.
  private func smoothedPrice(steps: Int) -> Double? {
    guard
      let tree = BinomialTree(
        spot: terms.spot, years: terms.years, rate: terms.rate, dividendYield: terms.dividendYield,
        volatility: terms.volatility, steps: steps)
    else { return nil }
    let gains = tree.figures(terms.gain)
    let last = stride(from: -(steps - 1), through: steps - 1, by: 2).map { ups in
      let price = tree.price(atNetUps: ups)
      let lastStep = BlackScholes(
        terms.kind, spot: price, strike: terms.strike, years: terms.years / Double(steps), rate: terms.rate,
        dividendYield: terms.dividendYield, volatility: terms.volatility)
      return max(lastStep.price, terms.gain(at: price))
    }
    return tree.presentValue(of: last, atStep: steps - 1) { step, nodes in gains.raise(nodes, step: step) }
  }

  /// Without chance, or with nothing to buy or to pay: now, at the end, or where the gain's growth turns,
  /// q S e^(-qt) = r K e^(-rt).
  private var certainPrice: Double {
    let turn =
      log(terms.rate * terms.strike / (terms.dividendYield * terms.spot)) / (terms.rate - terms.dividendYield)
    let moments = [0, terms.years] + (turn > 0 && turn < terms.years ? [turn] : [])
    return moments.map(terms.certainGain).max() ?? 0
  }
}
