import Quantities

/// Pay as people type it into a free field, read by stated rules; what no rule covers is nil, never a guess.
///
///     PayText("85-95k")?.amount                                // 90,000: the middle of a range
///     PayText("51,000 including health insurance")?.rules      // [.groupedThousands, .wordsAfter]
///     PayText("Free rent")                                     // nil
public struct PayText: Equatable, Sendable {
  /// What was done to a text to read it.
  public enum Rule: String, CaseIterable, Sendable {
    case groupedThousands = "thousands marks"
    case currencyMark = "currency mark"
    case scale = "k or M"
    case range = "middle of a range"
    case about = "about"
    case wordsAfter = "first amount, words after it"
    case period = "stated period"
    case dotThousands = "dots as thousands marks"
  }

  public let amount: Double
  /// The period the text names: hourly for `$25/hr`.
  public let basis: PayBasis?
  /// `$`, `£`, `EUR` as typed.
  public let mark: String?
  public let rules: [Rule]

  public init?(_ text: String) {
    var reader = PayTextReader(text)
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
