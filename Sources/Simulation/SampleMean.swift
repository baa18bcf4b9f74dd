/// The mean of simulated figures and how far it may be off.
///
///     var mean = SampleMean()
///     for gain in [10, 0, 20] { mean.add(gain) }
///     mean.value            // 10
///     mean.standardError    // 5.77
public struct SampleMean: Sendable, Equatable {
  public private(set) var count = 0
  public private(set) var value = 0.0
  /// Sum of squared differences from the mean, kept as figures come, so that no digits are lost to large sums.
  private var squares = 0.0

  public init() {}

  public mutating func add(_ figure: Double) {
    count += 1
    let before = figure - value
    value += before / Double(count)
    squares += before * (figure - value)
  }

  /// Figures that another part of the draws gave. The same parts in the same order give the same digits, whoever computed
  /// them.
  public mutating func add(_ other: SampleMean) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let apart = other.value - value
    squares += other.squares + apart * apart * Double(count) * Double(other.count) / Double(total)
    value += apart * Double(other.count) / Double(total)
    count = total
  }

  /// Of a single figure; 0 until there are two.
  public var standardDeviation: Double { count > 1 ? (squares / Double(count - 1)).squareRoot() : 0 }

  /// Of the mean: deviation / sqrt(count), as if draws were independent. Quasi-random ones are usually nearer than that.
  public var standardError: Double { count > 0 ? standardDeviation / Double(count).squareRoot() : 0 }
}
