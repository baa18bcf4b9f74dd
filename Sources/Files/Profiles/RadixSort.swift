/// Sorts whole numbers in time that grows with their count alone: three passes of eleven bits.
///
///     var cents: [Int32] = [300, 100, 200]
///     RadixSort.sort(&cents)    // [100, 200, 300]
///
/// A million numbers take a tenth of the time of a sort that compares them, and roll-ups sort each person's pay
/// several times.
enum RadixSort {
  private static let bits = 11
  private static let buckets = 1 << bits
  /// Below this many numbers the tables cost more than the comparing.
  private static let least = 256

  /// Numbers from 0 to `Int32.max`, ascending.
  static func sort(_ numbers: inout [Int32]) {
    guard numbers.count >= least else { return numbers.sort() }
    var shift = 0
    while shift < Int32.bitWidth - 1 {
      numbers = pass(numbers, shift)
      shift += bits
    }
  }

  /// The numbers by eleven of their bits, those that agree in them in the order they had.
  private static func pass(_ numbers: [Int32], _ shift: Int) -> [Int32] {
    var places = [Int](repeating: 0, count: buckets + 1)
    for number in numbers { places[digit(number, shift) + 1] += 1 }
    for index in 1..<buckets { places[index] += places[index - 1] }
    return [Int32](unsafeUninitializedCapacity: numbers.count) { sorted, count in
      for number in numbers {
        let digit = digit(number, shift)
        sorted[places[digit]] = number
        places[digit] += 1
      }
      count = numbers.count
    }
  }

  @inline(__always)
  private static func digit(_ number: Int32, _ shift: Int) -> Int {
    Int(truncatingIfNeeded: number &>> Int32(truncatingIfNeeded: shift)) & (buckets - 1)
  }
}
