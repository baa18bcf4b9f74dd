import Glibc

/// Turns independent normals into the path of a Brownian motion at set times, the first normals shaping most of it.
///
///     let paths = BrownianPaths(times: [1, 2, 3, 4])
///     paths.path(of: [1.2, -0.3, 0.8, 0.1])    // W at 1, 2, 3 and 4
///
/// Principal components: W = sum of sqrt(lambda_i) v_i z_i, eigenvalues of the covariance min(s, t) in descending order. The
/// first of four carries 83 % of the variance, which is what quasi-random draws are most even in.
///
/// Reference: Acworth, Broadie and Glasserman, "A comparison of some Monte Carlo and quasi Monte Carlo techniques for
/// option pricing" (1998); Glasserman, Monte Carlo Methods in Financial Engineering (2003), section 3.1.
public struct BrownianPaths: Sendable {
  /// Years, ascending, above 0.
  public let times: [Double]
  /// Part of the variance that each normal carries, in descending order; they add up to 1.
  public let variancePortions: [Double]
  /// weights[i][t]: what normal i adds to the path at time t.
  private let weights: [[Double]]

  public init(times: [Double]) {
    self.times = times
    let covariance = times.map { s in times.map { t in min(s, t) } }
    let pairs = SymmetricMatrix(covariance).eigenpairs.sorted { $0.value > $1.value }
    let total = pairs.reduce(0) { $0 + $1.value }
    variancePortions = pairs.map { $0.value / total }
    weights = pairs.map { pair in
      // Either sign is an eigenvector; the one that ends above 0, so that a high normal means a high price.
      let sign = (pair.vector.last ?? 0) < 0 ? -1.0 : 1
      return pair.vector.map { sign * $0 * max(0, pair.value).squareRoot() }
    }
  }

  /// W at each time, from as many normals.
  public func path(of normals: [Double]) -> [Double] {
    var path = [Double](repeating: 0, count: times.count)
    for (weights, normal) in zip(weights, normals) {
      for time in path.indices { path[time] += weights[time] * normal }
    }
    return path
  }
}
