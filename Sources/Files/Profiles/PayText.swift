import Quantities

/// Pay as people type it into a free field, read by stated rules; what no rule covers is nil, never a guess.
///
/// A mark counts as one of a currency only where the table of currencies has it. Further amounts must be a range, other
/// pay such as a bonus, or the same pay by another period; a word such as `part time` makes a text unreadable.
///
///     PayText("85-95k", currencies: known)?.amount                              // 90,000: the middle of a range
///     PayText("51,000 including health insurance", currencies: known)?.rules    // [.groupedThousands, .wordsAfter]
///     PayText("40k (50% FTE)", currencies: known)                               // nil
public struct PayText: Equatable, Sendable {
  /// What was done to a text to read it.
  public enum Rule: String, CaseIterable, Sendable {
    case groupedThousands = "thousands marks"
    case currencyMark = "currency mark"
    case scale = "k or M"
    case range = "middle of a range"
    case about = "about"
    case wordsAfter = "first amount, words after it"
    case otherPay = "first amount, a bonus or other pay after it"
    case samePay = "first amount, the same pay by another period after it"
    case period = "stated period"
    case dotThousands = "dots as thousands marks"
  }

  public let amount: Double
  /// The period the text names: hourly for `$25/hr`.
  public let basis: PayBasis?
  /// `$`, `£`, `EUR` as typed.
  public let mark: String?
  public let rules: [Rule]

  public init?(_ text: String, currencies: CurrencyDirectory) {
    var reader = PayTextReader(text, currencies: currencies)
    guard let read = reader.read() else { return nil }
    self = read
  }

  init(amount: Double, basis: PayBasis?, mark: String?, rules: [Rule]) {
    self.amount = amount
    self.basis = basis
    self.mark = mark
    self.rules = rules
  }
}
