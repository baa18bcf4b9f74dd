/// A currency by its ISO 4217 code, with the number of digits of its minor unit.
///
///     Currency.usd                              // USD, cents: 2 digits
///     Currency(code: "JPY", minorDigits: 0)     // the yen has no minor unit
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Three capital letters, such as `USD`.
  public let code: String
  /// Digits after the decimal mark of the smallest amount: 2 for cents, 0 for yen.
  public let minorDigits: Int

  public init(code: String, minorDigits: Int) {
    self.code = code
    self.minorDigits = minorDigits
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
