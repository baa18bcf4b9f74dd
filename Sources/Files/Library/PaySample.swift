/// The pay of every person in a cell, in ascending order: small enough to keep, so that percentiles stay exact when
/// cells are put together.
///
///     let sample = PaySample([185_000, 171_250.5, 185_000])
///     sample.values                               // [171250.5, 185000.0, 185000.0]
///     PaySample(packed: sample.packed) == sample  // true
public struct PaySample: Sendable, Equatable {
  /// Annual pay in the data set's currency, ascending.
  public let values: [Double]

  /// Of values in any order; what is not finite is no pay and left out.
  public init(_ values: [Double]) {
    self.values = values.filter(\.isFinite).sorted()
  }

  /// How many people: `3`.
  public var count: Int { values.count }

  /// As bytes: each value as its difference from the one before in cents, seven bits a byte, which takes about
  /// three bytes a person; where a value is no whole number of cents, all as they are.
  public var packed: [UInt8] {
    let cents = values.map { ($0 * 100).rounded() }
    let isExact = zip(cents, values).allSatisfy { $0 / 100 == $1 && $0 >= 0 && $0 < 9e15 }
    guard isExact else {
      return [Form.plain] + values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init) }
    }
    var bytes = [Form.cents]
    var last: UInt64 = 0
    for amount in cents.map({ UInt64($0) }) {
      var rest = amount - last
      last = amount
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    return bytes
  }

  /// Of what `packed` gave; nil when the bytes are something else.
  public init?(packed: [UInt8]) {
    switch packed.first {
    case Form.cents:
      var values: [Double] = []
      var amount: UInt64 = 0
      var rest: UInt64 = 0
      var shift: UInt64 = 0
      for byte in packed.dropFirst() {
        guard shift < 63 else { return nil }
        rest |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 {
          let (sum, isTooLarge) = amount.addingReportingOverflow(rest)
          guard !isTooLarge else { return nil }
          amount = sum
          values.append(Double(amount) / 100)
          (rest, shift) = (0, 0)
        }
      }
      guard shift == 0 else { return nil }
      self.values = values
    case Form.plain:
      guard packed.count % 8 == 1 else { return nil }
      values = stride(from: 1, to: packed.count, by: 8).map { start in
        Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(packed[start + $1]) << UInt64(8 * $1) })
      }
    default: return nil
    }
  }

  private enum Form {
    static let cents: UInt8 = 1
    static let plain: UInt8 = 2
  }
}
