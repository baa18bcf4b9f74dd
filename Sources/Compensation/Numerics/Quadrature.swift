import Glibc
import Market

/// Gauss-Legendre quadrature; the same digits on every run.
public enum Quadrature {
  /// Nodes and weights of the 8-point rule on [-1, 1] (Abramowitz and Stegun, table 25.4).
  private static let rule: [(node: Double, weight: Double)] = [
    (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
  ]

  /// The integral over one piece, on which the function is smooth.
  ///
  ///     Quadrature.integral(from: 0, to: 1) { $0 * $0 }    // 0.3333
  public static func integral(from low: Double, to high: Double, of function: (Double) -> Double) -> Double {
    let middle = (low + high) / 2
    let half = (high - low) / 2
    return rule.reduce(0) { total, point in
      total + half * point.weight * (function(middle + half * point.node) + function(middle - half * point.node))
    }
  }

  /// The same in equal pieces none of which is wider than `width`; 0 where there is nothing between the bounds, not a
  /// number where they lie absurdly far apart.
  public static func integral(
    from low: Double, to high: Double, piecesOf width: Double, of function: (Double) -> Double
  ) -> Double {
    guard high > low, width > 0 else { return 0 }
    guard let count = pieces(from: low, to: high, of: width) else { return .nan }
    let step = (high - low) / Double(count)
    return (0..<count).reduce(0) { total, piece in
      let start = low + step * Double(piece)
      return total + integral(from: start, to: piece == count - 1 ? high : low + step * Double(piece + 1), of: function)
    }
  }

  /// The mean of a function of a standard normal that lies between two bounds, those outside counting nothing.
  ///
  ///     Quadrature.normalMean(from: -9, to: 9) { exp($0) }    // e^0.5 = 1.6487
  ///
  /// In pieces of a quarter: what bends within less than that should be split there by the caller.
  public static func normalMean(from low: Double, to high: Double, of function: (Double) -> Double) -> Double {
    integral(from: low, to: high, piecesOf: 0.25) { StandardNormal.density($0) * function($0) }
  }

  /// The nodes of ``normalMean(from:to:of:)``, for a function that is asked for many times.
  static func normalNodes(from low: Double, to high: Double) -> [(z: Double, weight: Double)] {
    var nodes: [(z: Double, weight: Double)] = []
    guard let count = pieces(from: low, to: high, of: 0.25) else { return [(.nan, .nan)] }
    let half = (high - low) / Double(2 * count)
    for piece in 0..<count {
      let middle = low + half * Double(2 * piece + 1)
      for point in rule {
        for z in [middle - half * point.node, middle + half * point.node] {
          nodes.append((z, half * point.weight * StandardNormal.density(z)))
        }
      }
    }
    return nodes
  }

  /// Nil beyond what makes sense.
  private static func pieces(from low: Double, to high: Double, of width: Double) -> Int? {
    let count = ((high - low) / width).rounded(.up)
    return count <= 1e5 ? max(1, Int(count)) : nil
  }
}
