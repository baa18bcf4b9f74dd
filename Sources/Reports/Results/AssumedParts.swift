import Compensation

/// What offers do not say and figures count all the same: said wherever offers are compared.
///
///     Assumed, since not stated: denver health cover; seattle the employer's share of health cover.
enum AssumedParts {
  static func sentence(_ offers: [Offer], under terms: ValuationTerms? = nil) -> String? {
    let parts = offers.compactMap { offer in offer.assumedHealth.map { "\(offer.id) \($0)" } }
    guard !parts.isEmpty else { return nil }
    return "Assumed, since not stated: \(parts.joined(separator: "; ")), as the average US employer gives it "
      + "(assumed_health)"
      + (terms?.isCoverKnown == false ? ", cover for one person: for a family's state me.filing or me.children." : ".")
  }
}
