import Compensation
import Quantities

/// Paths of the figures of each document.
enum FigureNames {
  /// Of `compare`, whose offers are those of `value`: `seattle.bonus.fair`, `compare.drivers[0].low`,
  /// `assumptions.discount_rate`.
  static func scenario(_ document: JSONValue) -> [Figure] {
    Figure.all(in: document, under: "").map { figure in
      let root = figure.path.prefix { $0 != "." && $0 != "[" }
      if ["verdict", "pairs", "drivers", "flips", "scenarios"].contains(String(root)) {
        return Figure(path: "compare." + figure.path, value: figure.value)
      }
      let isTerm = !figure.path.contains(".") || root == "exchange_rates"
      return isTerm ? Figure(path: "assumptions." + figure.path, value: figure.value) : figure
    }
  }

  /// Of `value --leaving`, for one offer: `current.leaving.month6.total`.
  static func leaving(_ calendar: LeavingCalendar) -> [Figure] {
    Figure.all(in: LeavingText.json(calendar), under: calendar.offer.id + ".leaving")
  }

  /// Of `negotiate`, for one offer: `seattle.negotiation.target`.
  static func negotiation(_ document: JSONValue, offer: String) -> [Figure] {
    Figure.all(in: document, under: offer + ".negotiation")
  }
}

/// `seattle.equity.expected`: the sum over all grants, which no document prints.
enum GrantSums {
  static var values: [(name: String, value: (YearValue) -> Money?)] {
    [
      ("headline", \.headline), ("fair", \.fair), ("expected", \.expected),
      ("expected_average_leaver", \.expectedAverageLeaver), ("certain", \.certain),
    ]
  }

  static func grants(of valuation: Valuation) -> [ElementValue] {
    valuation.elements.filter { $0.component.hasPrefix("equity[") }
  }

  static func figures(of valuation: Valuation) -> [Figure] {
    let grants = grants(of: valuation)
    guard let years = grants.first?.years.map(\.year) else { return [] }
    let prefix = valuation.offer.id + ".equity"
    return values.flatMap { name, value in
      [Figure(path: "\(prefix).\(name)", value: sum(grants, value, valuation))]
        + years.map { year in
          Figure(path: "\(prefix).year\(year).\(name)", value: sum(grants, value, valuation, year: year))
        }
    }
  }

  private static func sum(
    _ grants: [ElementValue], _ value: (YearValue) -> Money?, _ valuation: Valuation, year: Int? = nil
  ) -> JSONValue {
    let years = grants.flatMap(\.years).filter { year == nil || $0.year == year }
    let known = years.compactMap(value)
    return known.count == years.count ? .amount(known.total(valuation.currency).amount) : .null
  }
}
