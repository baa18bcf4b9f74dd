/// Numbers between 0 and 1 for a simulation: draw k is the same whatever was drawn before it, so that offers can be compared
/// on common draws and any number of threads gives the same digits.
public protocol UniformDraws: Sendable {
  /// How many numbers a draw has.
  var dimensions: Int { get }

  /// Fills the first `dimensions` places of a buffer with draw `index`, from 0; each number lies strictly between 0 and 1.
  func fill(_ point: inout [Double], draw index: Int)
}

extension UniformDraws {
  /// The same as independent standard normals.
  public func fillNormals(_ point: inout [Double], draw index: Int) {
    fill(&point, draw: index)
    for dimension in 0..<dimensions { point[dimension] = NormalQuantile.value(at: point[dimension]) }
  }

  /// The mean of a figure over draws 0 to count - 1, each shown as standard normals.
  ///
  ///     SobolDraws(dimensions: 1, seed: 1).mean(over: 4_096) { $0[0] * $0[0] }    // 1.00, give or take its error
  public func mean(over count: Int, of figure: ([Double]) -> Double) -> SampleMean {
    var point = [Double](repeating: 0, count: dimensions)
    var mean = SampleMean()
    for index in 0..<max(0, count) {
      fillNormals(&point, draw: index)
      mean.add(figure(point))
    }
    return mean
  }
}
