/// Round values along an axis.
///
///     AxisTicks.values(from: 80_000, to: 380_000, atMost: 7)    // 100k, 150k, 200k ... 350k
enum AxisTicks {
  /// Multiples of 1, 2, 2.5 or 5 times a power of ten.
  static func values(from low: Double, to high: Double, atMost count: Int) -> [Double] {
    guard high > low, (high - low).isFinite, count > 0 else { return [] }
    let step = step(span: high - low, count: count)
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last >= first else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  private static func step(span: Double, count: Int) -> Double {
    var power = 1.0
    while span / power > Double(count) * 10 { power *= 10 }
    while span / power < Double(count) { power /= 10 }
    for factor in [1, 2, 2.5, 5] where span / (power * factor) <= Double(count) {
      return power * factor
    }
    return power * 10
  }
}
