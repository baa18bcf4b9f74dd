import Glibc

/// What people in a job earn: a curve through published percentiles.
///
/// Works in (z, ln pay), z being the standard normal quantile of the percentile, so that a log-normal is a
/// straight line. Between points: monotone cubic interpolation (Fritsch and Carlson 1980, with the PCHIP slopes
/// of Fritsch and Butland 1984). Beyond them: a line with the slope of the last secant that rises, at least half
/// the slope between P25 and P75. Published points come back exactly; ``quantile(_:)`` and ``rank(of:)`` are
/// inverses except on an atom, where neighbouring percentiles are equal.
///
///     let pay = PayDistribution(points: [.init(probability: 0.25, pay: 167_420), ...])!
///     pay.quantile(0.5)        // 203,340
///     pay.rank(of: 200_000)    // 0.466
public struct PayDistribution: Sendable, Equatable {
  /// A rank, with both ends where the pay is an atom of the distribution.
  public struct Rank: Sendable, Equatable {
    public let low: Double
    public let high: Double
    /// The middle of the interval: the share of the market that earns less.
    public var middle: Double { (low + high) / 2 }
  }

  /// Rising in probability and not falling in pay.
  public let points: [PercentilePoint]
  let z: [Double]
  let y: [Double]
  let slopes: [Double]
  let lowerSlope: Double
  let upperSlope: Double

  /// A distribution from at least two points; nil when there are fewer, or a pay is not positive.
  ///
  /// Points may come in any order. Where shifting left a percentile below the one before it, it is raised to it.
  public init?(points: [PercentilePoint]) {
    var sorted = points.sorted { $0.probability < $1.probability }
    guard sorted.count >= 2, sorted.allSatisfy(\.isUsable) else { return nil }
    for index in 1..<sorted.count where sorted[index].pay < sorted[index - 1].pay {
      sorted[index].pay = sorted[index - 1].pay
    }
    self.points = sorted
    z = sorted.map { StandardNormal.quantile($0.probability) }
    y = sorted.map { log($0.pay) }
    slopes = MonotoneCubic.slopes(x: z, y: y)
    let secants = MonotoneCubic.secants(x: z, y: y)
    let floor = PayDistribution.middleSlope(z: z, y: y) / 2
    lowerSlope = max(secants.first { $0 > 0 } ?? 0, floor)
    upperSlope = max(secants.last { $0 > 0 } ?? 0, floor)
  }

  /// A log-normal from its median and log standard deviation, for a source that gives one point.
  public static func logNormal(median: Double, logSD: Double) -> PayDistribution? {
    PayDistribution(
      points: PercentilePoint.published.map {
        PercentilePoint(probability: $0, pay: median * exp(logSD * StandardNormal.quantile($0)))
      })
  }

  /// Pay below which a share `p` of the market earns, 0 < p < 1.
  public func quantile(_ p: Double) -> Double {
    if let exact = points.first(where: { $0.probability == p }) { return exact.pay }
    let position = StandardNormal.quantile(p)
    let next = z.firstIndex { $0 > position } ?? z.count
    // Never past the figures on both sides: the rounding of logarithms must not turn the order of two percentiles.
    let low = next > 0 ? points[next - 1].pay : 0
    let high = next < points.count ? points[next].pay : .infinity
    return min(high, max(low, exp(logPay(atZ: position))))
  }

  /// Whether the figures of the source reach a percentile: between the lowest and the highest that it gives.
  ///
  /// Beyond them the curve goes on by our rule, to place an offer on it; what it says there is no published figure.
  public func reaches(_ p: Double) -> Bool {
    let given = points.filter { $0.reading != .extended }
    guard let first = given.first, let last = given.last else { return false }
    return first.probability <= p && p <= last.probability
  }

  /// The pay at a percentile that the figures of the source reach; nil beyond them.
  ///
  ///     pay.figure(0.9)    // nil where P75 is the highest that is given
  public func figure(_ p: Double) -> Double? { reaches(p) ? quantile(p) : nil }

