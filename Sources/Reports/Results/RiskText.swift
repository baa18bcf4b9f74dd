import Compensation
import Quantities

/// What is said of chance: how sure a total is, and by whose dislike of risk it is valued.
enum RiskText {
  /// `P10 / P50 / P90 of the total: ...`; nil while nothing is simulated.
  static func spread(_ valuation: Valuation, currency: String) -> String? {
    guard let total = valuation.simulated else { return nil }
    func money(_ value: Money) -> String { NumberText.money(value.amount, currency: currency) }
    guard total.varies else { return "No chance in the total." }
    let spread = total.percentiles
    return "P10 / P50 / P90 of the total: \(money(spread.p10)) / \(money(spread.p50)) / \(money(spread.p90)); "
      + "standard error of the mean \(money(total.standardError))."
      + (total.isOff(from: valuation.total(\.expected))
        ? " Rare courses carry much of the mean, \(money(total.mean)), and this error says too little of it: trust "
          + "the expected value, which no draw enters." : "")
  }

  /// Where the certain total is held at the total of fair values, by how much, and of which parts; nil where it is not.
  static func held(_ valuation: Valuation, currency: String) -> String? {
    guard let held = valuation.heldBack, held.minorUnits > 0 else { return nil }
    let parts = valuation.elements.filter { ($0.heldBack(valuation.currency)?.minorUnits ?? 0) > 0 }.map(\.component)
    return "Certain is held at the total of fair values, what the offer costs the company; without that it would be "
      + "\(NumberText.money(held.amount, currency: currency)) more, of \(parts.joined(separator: " and "))."
  }

  /// How to count what is held back.
  static let unhold = "To count it, set `risk.held-at-fair: 0` under assumptions.parameters."

  /// What certain value rests on, in a sentence or two.
  static func basis(_ terms: ValuationTerms, _ courses: Courses) -> String {
    guard courses.runs > 0, let attitude = try? RiskAttitude(terms) else {
      return "Nothing is simulated (--runs 0), so there is no certain value."
    }
    let wealth = NumberText.money(attitude.wealth, currency: terms.currency.code)
    return "Certain is the sure amount as good as the uncertain one, at risk aversion "
      + "\(NumberText.short(attitude.aversion.gamma)) with \(wealth) "
      + (terms.wealth == nil ? "saved (not stated: set me.savings)" : "saved")
      + "; \(NumberText.grouped(Double(courses.runs))) draws, seed \(courses.seed)."
  }

  static func ranking(_ courses: Courses, isHeld: Bool, _ measure: MeasureText) -> String {
    let certain = isHeld ? "certain value before it is held at fair value" : "certain value"
    return "Ranked by \(measure.value(of: courses.runs > 0 ? certain : "expected value"))."
  }

  static func aversion(_ terms: ValuationTerms) -> JSONValue {
    .orNull(try? RiskAttitude(terms)) { .ratio($0.aversion.gamma) }
  }

  static func wealth(_ terms: ValuationTerms) -> JSONValue { .orNull(try? RiskAttitude(terms)) { .amount($0.wealth) } }
}
