import Glibc

/// The main ups and downs of a Brownian motion by month, from few normals: its first principal components.
///
///     let motion = LeadingMotion(months: 48, components: 8)
///     motion.level(at: 12)             // weights of eight normals: together a standard normal, the level after a year
///     motion.change(from: 12, to: 18)  // the same for what comes in between
///
/// Equal steps have eigenvectors in closed form, so that nothing is solved. Eight of 48 components carry 97.5 % of the
/// variance; each row is scaled to a full standard normal, so that every month has its own distribution exactly, and
/// months near each other move together a little more than they should.
///
/// Reference: Acworth, Broadie and Glasserman (1998), as ``BrownianPaths``, of which this is the head.
public struct LeadingMotion: Sendable {
  public let components: Int
  /// directions[m - 1][k]: what normal k adds to the path at the end of month m, not scaled.
  private let directions: [[Double]]

  public init(months: Int, components: Int) {
    let count = min(components, max(1, months))
    self.components = count
    let size = Double(2 * max(1, months) + 1)
    directions = (1...max(1, months)).map { month in
      (1...count).map { component in
        let angle = Double(2 * component - 1) * Double.pi / size
        return sin(Double(month) * angle) / sin(angle / 2)
      }
    }
  }

  /// Weights of the path's level at the end of a month, from 1.
  public func level(at month: Int) -> [Double] { scaled(directions[month - 1]) }

  /// Weights of its change between two months.
  public func change(from start: Int, to end: Int) -> [Double] {
    guard start > 0 else { return level(at: end) }
    return scaled(zip(directions[end - 1], directions[start - 1]).map { $0 - $1 })
  }

  private func scaled(_ row: [Double]) -> [Double] {
    let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? row.map { $0 / length } : row
  }
}
