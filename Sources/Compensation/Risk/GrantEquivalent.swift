import Glibc

/// What a grant of shares or options is worth to someone who cannot sell it and already holds cash and shares.
///
///     GrantEquivalent(
///       kind: .option(strike: 30), units: 50_000, sharePrice: 30, volatility: 0.3, beta: 1, marketPremium: 0.065,
///       riskFreeRate: 0.06, years: 10, cash: 2_500_000, sharesHeld: 83_333.33, risk: RiskAversion(gamma: 2)
///     ).perUnit    // 9.48; it costs the company 16.55
///
/// V solves E u((cash + V)(1+rf)^T + shares P_T) = E u(cash (1+rf)^T + shares P_T + gain). The share's logarithm is normal
/// with mean ln P + (mu - vol^2/2) T, mu = ln(1 + rf + beta premium): the rate and the premium are effective, a year. No
/// dividends. As cash earns the risk-free rate alone, V may exceed the market's price for someone who holds no shares.
///
/// Reference: Hall and Murphy, "Stock options for undiversified executives", Journal of Accounting and Economics 33
/// (2002).
public struct GrantEquivalent: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case stock
    case option(strike: Double)
  }

  public let kind: Kind
  public let units: Double
  public let sharePrice: Double
  public let volatility: Double
  public let beta: Double
  public let marketPremium: Double
  public let riskFreeRate: Double
  public let years: Double
  /// Wealth that earns the risk-free rate.
  public let cash: Double
  public let sharesHeld: Double
  public let risk: RiskAversion

  public init(
    kind: Kind, units: Double, sharePrice: Double, volatility: Double, beta: Double, marketPremium: Double,
    riskFreeRate: Double, years: Double, cash: Double, sharesHeld: Double, risk: RiskAversion
  ) {
    self.kind = kind
    self.units = units
    self.sharePrice = sharePrice
    self.volatility = volatility
    self.beta = beta
    self.marketPremium = marketPremium
    self.riskFreeRate = riskFreeRate
    self.years = years
    self.cash = cash
    self.sharesHeld = sharesHeld
    self.risk = risk
  }

  /// V per unit, in money of today.
  public var perUnit: Double { total / units }

  /// V for the whole grant.
  public var total: Double {
    let growth = pow(1 + riskFreeRate, years)
    // One unit of money for both sides, near what there will be, so that powers keep their digits.
    let unit = cash * growth + (sharesHeld + units) * sharePrice
    func meanUtility(_ wealth: (Double) -> Double) -> Double {
      prices.reduce(0) { $0 + $1.weight * risk.utility(wealth($1.price) / unit) }
    }
    let granted = meanUtility { cash * growth + sharesHeld * $0 + units * gain(at: $0) }
    // Having nothing in some state is infinitely bad with the grant too: then no sum is too small.
    guard granted > -.infinity else { return 0 }
    // The highest gain of all bounds it from above.
    let top = (prices.map { units * gain(at: $0.price) }.max() ?? 0) / growth
    return Bisection.root(from: 0, to: top) { sum in
      meanUtility { (cash + sum) * growth + sharesHeld * $0 } - granted
    }
  }

  private func gain(at price: Double) -> Double {
    switch kind {
    case .stock: price
    case .option(let strike): max(0, price - strike)
    }
  }

  /// Prices at the end with their weights: nodes of a quadrature that has an edge at the strike.
  private var prices: [(price: Double, weight: Double)] {
    let growth = log(1 + riskFreeRate + beta * marketPremium)
    let deviation = volatility * years.squareRoot()
    let mean = log(sharePrice) + (growth - volatility * volatility / 2) * years
    if deviation == 0 || sharePrice == 0 { return [(sharePrice == 0 ? 0 : exp(mean), 1)] }
    // The price's own size moves the weight up; dislike of risk moves it down.
    let top = 9 + deviation
    let bottom = -9 - min(40, max(0, risk.gamma - 1) * deviation)
    var edges = [bottom, top]
    if case .option(let strike) = kind, strike > 0 {
      let kink = (log(strike) - mean) / deviation
      if kink > bottom && kink < top { edges.insert(kink, at: 1) }
    }
    return zip(edges, edges.dropFirst()).flatMap { low, high in
      Quadrature.normalNodes(from: low, to: high).map { (exp(mean + deviation * $0.z), $0.weight) }
    }
  }
}
