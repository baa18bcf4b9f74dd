/// Independent random numbers by counting: a number is a mix of seed, draw and dimension, with no state in between.
///
///     var point = [0.0, 0.0]
///     CounterDraws(dimensions: 2, seed: 1).fill(&point, draw: 7)
///
/// Reference: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011): Philox4x32-10,
/// whose published test vectors are tests.
public struct CounterDraws: UniformDraws, Equatable {
  public let dimensions: Int
  public let seed: UInt64

  public init(dimensions: Int, seed: UInt64) {
    self.dimensions = dimensions
    self.seed = seed
  }

  public func fill(_ point: inout [Double], draw index: Int) {
    let draw = UInt64(index)
    for dimension in stride(from: 0, to: dimensions, by: 2) {
      // One block of 128 bits makes two numbers.
      let block = Philox.block(
        UInt32(truncatingIfNeeded: draw), UInt32(draw >> 32), UInt32(dimension / 2), 0, seed: seed)
      let (even, odd) = block.pair
      point[dimension] = Self.uniform(even)
      if dimension + 1 < dimensions { point[dimension + 1] = Self.uniform(odd) }
    }
  }

  /// One number of a draw.
  public func number(_ dimension: Int, draw index: Int) -> Double {
    let draw = UInt64(index)
    let pair = Philox.block(
      UInt32(truncatingIfNeeded: draw), UInt32(draw >> 32), UInt32(dimension / 2), 0, seed: seed
    ).pair
    return Self.uniform(dimension % 2 == 0 ? pair.0 : pair.1)
  }

  /// The middle of one of 2^52 equal parts of the unit interval: never an end.
  private static func uniform(_ bits: UInt64) -> Double { (Double(bits) + 0.5) * 0x1p-52 }
}

/// The mixing of ``CounterDraws``: 128 bits of counter into 128 bits that look random.
struct Philox: Equatable {
  var first, second, third, fourth: UInt32

  /// Ten rounds, keyed by the seed.
  static func block(_ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32, seed: UInt64) -> Philox {
    var block = Philox(first: first, second: second, third: third, fourth: fourth)
    var (left, right) = (UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32))
    for _ in 0..<10 {
      let low = UInt64(0xD251_1F53) &* UInt64(block.first)
      let high = UInt64(0xCD9E_8D57) &* UInt64(block.third)
      block = Philox(
        first: UInt32(high >> 32) ^ block.second ^ left, second: UInt32(truncatingIfNeeded: high),
        third: UInt32(low >> 32) ^ block.fourth ^ right, fourth: UInt32(truncatingIfNeeded: low))
      left &+= 0x9E37_79B9
      right &+= 0xBB67_AE85
    }
    return block
  }

  /// Two numbers of 52 bits.
  var pair: (UInt64, UInt64) {
    ((UInt64(first) << 32 | UInt64(second)) >> 12, (UInt64(third) << 32 | UInt64(fourth)) >> 12)
  }
}
