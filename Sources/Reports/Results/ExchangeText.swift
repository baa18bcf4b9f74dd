import Compensation
import Quantities

/// The rates that money of several currencies was added up at: said wherever it is.
enum ExchangeText {
  /// `Converted at 1 EUR = 1.1572 USD (European Central Bank, 2026-10-30).`; nil when nothing was converted.
  static func sentence(_ terms: ValuationTerms) -> String? {
    guard let origin = terms.rateOrigin, !terms.exchangeRates.isEmpty else { return nil }
    let rates = terms.exchangeRates.sorted { $0.key < $1.key }.map { code, rate in
      // Four decimals are what the bank prints; a yen or a forint is worth less than that in most currencies.
      "1 \(code) = \(NumberText.fixed(rate, decimals: rate < 0.1 ? 6 : 4)) \(terms.currency.code)"
    }
    return "Converted at \(rates.joined(separator: ", ")) (\(origin.source), \(origin.date))."
  }

  /// The same for programs; an empty list when nothing was converted.
  static func json(_ terms: ValuationTerms) -> JSONValue {
    guard let origin = terms.rateOrigin else { return .array([]) }
    return .array(
      terms.exchangeRates.sorted { $0.key < $1.key }.map { code, rate in
        [
          "from": .string(code), "to": .string(terms.currency.code), "rate": .ratio(rate),
          "date": .string(origin.date.description), "source": .string(origin.source),
        ]
      })
  }
}
