/// Numbers that fill the unit cube more evenly than chance does: Sobol's sequence, moved by a random shift.
///
///     SobolDraws(dimensions: 3)            // the plain sequence: 0, then 0.5 0.5 0.5, then 0.75 0.25 0.25, ...
///     SobolDraws(dimensions: 3, seed: 1)   // as even, and free of the corner that 0 is
///
/// Best with a power of two of draws. Up to 64 dimensions, the first the most even: let them carry what matters most (see
/// ``BrownianPaths``). The shift flips the same random bits of every draw, which keeps what makes the sequence even.
///
/// Reference: Sobol (1967); direction numbers of Joe and Kuo (2008); Bratley and Fox, Algorithm 659 (1988).
public struct SobolDraws: UniformDraws {
  public static let maximumDimensions = SobolDirections.rows.count + 1
  static let bits = 52

  public let dimensions: Int
  private let directions: [[UInt64]]
  private let shifts: [UInt64]

  /// At most ``maximumDimensions``; a seed shifts the sequence.
  public init(dimensions: Int, seed: UInt64? = nil) {
    self.dimensions = dimensions
    directions = (0..<dimensions).map(Self.directions)
    shifts = (0..<dimensions).map { dimension in
      seed.map { Self.shift(dimension, seed: $0) } ?? 0
    }
  }

  public func fill(_ point: inout [Double], draw index: Int) {
    // Gray code: the bits of a draw differ from those of the one before in one place.
    let gray = UInt64(index) ^ (UInt64(index) >> 1)
    for dimension in 0..<dimensions {
      var number = shifts[dimension]
      var left = gray
      while left != 0 {
        number ^= directions[dimension][left.trailingZeroBitCount]
        left &= left - 1
      }
      // The middle of its cell: never an end.
      point[dimension] = (Double(number) + 0.5) * 0x1p-52
    }
  }

  /// The random shift of a dimension, another one in each replicate.
  static func shift(_ dimension: Int, seed: UInt64, replicate: Int = 0) -> UInt64 {
    Philox.block(UInt32(dimension), UInt32(replicate), 0, 1, seed: seed).pair.0
  }

  /// v_1, v_2, ... as 52-bit fractions.
  static func directions(_ dimension: Int) -> [UInt64] {
    // The first dimension halves the interval again and again.
    guard dimension > 0 else { return (1...bits).map { 1 << UInt64(bits - $0) } }
    let row = SobolDirections.rows[dimension - 1]
    let degree = row.initial.count
    var numbers = row.initial
    // m_k = 2 a_1 m_(k-1) xor 4 a_2 m_(k-2) xor ... xor 2^s m_(k-s) xor m_(k-s)
    for k in degree..<bits {
      var next = numbers[k - degree]
      for back in 1...degree where row.polynomial >> UInt64(degree - back) & 1 == 1 {
        next ^= numbers[k - back] << UInt64(back)
      }
      numbers.append(next)
    }
    return numbers.enumerated().map { $1 << UInt64(bits - $0 - 1) }
  }
}
