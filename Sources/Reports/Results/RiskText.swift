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
  }

  /// What certain value rests on, in a sentence or two.
  static func basis(_ terms: ValuationTerms, _ courses: Courses) -> String {
    guard courses.runs > 0, let attitude = try? RiskAttitude(terms) else {
      return "Nothing is simulated (--runs 0), so there is no certain value; tax is not there yet."
    }
    let wealth = NumberText.money(attitude.wealth, currency: terms.currency.code)
    return "Certain is the sure amount as good as the uncertain one, at risk aversion "
      + "\(NumberText.short(attitude.aversion.gamma)) with \(wealth) "
      + (terms.wealth == nil ? "saved (not stated: set me.savings)" : "saved")
      + "; \(NumberText.grouped(Double(courses.runs))) draws, seed \(courses.seed). Tax is not there yet."
  }

  static func ranking(_ courses: Courses) -> String {
    courses.runs > 0 ? "Ranked by certain value." : "Ranked by expected value."
  }

  static func aversion(_ terms: ValuationTerms) -> JSONValue {
    .orNull(try? RiskAttitude(terms)) { .ratio($0.aversion.gamma) }
  }

  static func wealth(_ terms: ValuationTerms) -> JSONValue { .orNull(try? RiskAttitude(terms)) { .amount($0.wealth) } }
}