  /// Whether the pay at a percentile is no more than a lower bound: at a top code, between one and its neighbour, or
  /// beyond one at the end.
  ///
  ///     pay.isLowerBound(at: 0.8)    // true where P75 is a top code
  public func isLowerBound(at p: Double) -> Bool {
    if let exact = points.first(where: { $0.probability == p }) { return exact.reading == .atLeast }
    let below = points.last { $0.probability < p }
    let above = points.first { $0.probability > p }
    return above.map { $0.reading == .atLeast } ?? (below?.reading == .atLeast)
  }

  /// The percentiles that surveys publish and this one's figures do not reach: `[0.9]`.
  public var unreached: [Double] { PercentilePoint.published.filter { !reaches($0) } }

  /// P50.
  public var median: Double { quantile(0.5) }

  /// The share of the market that earns less than `pay`, with both ends at an atom.
  public func rank(of pay: Double) -> Rank {
    guard pay > 0 else { return Rank(low: 0, high: 0) }
    let target = log(pay)
    if let first = points.firstIndex(where: { abs($0.pay - pay) <= 1e-9 * pay }),
      let last = points.lastIndex(where: { abs($0.pay - pay) <= 1e-9 * pay })
    {
      return Rank(low: points[first].probability, high: points[last].probability)
    }
    let position = zPosition(ofLogPay: target)
    let probability = StandardNormal.probability(below: position)
    return Rank(low: probability, high: probability)
  }

  /// Log standard deviation of the middle half: ln(P75/P25) / 1.349.
  public var logSD: Double { PayDistribution.middleSlope(z: z, y: y) }

  /// Every pay multiplied by a factor: ageing, a place, an industry.
  public func scaled(by factor: Double) -> PayDistribution {
    mapped { point in point.pay * factor }
  }

  /// Deviations from the median multiplied by `factor` in logs: a role is narrower than its occupation.
  public func spreadScaled(by factor: Double) -> PayDistribution {
    let middle = median
    return mapped { point in middle * exp(factor * log(point.pay / middle)) }
  }

  private func mapped(_ transform: (PercentilePoint) -> Double) -> PayDistribution {
    let moved = points.map {
      PercentilePoint(probability: $0.probability, pay: transform($0), reading: $0.reading)
    }
    return PayDistribution(points: moved) ?? self
  }

  private func logPay(atZ position: Double) -> Double {
    let last = z.count - 1
    if position <= z[0] { return y[0] + lowerSlope * (position - z[0]) }
    if position >= z[last] { return y[last] + upperSlope * (position - z[last]) }
    let index = (z.firstIndex { $0 > position } ?? last) - 1
    return MonotoneCubic.value(
      at: position, x0: z[index], x1: z[index + 1], y0: y[index], y1: y[index + 1], d0: slopes[index],
      d1: slopes[index + 1])
  }

  private func zPosition(ofLogPay target: Double) -> Double {
    let last = y.count - 1
    if target <= y[0] { return lowerSlope > 0 ? z[0] + (target - y[0]) / lowerSlope : -.infinity }
    if target >= y[last] { return upperSlope > 0 ? z[last] + (target - y[last]) / upperSlope : .infinity }
    let index = (y.firstIndex { $0 > target } ?? last) - 1
    return MonotoneCubic.position(
      of: target, x0: z[index], x1: z[index + 1], y0: y[index], y1: y[index + 1], d0: slopes[index],
      d1: slopes[index + 1])
  }

  /// Slope between P25 and P75 where both are known, else over the whole range.
  private static func middleSlope(z: [Double], y: [Double]) -> Double {
    let lower = StandardNormal.quantile(0.25)
    let upper = StandardNormal.quantile(0.75)
    let first = z.firstIndex { abs($0 - lower) < 1e-12 } ?? 0
    let last = z.lastIndex { abs($0 - upper) < 1e-12 } ?? z.count - 1
    guard last > first else { return 0 }
    return (y[last] - y[first]) / (z[last] - z[first])
  }
}
