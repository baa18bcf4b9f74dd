import Glibc

/// How much someone dislikes risk: constant relative risk aversion, u = W^(1-gamma)/(1-gamma), ln W at gamma 1.
///
///     let risk = RiskAversion(gamma: 2)
///     risk.certainEquivalent(of: [(0.5, 0), (0.5, 50_000)], wealth: 100_000)    // 20,000 for a mean of 25,000
///
/// 0 is neutral, 2 usual, 3 cautious.
public struct RiskAversion: Sendable, Equatable {
  public let gamma: Double

  public init(gamma: Double) { self.gamma = gamma }

  /// u(W), up to a constant: (W^(1-gamma) - 1)/(1-gamma), which passes smoothly through the logarithm.
  ///
  /// Minus infinity for nothing at all when gamma is 1 or more.
  public func utility(_ wealth: Double) -> Double {
    let power = 1 - gamma
    if power == 0 { return log(wealth) }
    // The usual dislike of risk needs no powers, and simulations ask for many utilities.
    if power == -1 { return 1 - 1 / wealth }
    if wealth == 0 { return power > 0 ? -1 / power : -.infinity }
    return expm1(power * log(wealth)) / power
  }

  /// The wealth that has this utility.
  public func wealth(atUtility utility: Double) -> Double {
    let power = 1 - gamma
    if power == 0 { return exp(utility) }
    return exp(log1p(max(-1, power * utility)) / power)
  }

  /// The sure gain as good as an uncertain one, with `wealth` beside it; never above the mean of the gains.
  ///
  /// Outcomes are odds and gains; odds count as parts of their sum. Wealth with each gain must not be below 0.
  public func certainEquivalent(of outcomes: [(probability: Double, gain: Double)], wealth: Double) -> Double {
    let possible = outcomes.filter { $0.probability > 0 }
    // Measured by the smallest, or by the largest where the smallest is nothing, so that powers keep their digits.
    let totals = possible.map { wealth + $0.gain }
    guard let least = totals.min(), let most = totals.max(), most > 0 else { return -wealth }
    let unit = least > 0 ? least : most
    let odds = possible.reduce(0) { $0 + $1.probability }
    let mean = zip(possible, totals).reduce(0) { $0 + $1.0.probability / odds * utility($1.1 / unit) }
    return unit * self.wealth(atUtility: mean) - wealth
  }
}
