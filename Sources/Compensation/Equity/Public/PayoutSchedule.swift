/// How many shares a performance award pays by the company's rank among its peers.
///
///     let schedule = PayoutSchedule([(25, 0.5), (50, 1), (75, 2)])
///     schedule?.multiple(atPercentile: 60)    // 1.4
///     schedule?.multiple(atPercentile: 24)    // 0
///
/// Between two points the multiple of target is linear; from the last on it stays; below the first another one holds, none
/// unless stated.
public struct PayoutSchedule: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    /// Percent of peers beaten, from 0 to 100.
    public let percentile: Double
    /// Of the target number of shares: 1 is target.
    public let multiple: Double
  }

  public let points: [Point]
  /// Below the first point.
  public let floor: Double

  /// Nil without a point, and where percentiles do not increase.
  public init?(_ points: [(percentile: Double, multiple: Double)], floor: Double = 0) {
    guard !points.isEmpty, zip(points, points.dropFirst()).allSatisfy({ $0.percentile < $1.percentile }) else {
      return nil
    }
    self.points = points.map { Point(percentile: $0.percentile, multiple: $0.multiple) }
    self.floor = floor
  }

  public func multiple(atPercentile percentile: Double) -> Double {
    guard let above = points.firstIndex(where: { $0.percentile > percentile }) else {
      return points[points.count - 1].multiple
    }
    guard above > 0 else { return floor }
    let (low, high) = (points[above - 1], points[above])
    let part = (percentile - low.percentile) / (high.percentile - low.percentile)
    return low.multiple + part * (high.multiple - low.multiple)
  }
}
