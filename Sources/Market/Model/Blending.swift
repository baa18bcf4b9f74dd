/// How several sources are made one: the rule, and what the user says of each source.
///
///     Blending(rule: .arithmetic, weights: ["acme-2026": 0.6, "bls-oews-2025-05": 0.4], premiums: ["acme-2026": -0.05])
public struct Blending: Sendable, Hashable {
  /// What is averaged at each percentile.
  public enum Rule: String, CaseIterable, Sendable {
    /// Logarithms of pay: a geometric mean.
    case log
    /// Pay itself: what survey analysts do.
    case arithmetic
  }

  public var rule: Rule
  /// Shares by data set that add up to 1; empty for weights that follow from each source's doubt.
  public var weights: [String: Double]
  /// What is added to a source's pay before it is blended, as a share: -0.05 is a discount of 5%.
  public var premiums: [String: Double]

  public init(rule: Rule = .log, weights: [String: Double] = [:], premiums: [String: Double] = [:]) {
    self.rule = rule
    self.weights = weights
    self.premiums = premiums
  }

  /// How far weights are from 100%, where that is more than rounding: 1.0 for 60% and 40.04%, nil for three thirds.
  public static func excess(of weights: some Sequence<Double>) -> Double? {
    let excess = weights.reduce(0, +) - 1
    return abs(excess) > 0.0005 ? excess : nil
  }

  /// How the blend is described beside its weights.
  var reference: String {
    (rule == .log ? "weighted quantile averaging in logs; " : "weighted mean of each percentile; ")
      + (weights.isEmpty ? "weights 1 / (s^2 + b^2)" : "your weights")
  }
}

extension Blend {
  /// The blend by a rule; nil when there is nothing to blend.
  ///
  /// A source with the whole weight is given back as it is. Where a part is a top code ("at least"), so is the blend.
  public static func average(
    _ parts: [(distribution: PayDistribution, weight: Double)], by rule: Blending.Rule
  ) -> PayDistribution? {
    let heavy = parts.filter { $0.weight > 0 }
    if heavy.count == 1 { return heavy[0].distribution }
    let plain = rule == .log ? logAverage(heavy) : mean(heavy)
    guard let blend = plain, heavy.contains(where: { $0.distribution.points.contains { $0.reading == .atLeast } })
    else {
      return plain
    }
    return PayDistribution(
      points: blend.points.map { point in
        // What no source gives is no top code either.
        let isCapped =
          point.reading != .extended && heavy.contains { $0.distribution.isLowerBound(at: point.probability) }
        return PercentilePoint(
          probability: point.probability, pay: point.pay, reading: isCapped ? .atLeast : point.reading)
      })
  }

  /// Q(p) = sum w Q(p): the arithmetic mean of each published percentile.
  private static func mean(_ parts: [(distribution: PayDistribution, weight: Double)]) -> PayDistribution? {
    guard !parts.isEmpty else { return nil }
    return PayDistribution(
      points: PercentilePoint.published.map { p in
        PercentilePoint(
          probability: p, pay: parts.reduce(0) { $0 + $1.weight * $1.distribution.quantile(p) },
          reading: reading(of: parts, at: p))
      })
  }
}
