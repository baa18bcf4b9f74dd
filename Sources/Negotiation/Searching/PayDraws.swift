import Glibc
import Market

/// What the next offer of a search may pay: log-normal, or one of a list of amounts.
///
///     PayDraws.logNormal(logMean: 2.9757, logSD: 0.2).expectedExcess(over: 26.49)
///     PayDraws.betaBinomial(n: 50, a: 200, b: 100, from: 10, to: 60)
///
/// Amounts are in any period, as long as everything they meet shares it.
public enum PayDraws: Sendable {
  /// The logarithm of pay has this mean and standard deviation; with a deviation of 0 every offer pays e^mean.
  case logNormal(logMean: Double, logSD: Double)
  /// Amounts in ascending order, with probabilities that add up to 1.
  case list([Draw])

  public struct Draw: Sendable, Equatable {
    public let pay: Double
    public let probability: Double

    public init(pay: Double, probability: Double) {
      self.pay = pay
      self.probability = probability
    }
  }

  /// n + 1 equally spaced amounts, the ends included, with beta-binomial probabilities:
  /// C(n, k) B(k + a, n - k + b) / B(a, b).
  ///
  /// `n` from 0, `a` and `b` above 0. Reference: the QuantEcon lectures on job search, whose default it is.
  public static func betaBinomial(n: Int, a: Double, b: Double, from low: Double, to high: Double) -> PayDraws {
    // Neighbouring probabilities have a simple ratio; in logarithms nothing overflows.
    var logs = [0.0]
    for k in 0..<max(0, n) {
      let (done, left) = (Double(k), Double(n - k))
      logs.append((logs.last ?? 0) + log(left * (done + a)) - log((done + 1) * (left - 1 + b)))
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    return .list(
      weights.enumerated().map { k, weight in
        let pay = n > 0 ? low + (high - low) * Double(k) / Double(n) : low
        return Draw(pay: pay, probability: weight / total)
      })
  }

  /// Mean pay.
  public var mean: Double {
    switch self {
    case .logNormal(let mean, let deviation): exp(mean + deviation * deviation / 2)
    case .list(let draws): draws.reduce(0) { $0 + $1.pay * $1.probability }
    }
  }

  /// E[(w - R)+]: what an offer pays above R, on average, those below it counting nothing.
  ///
  /// For the log-normal the closed form of a call that is not discounted.
  public func expectedExcess(over pay: Double) -> Double {
    switch self {
    case .list(let draws): return draws.reduce(0) { $0 + max($1.pay - pay, 0) * $1.probability }
    case .logNormal(let logMean, let deviation):
      if pay <= 0 { return mean - pay }
      if deviation == 0 { return max(exp(logMean) - pay, 0) }
      let d2 = (logMean - log(pay)) / deviation
      return max(
        0,
        mean * StandardNormal.probability(below: d2 + deviation) - pay * StandardNormal.probability(below: d2))
    }
  }

  /// An amount that no offer exceeds by a share that matters: more than 12 standard deviations up, or the last of the
  /// list.
  var top: Double {
    switch self {
    case .logNormal(let mean, let deviation): exp(mean + 12 * deviation + deviation * deviation)
    case .list(let draws): draws.last?.pay ?? 0
    }
  }
}
