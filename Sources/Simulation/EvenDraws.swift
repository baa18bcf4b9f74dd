/// Draws a stretch at a time, of the dimensions that are asked for: Sobol's sequence in the first 64, counted random
/// numbers in those after them.
///
///     var draws = EvenDraws(dimensions: [0, 3, 70], seed: 1, replicate: 2)
///     let columns = Columns(3, length: 1_024)
///     draws.next(1_024, into: columns)
///     columns[1][5]    // dimension 3 of draw 5
///
/// A replicate is the same sequence under a random shift of its own: the spread of the means of several replicates is
/// an honest error of their mean. Draws are those of ``SobolDraws`` with the same seed; a step costs one operation a
/// dimension.
public struct EvenDraws: Sendable {
  private let dimensions: [Int]
  private let counter: CounterDraws
  private let replicate: Int
  /// By dimension asked for; empty for those that are not Sobol's.
  private let directions: [[UInt64]]
  private var numbers: [UInt64]
  private var done = 0

  public init(dimensions: [Int], seed: UInt64, replicate: Int = 0) {
    self.dimensions = dimensions
    self.replicate = replicate
    counter = CounterDraws(dimensions: (dimensions.max() ?? -1) + 1, seed: seed)
    directions = dimensions.map { $0 < SobolDraws.maximumDimensions ? SobolDraws.directions($0) : [] }
    numbers = dimensions.map {
      $0 < SobolDraws.maximumDimensions ? SobolDraws.shift($0, seed: seed, replicate: replicate) : 0
    }
  }

  /// The next draws, strictly between 0 and 1: a column for each dimension, in the order asked for.
  public mutating func next(_ count: Int, into columns: Columns) {
    for place in dimensions.indices {
      let column = columns[place]
      if directions[place].isEmpty {
        for index in 0..<count {
          column[index] = counter.number(dimensions[place], draw: replicate << 32 + done + index)
        }
      } else {
        numbers[place] = walk(from: numbers[place], along: directions[place], count, into: column)
      }
    }
    done += count
  }

  /// Gray code: one bit changes from draw to draw, and there is none before the first.
  private func walk(
    from start: UInt64, along directions: [UInt64], _ count: Int, into column: UnsafeMutableBufferPointer<Double>
  ) -> UInt64 {
    var number = start
    directions.withUnsafeBufferPointer { directions in
      for index in 0..<count {
        if done + index > 0 { number ^= directions[(done + index).trailingZeroBitCount] }
        column[index] = (Double(number) + 0.5) * 0x1p-52
      }
    }
    return number
  }
}
