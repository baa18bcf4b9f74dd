/// A number as plain decimal text, the way JSON and CSV print it: no exponent, no "-0", no locale.
///
///     DecimalText(1e16)?.text                     // "10000000000000000"
///     DecimalText(0.1 + 0.2, atMost: 6)?.text     // "0.3"
///     DecimalText("12.50")?.text                  // "12.50", as written
///     DecimalText("-0.0.66962")                   // nil
public struct DecimalText: Sendable, Hashable, CustomStringConvertible {
  /// The number, for example `-1234.5`.
  public let text: String

  /// The shortest decimal that reads back as the same number; nil if it is not finite.
  ///
  ///     DecimalText(2.1334)?.text                 // "2.1334"
  public init?(_ value: Double) {
    guard let digits = DecimalDigits(value) else { return nil }
    text = digits.text()
  }

  /// Rounded half away from zero, without trailing zeros; nil if it is not finite.
  ///
  ///     DecimalText(185_000.504, atMost: 2)?.text // "185000.5"
  public init?(_ value: Double, atMost decimals: Int) {
    guard let digits = DecimalDigits(value) else { return nil }
    text = digits.rounded(toDecimals: decimals).text()
  }

  /// A whole number.
  ///
  ///     DecimalText(whole: 14).text               // "14"
  public init(whole value: Int) {
    text = value.description
  }

  /// A number that is text already, kept to the letter; nil unless JSON would accept it as it is.
  ///
  ///     DecimalText("1e5")                        // nil
  public init?(_ text: String) {
    var rest = Substring(text)
    if rest.first == "-" { rest.removeFirst() }
    let parts = rest.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let allDigits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard parts.count <= 2, allDigits else { return nil }
    if parts[0].count > 1, parts[0].first == UInt8(ascii: "0") { return nil }
    let isZero = rest.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    self.text = isZero ? String(rest) : text
  }

  public var description: String { text }
}
