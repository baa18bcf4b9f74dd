import Compensation
import Quantities
import Scenarios

/// A valued offer as `value` and `compare` write it for programs: totals, years, components.
struct ValuationJSON {
  let valuation: Valuation
  let terms: ValuationTerms
  /// After tax, where that is computed.
  let taxed: TaxedOffer?
  /// What it is ranked by, in a comparison.
  var worth: Money?

  private func values(
    headline: Money, fair: Money, expected: Money, averageLeaver: Money, certain: Money?
  ) -> [String: JSONValue] {
    [
      "headline": .amount(headline.amount), "fair": .amount(fair.amount), "expected": .amount(expected.amount),
      "expected_average_leaver": .amount(averageLeaver.amount), "certain": .orNull(certain) { .amount($0.amount) },
    ]
  }

  var object: JSONValue {
    let offer = valuation.offer
    var object = values(
      headline: valuation.total(\.headline), fair: valuation.total(\.fair), expected: valuation.total(\.expected),
      averageLeaver: valuation.total(\.expectedAverageLeaver), certain: valuation.certain)
    object["certain_held_back"] = .orNull(valuation.heldBack) { .amount($0.amount) }
    object["id"] = .string(offer.id)
    object["title"] = .string(offer.title)
    object["kind"] = .string(offer.kind.rawValue)
    object["after_tax"] = .orNull(taxed) { .amount($0.afterTax.amount) }
    object["local_purchasing_power"] = .orNull(taxed?.purchasingPower) { .amount($0.amount) }
    object["worth"] = .orNull(worth) { .amount($0.amount) }
    object["rent"] = .orNull(taxed?.rents) { .amount($0.there.amount) }
    object["minimum_tax_credit_left"] = .orNull(taxed) { .amount($0.creditLeft.amount) }
    object["simulated"] = simulated
    object["annualized"] = .amount(valuation.annualized)
    object["guaranteed"] = .amount(valuation.total(.guaranteed).amount)
    object["likely"] = .amount(valuation.total(.likely).amount)
    object["hoped_for"] = .amount(valuation.total(.hopedFor).amount)
    object["by_year"] = .array(
      (1...terms.years).map { year in
        [
          "year": .integer(year), "gross": .amount(valuation.total(\.expectedCash, year: year).amount),
          "present_value": .amount(valuation.total(\.expected, year: year).amount),
          "headline": .amount(valuation.total(\.headline, year: year).amount),
          "fair": .amount(valuation.total(\.fair, year: year).amount),
          "expected": .amount(valuation.total(\.expected, year: year).amount),
          "expected_average_leaver": .amount(valuation.total(\.expectedAverageLeaver, year: year).amount),
          "certain": .orNull(valuation.certain(year: year)) { .amount($0.amount) },
          "guaranteed": .amount(valuation.expected(.guaranteed, year: year).amount),
          "likely": .amount(valuation.expected(.likely, year: year).amount),
          "hoped_for": .amount(valuation.expected(.hopedFor, year: year).amount),
          "tax": .orNull(taxed?.years[year - 1]) { .amount($0.tax.amount) },
          "net": .orNull(taxed?.years[year - 1]) { .amount($0.net.amount) },
          "alternative_minimum_tax": .orNull(taxed?.years[year - 1]) { .amount($0.minimumTax.amount) },
          "minimum_tax_credit": .orNull(taxed?.years[year - 1]) { .amount($0.creditUsed.amount) },
          "saved": .orNull(taxed?.years[year - 1]) { .amount($0.saved.amount) },
          "set_aside": .orNull(taxed?.years[year - 1]) { .amount($0.setAside.amount) },
        ]
      })
    object["components"] = .array(valuation.elements.map(component))
    object["beyond_horizon"] = LaterText.json(valuation)
    object["stated_terms"] = StatedTermsText.json(offer)
    object["not_valued"] = .array(offer.notValued.map { .string($0) })
    object["not_stated"] = .array(valuation.questions.map { .string($0) })
    return .object(object)
  }

  /// Percentiles of the whole; null while nothing is simulated.
  private var simulated: JSONValue {
    guard let total = valuation.simulated else {
      return ["p10": nil, "p50": nil, "p90": nil, "mean": nil, "standard_error": nil]
    }
    var object = ValuationJSON.percentiles(total.percentiles)
    object["mean"] = .amount(total.mean.amount)
    object["standard_error"] = .amount(total.standardError.amount)
    return .object(object)
  }

  static func percentiles(_ percentiles: SimulatedPercentiles) -> [String: JSONValue] {
    [
      "p10": .amount(percentiles.p10.amount), "p50": .amount(percentiles.p50.amount),
      "p90": .amount(percentiles.p90.amount),
    ]
  }

  private func component(_ element: ElementValue) -> JSONValue {
    let code = terms.currency
    var object = values(
      headline: element.total(\.headline, code), fair: element.total(\.fair, code),
      expected: element.total(\.expected, code), averageLeaver: element.total(\.expectedAverageLeaver, code),
      certain: element.certain(code))
    object["certain_held_back"] = .orNull(element.heldBack(code)) { .amount($0.amount) }
    object["component"] = .string(element.component)
    object["kind"] = .string(element.certainty.rawValue)
    object["in_kind"] = .bool(element.isInKind)
    object["detail"] = .string(element.detail)
    if !element.facts.isEmpty {
      object["facts"] = .object(Dictionary(element.facts.map { ($0.name, FactText.json($0)) }) { $1 })
    }
    if let exits = element.exits { object["exits"] = ExitGridText.json(exits) }
    object["by_year"] = .array(
      element.years.map { year in
        var row = values(
          headline: year.headline, fair: year.fair, expected: year.expected, averageLeaver: year.expectedAverageLeaver,
          certain: year.certain)
        row["year"] = .integer(year.year)
        return .object(row)
      })
    return .object(object)
  }
}
