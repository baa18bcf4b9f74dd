/// A currency by its ISO 4217 code, with the number of digits of its minor unit.
///
///     Currency.usd                              // USD, cents: 2 digits
///     Currency(code: "JPY", minorDigits: 0)     // the yen has no minor unit
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Its letters, the first the highest: money is added by the thousand, and a number is copied faster than a text.
  private let letters: UInt32
  /// Digits after the decimal mark of the smallest amount: 2 for cents, 0 for yen.
  public let minorDigits: Int

  /// `code` has at most four ASCII letters, as all of ISO 4217 have.
  public init(code: String, minorDigits: Int) {
    precondition(code.utf8.count <= 4, "a currency's code has at most four letters")
    letters = code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    self.minorDigits = minorDigits
  }

  /// Three capital letters, such as `USD`.
  public var code: String {
    withUnsafeBytes(of: letters.bigEndian) { String(decoding: $0.drop { $0 == 0 }, as: UTF8.self) }
  }

  /// The US dollar, the currency of the shipped market data.
  public static let usd = Currency(code: "USD", minorDigits: 2)

  /// Minor units in one whole unit: 100 for the dollar, 1 for the yen.
  public var minorUnitsPerUnit: Int64 {
    var scale: Int64 = 1
    for _ in 0..<minorDigits { scale *= 10 }
    return scale
  }

  public var description: String { code }
}
