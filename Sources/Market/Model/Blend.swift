import Glibc

/// Several sources made one distribution by weighted quantile averaging in logs: ln Q(p) = sum w ln Q(p).
///
/// Default weights are 1 / (s^2 + b^2): s the log standard error of the source's median, b a bias allowance by kind
/// of source, plus some for its age. With three or more sources none has more than the stated maximum.
public enum Blend {
  /// Weights that add up to 1.
  ///
  ///     Blend.weights(variances: [0.01, 0.01], maximum: 0.7)    // [0.5, 0.5]
  public static func weights(variances: [Double], maximum: Double) -> [Double] {
    let raw = variances.map { 1 / max($0, 1e-9) }
    let total = raw.reduce(0, +)
    var weights = raw.map { $0 / total }
    guard weights.count >= 3, let largest = weights.max(), largest > maximum,
      let index = weights.firstIndex(of: largest)
    else { return weights }
    let scale = (1 - maximum) / (1 - largest)
    weights = weights.map { $0 * scale }
    weights[index] = maximum
    return weights
  }

  /// A blend has a percentile where one of its sources gives it.
  static func reading(
    of parts: [(distribution: PayDistribution, weight: Double)], at p: Double
  ) -> PercentilePoint.Reading {
    parts.contains { $0.distribution.reaches(p) } ? .exact : .extended
  }

  /// The blend; nil when there is nothing to blend.
  public static func logAverage(_ parts: [(distribution: PayDistribution, weight: Double)]) -> PayDistribution? {
    guard let first = parts.first else { return nil }
    if parts.count == 1 { return first.distribution }
    return PayDistribution(
      points: PercentilePoint.published.map { p in
        let sum = parts.reduce(0) { $0 + $1.weight * log($1.distribution.quantile(p)) }
        return PercentilePoint(probability: p, pay: exp(sum), reading: reading(of: parts, at: p))
      })
  }
}
