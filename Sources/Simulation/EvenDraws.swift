/// Draws taken one after the other, as many dimensions as are asked for: Sobol's sequence in the first 64, counted random
/// numbers in those after them.
///
///     var draws = EvenDraws(dimensions: [0, 3, 70], seed: 1, replicate: 2)
///     draws.next()
///     draws.point    // dimensions 0, 3 and 70 of draw 0
///
/// A replicate is the same sequence under a random shift of its own: the spread of the means of several replicates is an
/// honest error of their mean. Draws are those of ``SobolDraws`` with the same seed; a step costs one operation a dimension.
public struct EvenDraws: Sendable {
  /// The current draw, strictly between 0 and 1, by dimension; 0 in those not asked for.
  public private(set) var point: [Double]
  private var numbers: [UInt64] = []
  private let directions: [UInt64]
  private let even: [Int]
  private let others: [Int]
  private let counter: CounterDraws
  private var random: [Double] = []
  private let replicate: Int
  private var index = -1

  /// Dimensions in ascending order.
  public init(dimensions: [Int], seed: UInt64, replicate: Int = 0) {
    even = dimensions.filter { $0 < SobolDraws.maximumDimensions }
    others = dimensions.filter { $0 >= SobolDraws.maximumDimensions }
    self.replicate = replicate
    directions = even.flatMap { SobolDraws.directions($0) }
    numbers = even.map { SobolDraws.shift($0, seed: seed, replicate: replicate) }
    counter = CounterDraws(dimensions: (others.last ?? -1) + 1, seed: seed)
    random = [Double](repeating: 0, count: counter.dimensions)
    point = [Double](repeating: 0, count: (dimensions.last ?? -1) + 1)
  }

  /// Goes on to the next draw, the first at the first call.
  public mutating func next() {
    index += 1
    // Gray code: one bit changes from draw to draw.
    let bit = index.trailingZeroBitCount
    for place in even.indices {
      if index > 0 { numbers[place] ^= directions[place * SobolDraws.bits + bit] }
      point[even[place]] = (Double(numbers[place]) + 0.5) * 0x1p-52
    }
    guard !others.isEmpty else { return }
    counter.fill(&random, draw: replicate << 32 + index)
    for dimension in others { point[dimension] = random[dimension] }
  }
}
