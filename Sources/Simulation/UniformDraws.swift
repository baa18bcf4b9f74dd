import Quantities

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
    means(over: count, figures: 1) { normals, figures in figures[0] = figure(normals) }[0]
  }

  /// The means of several figures of the same draws; `fill` gets the normals and sets the figures.
  ///
  /// Taken by ``drawBlocks(of:)`` and put together in their order: whoever takes the blocks, on however many threads, ends
  /// with these digits.
  public func means(
    over count: Int, figures: Int, fill: (_ normals: [Double], _ figures: inout [Double]) -> Void
  ) -> [SampleMean] {
    var means = [SampleMean](repeating: SampleMean(), count: figures)
    for block in Self.drawBlocks(of: count) {
      let part = self.means(over: block, figures: figures, fill: fill)
      for figure in means.indices { means[figure].add(part[figure]) }
    }
    return means
  }

  /// The means over one block alone.
  public func means(
    over block: Range<Int>, figures: Int, fill: (_ normals: [Double], _ figures: inout [Double]) -> Void
  ) -> [SampleMean] {
    var normals = [Double](repeating: 0, count: dimensions)
    var values = [Double](repeating: 0, count: figures)
    var means = [SampleMean](repeating: SampleMean(), count: figures)
    for index in block {
      fillNormals(&normals, draw: index)
      fill(normals, &values)
      for figure in means.indices { means[figure].add(values[figure]) }
    }
    return means
  }

  /// 0 to count - 1 in blocks of 4,096 draws.
  public static func drawBlocks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: 4_096).map { $0..<min($0 + 4_096, count) }
  }
}
