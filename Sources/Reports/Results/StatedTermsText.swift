import Compensation

/// Terms without a price, in a sentence.
///
///     Beside the figures: budget 38M; headcount 120; indemnity yes.
enum StatedTermsText {
  static func sentence(_ offer: Offer) -> String? {
    guard !offer.statedTerms.isEmpty else { return nil }
    return "Beside the figures: \(offer.statedTerms.map { "\($0.name) \($0.text)" }.joined(separator: "; "))."
  }

  static func json(_ offer: Offer) -> JSONValue {
    .array(offer.statedTerms.map { ["name": .string($0.name), "text": .string($0.text)] })
  }
}
