/// Rounds parts to whole units so that they still add up to the rounded whole.
enum WholeParts {
  /// The remainder goes to the largest part.
  ///
  ///     WholeParts.rounded([1.4, 1.4])    // [2, 1]: the whole is 2.8
  static func rounded(_ parts: [Double]) -> [Double] {
    rounded(parts, to: parts.reduce(0, +).rounded(.toNearestOrAwayFromZero))
  }

  /// The same for a whole that has been rounded already, as a part of another one.
  static func rounded(_ parts: [Double], to total: Double) -> [Double] {
    var whole = parts.map { $0.rounded(.toNearestOrAwayFromZero) }
    let remainder = total - whole.reduce(0, +)
    guard remainder != 0, let largest = parts.indices.max(by: { abs(parts[$0]) < abs(parts[$1]) }) else { return whole }
    whole[largest] += remainder
    return whole
  }
}
