/// Numbers as files state them: digits, one sign, one decimal mark, nothing else.
@usableFromInline
enum PlainNumber {
  /// The nearest `Double`, or `nil` if the bytes are not `[+-]digits[mark digits]` or `[+-]mark digits`.
  ///
  /// Up to 2^53 and 22 places both the digits and the power of ten are exact in a `Double`, so that one
  /// division rounds once, correctly (Clinger 1990). Longer numbers take the library's exact conversion.
  ///
  /// - Precondition: nine bytes can be read from the start of `bytes`, however few it has.
  @usableFromInline
  static func double(padded bytes: UnsafeBufferPointer<UInt8>, decimalMark: UInt8) -> Double? {
    guard var base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    var count = bytes.count
    if count > 8 { return double(bytes, decimalMark: decimalMark) }
    var isNegative = false
    if count > 1 {
      let first = base.load(as: UInt8.self)
      if first == 0x2D || first == 0x2B {
        isNegative = first == 0x2D
        base += 1
        count &-= 1
      }
    }
    guard count > 0 else { return nil }
    // All characters at once, the first in the lowest byte, the last moved up into the highest: a loop of a
    // few turns, each time a different number of them, costs more in mispredicted branches than in work.
    var shift = UInt64(64 &- 8 &* count)
    var word = UInt64(littleEndian: base.loadUnaligned(as: UInt64.self)) &<< shift
    var places = 0
    let marks = word ^ (0x0101_0101_0101_0101 &* UInt64(decimalMark))
    let found = (marks &- 0x0101_0101_0101_0101) & ~marks & 0x8080_8080_8080_8080
    if found != 0 {
      let mark = UInt64(found.trailingZeroBitCount) & 0x38
      places = 7 &- Int(mark &>> 3)
      guard places > 0 else { return nil }
      // What stands before the mark closes up to what stands behind it.
      let before = word & ((1 &<< mark) &- 1)
      word = word & (.max &<< (mark &+ 8)) | before &<< 8
      shift &+= 8
    }
    guard let digits = EightDigits.value(word, shift: shift) else { return nil }
    let value = Double(Int64(bitPattern: digits)) / EightDigits.powers[places]
    return isNegative ? -value : value
  }

  /// The same for bytes that may end where memory ends, of any number.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>, decimalMark: UInt8) -> Double? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var index = 0
    var isNegative = false
    if count > 0, base[0] == 0x2D || base[0] == 0x2B {
      isNegative = base[0] == 0x2D
      index = 1
    }
    var digits: UInt64 = 0
    let wholeStart = index
    while index < count {
      let digit = base[index] &- 0x30
      if digit > 9 { break }
      digits = digits &* 10 &+ UInt64(digit)
      index &+= 1
    }
    var digitCount = index &- wholeStart
    var scale = 1.0
    if index < count {
      guard base[index] == decimalMark else { return nil }
      index &+= 1
      let fractionStart = index
      while index < count {
        let digit = base[index] &- 0x30
        if digit > 9 { return nil }
        digits = digits &* 10 &+ UInt64(digit)
        scale *= 10
        index &+= 1
      }
      guard index > fractionStart else { return nil }
      digitCount &+= index &- fractionStart
    }
    guard digitCount > 0 else { return nil }
    // 19 digits cannot have overflowed 64 bits, and 2^53 is the last whole number exact with all below it.
    if digitCount <= 19, digits <= 1 << 53 {
      let value = Double(digits) / scale
      return isNegative ? -value : value
    }
    return exact(bytes, decimalMark: decimalMark)
  }

  /// `Double.init` reads by the C locale, always with a point. The form has been checked already.
  private static func exact(_ bytes: UnsafeBufferPointer<UInt8>, decimalMark: UInt8) -> Double? {
    let plain = bytes.map { $0 == decimalMark ? 0x2E : $0 }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  /// The whole number, or `nil` if the bytes are not `[+-]digits` or do not fit in 64 bits.
  static func int(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var isNegative = false
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    guard index < bytes.count else { return nil }
    // Counted downwards, since the most negative number has no positive counterpart.
    var value = 0
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      let (tenfold, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tenfold.subtractingReportingOverflow(Int(digit))
      if tooLarge || overflow { return nil }
      value = sum
      index += 1
    }
    if isNegative { return value }
    return value == Int.min ? nil : -value
  }
}

/// Up to eight ASCII digits in one word, the last in its highest byte.
private enum EightDigits {
  /// Their value, or `nil` if one of them is no digit (Lemire 2018, "Quickly parsing eight digits").
  ///
  /// - Parameter shift: the bits below the first digit, at most 56; zeros fill them.
  @inline(__always)
  static func value(_ text: UInt64, shift: UInt64) -> UInt64? {
    let word = text | 0x3030_3030_3030_3030 & ~(UInt64.max &<< shift)
    let high = word & 0xF0F0_F0F0_F0F0_F0F0
    let carried = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
    guard high == 0x3030_3030_3030_3030, carried == high else { return nil }
    let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) &>> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
    return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
  }

  /// 10 to the power of 0 to 7, exact: a table, since a jump for each number of places would be mispredicted.
  static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]
}
