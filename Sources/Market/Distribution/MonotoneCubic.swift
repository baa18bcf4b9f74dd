/// Monotone piecewise cubic interpolation.
///
/// Slopes are PCHIP's: the weighted harmonic mean of the secants on both sides (Fritsch and Butland 1984), zero
/// where they differ in sign, and a shape-preserving three-point formula at the ends (Moler, "Numerical Computing
/// with MATLAB", section 3.6).
enum MonotoneCubic {
  /// The derivative at each point. `x` rises strictly.
  static func slopes(x: [Double], y: [Double]) -> [Double] {
    let count = x.count
    let widths: [Double] = zip(x.dropFirst(), x).map { $0 - $1 }
    let secants = secants(x: x, y: y)
    guard count > 2 else { return [secants[0], secants[0]] }
    var slopes = [Double](repeating: 0, count: count)
    for index in 1..<(count - 1) {
      let before = secants[index - 1]
      let after = secants[index]
      guard before * after > 0 else { continue }
      let w1 = 2 * widths[index] + widths[index - 1]
      let w2 = widths[index] + 2 * widths[index - 1]
      slopes[index] = (w1 + w2) / (w1 / before + w2 / after)
    }
    slopes[0] = end(widths[0], widths[1], secants[0], secants[1])
    slopes[count - 1] = end(
      widths[count - 2], widths[count - 3], secants[count - 2], secants[count - 3])
    return slopes
  }

  /// The slope of the straight line between each two neighbours.
  static func secants(x: [Double], y: [Double]) -> [Double] {
    (1..<x.count).map { (index: Int) -> Double in
      let rise: Double = y[index] - y[index - 1]
      let run: Double = x[index] - x[index - 1]
      return rise / run
    }
  }

  /// The cubic's value at `x` between two points with slopes `d0` and `d1`.
  static func value(
    at x: Double, x0: Double, x1: Double, y0: Double, y1: Double, d0: Double, d1: Double
  ) -> Double {
    let width = x1 - x0
    let t = (x - x0) / width
    let u = 1 - t
    return u * u * (1 + 2 * t) * y0 + u * u * t * width * d0 + t * t * (3 - 2 * t) * y1 - t * t * u * width * d1
  }

  /// Where the cubic takes a value between `y0` and `y1`: Newton's method, kept inside a shrinking bracket.
  static func position(
    of target: Double, x0: Double, x1: Double, y0: Double, y1: Double, d0: Double, d1: Double
  ) -> Double {
    var low = x0
    var high = x1
    var x = x0 + (x1 - x0) * (target - y0) / (y1 - y0)
    for _ in 0..<80 {
      let error = value(at: x, x0: x0, x1: x1, y0: y0, y1: y1, d0: d0, d1: d1) - target
      if error < 0 { low = x } else { high = x }
      let slope = slope(at: x, x0: x0, x1: x1, y0: y0, y1: y1, d0: d0, d1: d1)
      var next = x - error / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      if next == x || next == low || next == high { return next }
      if abs(next - x) <= 1e-15 * max(1, abs(x)) { return next }
      x = next
    }
    return x
  }

  /// The cubic's derivative at `x`.
  private static func slope(
    at x: Double, x0: Double, x1: Double, y0: Double, y1: Double, d0: Double, d1: Double
  ) -> Double {
    let width = x1 - x0
    let t = (x - x0) / width
    let rise = 6 * t * (1 - t) * (y1 - y0) / width
    return rise + (1 - t) * (1 - 3 * t) * d0 + t * (3 * t - 2) * d1
  }

  private static func end(_ h0: Double, _ h1: Double, _ s0: Double, _ s1: Double) -> Double {
    let slope = ((2 * h0 + h1) * s0 - h0 * s1) / (h0 + h1)
    if slope * s0 <= 0 { return 0 }
    if s0 * s1 < 0, abs(slope) > abs(3 * s0) { return 3 * s0 }
    return slope
  }
}
