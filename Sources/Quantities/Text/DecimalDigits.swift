/// The decimal digits of a number: `0.d1 d2 d3 ... x 10^point`, without leading or trailing zeros.
///
/// Rounding starts from the shortest decimal text that stands for the binary number, because that is the
/// number people see: 1.005 rounds to 1.01, although the nearest binary number lies just below 1.005.
struct DecimalDigits: Equatable {
  var isNegative: Bool
  var digits: [UInt8]
  var point: Int

  /// Nothing for infinities and not-a-number, which have no digits.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(parsing: value.description)
  }

  init(_ value: Int) {
    isNegative = value < 0
    digits = value.magnitude.description.utf8.map { $0 - UInt8(ascii: "0") }
    point = digits.count
    trim()
  }

  /// Reads what `Double.description` writes: `-12.5`, `1e-07`, `2.5e+20`.
  private init(parsing text: String) {
    isNegative = false
    digits = []
    point = 0
    var exponent = ""
    var (seenPoint, seenExponent) = (false, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where !seenExponent: isNegative = true
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"): seenExponent = true
      case _ where seenExponent: exponent.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        digits.append(byte - UInt8(ascii: "0"))
        if !seenPoint { point += 1 }
      }
    }
    point += Int(exponent) ?? 0
    trim()
  }

  /// The same digits times ten to the power of `places`: exact, unlike a multiplication.
  func shifted(by places: Int) -> DecimalDigits {
    var result = self
    if !digits.isEmpty { result.point += places }
    return result
  }

  /// Half away from zero: 0.5 becomes 1, -2.5 becomes -3.
  func rounded(toDecimals decimals: Int) -> DecimalDigits {
    let kept = point + decimals
    guard kept < digits.count else { return self }
    var result = self
    if kept < 0 {
      result.digits = []
    } else {
      result.digits = Array(digits[..<kept])
      if digits[kept] >= 5 { result.addOneUnit() }
    }
    result.trim()
    return result
  }

  /// Plain text with at least `minimumDecimals`, groups of three parted by `separator`.
  func text(minimumDecimals: Int = 0, separator: String = "") -> String {
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    for place in 0..<max(point, 1) {
      if place > 0, (point - place) % 3 == 0 { text += separator.utf8 }
      text.append(digit(at: point > 0 ? place : -1))
    }
    let decimals = max(minimumDecimals, digits.count - point, 0)
    if decimals > 0 { text.append(UInt8(ascii: ".")) }
    for place in 0..<decimals { text.append(digit(at: point + place)) }
    return String(decoding: text, as: UTF8.self)
  }

  private func digit(at place: Int) -> UInt8 {
    UInt8(ascii: "0") + (digits.indices.contains(place) ? digits[place] : 0)
  }

  private mutating func addOneUnit() {
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }
}
