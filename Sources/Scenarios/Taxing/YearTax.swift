import Taxation

/// An offer year's tax, in one currency.
struct YearTax {
  var total: Double
  var lines: [TaxedOffer.Line] = []
  var brackets: [TaxBrackets] = []
  var rules: [SourcingRule] = []
  var lawYear: Int?
  /// Owed beyond what is withheld.
  var setAside = 0.0
  /// Contributions that stay one's own.
  var saved = 0.0
  var minimumTax = 0.0
  var creditUsed = 0.0
  /// Credit for alternative minimum tax that is carried on.
  var creditLeft = 0.0

  static func * (tax: YearTax, factor: Double) -> YearTax {
    guard factor != 1 else { return tax }
    var scaled = tax
    scaled.total *= factor
    scaled.lines = tax.lines.map { .init($0.name, $0.amount * factor) }
    scaled.setAside *= factor
    scaled.saved *= factor
    scaled.minimumTax *= factor
    scaled.creditUsed *= factor
    return scaled
  }
}
