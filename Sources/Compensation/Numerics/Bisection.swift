/// Where an increasing function crosses zero, to the last digit.
public enum Bisection {
  /// The crossing between two bounds, below zero at the first and not at the second.
  ///
  ///     Bisection.root(from: 0, to: 2) { $0 * $0 - 2 }    // 1.4142135623730951
  public static func root(from low: Double, to high: Double, of function: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<2_000 {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if function(middle) < 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
