import Compensation
import Quantities

/// Figures of one offer: totals are sums of parts, parts are sums of payments.
struct OfferExplainer {
  let scenario: ExplainedScenario
  let valuation: Valuation

  private var id: String { valuation.offer.id }
  private var terms: ValuationTerms { scenario.terms }

  func explanation(of figure: Figure, path: FieldPath) -> Explanation {
    let names = path.segments.dropFirst().map(\.description)
    let value = names.last ?? ""
    let component = valuation.elements.first { $0.component == names.first }
    let year = names.compactMap(OfferExplainer.year).first
    if value == "year" { return yearNumber(figure) }
    if let component {
      let explainer = ComponentExplainer(scenario: scenario, valuation: valuation, element: component)
      switch names.dropFirst().first.map({ $0.prefix { $0 != "[" } }) {
      case "facts": return explainer.fact(figure, value)
      case "exits": return explainer.exit(figure, value)
      default: return explainer.explanation(of: figure, value: value, year: year)
      }
    }
    if names.first == "equity" {
      return sum(
        figure, of: GrantSums.grants(of: valuation), value: value, year: year,
        meaning: "All grants of the offer together: \(ValueMeaning.text(value)).")
    }
    if names.first?.hasPrefix("beyond_horizon") == true { return beyond(figure, value: value) }
    if names.first == "simulated" { return SimulationExplainer(scenario: scenario).total(figure, value, of: id) }
    switch value {
    case "annualized": return annualized(figure)
    case "worth": return CompareExplainer(scenario: scenario).worth(figure, of: valuation)
    case "certain_held_back":
      return SimulationExplainer(scenario: scenario).heldBack(figure, valuation)
    case "guaranteed", "likely", "hoped_for":
      return sum(
        figure, of: valuation.elements.filter { $0.certainty.rawValue == value }, value: "expected", year: year,
        meaning: "Expected value that is \(value.replacing("_", with: " "))\(year.map { ", year \($0)" } ?? ""). "
          + CertaintyText.rule(value))
    case "gross": return gross(figure, year: year ?? 1)
    case "after_tax", "local_purchasing_power", "tax", "net", "set_aside", "saved", "rent",
      "alternative_minimum_tax", "minimum_tax_credit", "minimum_tax_credit_left":
      guard let taxed = scenario.compareReport.takeHome.taxed[id] else { break }
      return TakeHomeExplainer(scenario: scenario, taxed: taxed).explanation(of: figure, value: value, year: year)
    case "present_value":
      return sum(
        figure, of: valuation.elements, value: "expected", year: year,
        meaning: "Expected value of the offer year, discounted; with what is in kind.")
    default: break
    }
    var whole = sum(
      figure, of: valuation.elements, value: value, year: year,
      meaning: "The whole offer\(year.map { " in year \($0)" } ?? ""): \(ValueMeaning.text(value)).")
    if value == "certain" { SimulationExplainer(scenario: scenario).completeWhole(&whole, valuation, year: year) }
    return whole
  }

  /// `year2` as 2.
  static func year(_ name: String) -> Int? { name.hasPrefix("year") ? Int(name.dropFirst(4)) : nil }

  private func sum(
    _ figure: Figure, of elements: [ElementValue], value: String, year: Int?, meaning: String
  ) -> Explanation {
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: meaning, formula: "the sum of its parts, each rounded to the cent")
    explanation.rule = .sum
    explanation.parts = elements.map { element in
      scenario.part("\(id).\(element.component)\(year.map { ".year\($0)" } ?? "").\(value)")
    }
    return explanation
  }

  private func gross(_ figure: Figure, year: Int) -> Explanation {
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: "Expected money in hand in the offer year: not discounted, without what is in kind.",
      formula: "the sum over its parts of amount x odds of getting it")
    explanation.rule = .sum
    explanation.parts = valuation.elements.compactMap { element in
      guard let cash = element.years.first(where: { $0.year == year })?.expectedCash, cash.minorUnits != 0 else {
        return nil
      }
      return Explanation.Part(element.component, .amount(cash.amount), note: "expected money of the year")
    }
    return explanation
  }

  private func annualized(_ figure: Figure) -> Explanation {
    var explanation = Explanation(
      figure, unit: scenario.currency + " a year", meaning: "The expected value as a level yearly amount.",
      formula: "expected / A(n), A(n) = (1/12) x the sum of d(1) to d(n): a flat base comes out as itself")
    explanation.parts = [
      scenario.part("\(id).expected"),
      Explanation.Part("A(\(terms.months))", .ratio(terms.annuity), note: "years' worth of a level amount today"),
      scenario.part("assumptions.discount_rate"), scenario.part("assumptions.horizon_months"),
    ]
    return explanation
  }

  private func beyond(_ figure: Figure, value: String) -> Explanation {
    let index = figure.path.split(separator: "[").last.flatMap { Int($0.prefix { $0 != "]" }) } ?? 0
    let component = valuation.beyondHorizon[index].component
    let family = valuation.elements.first { $0.component == component }?.family ?? component
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: "Of \(component): vests or is paid after the window, so it is in no total.",
      formula: "as in the window, of what falls on that day: \(ComponentFormula.text(family, value))")
    explanation.fields = scenario.fields(ComponentFormula.fields(component).map { "\(id).\($0)" })
    return explanation
  }

  private func yearNumber(_ figure: Figure) -> Explanation {
    var explanation = Explanation(
      figure, unit: "", meaning: "The offer year: year k is months 12(k-1)+1 to 12k after \(terms.dayZero).",
      formula: "a number, not a value; day 0 itself is in year 1")
    explanation.rule = .given
    return explanation
  }
}

/// What each of the values is, in words.
enum ValueMeaning {
  static func text(_ value: String) -> String {
    switch value {
    case "headline": "what the paper says, not discounted"
    case "fair": "what it costs the company today"
    case "expected": "fair value times the odds of getting it"
    case "expected_average_leaver": "expected value for someone who quits as often as most"
    case "certain": "the sure amount as good as it, beside all the rest"
    default: value
    }
  }
}

/// What counts as how firm.
enum CertaintyText {
  /// `hoped for`
  static func name(_ certainty: Certainty) -> String { certainty.rawValue.replacing("_", with: " ") }

  static func rule(_ name: String) -> String {
    switch name {
    case "guaranteed":
      "Base, contractual raises, a 13th month, guaranteed bonus, sign-on, relocation, health, leave, allowances, less the "
        + "way to work."
    case "likely":
      "Other raises, bonus, commission, overtime, long-term cash, retention, match, pension, deferred pay, assumed health "
        + "cover, public shares, options and purchase plan, pay on leaving, less the time between jobs."
    default: "Shares and options of private companies, parts of profits, yearly grants to come, promotions."
    }
  }
}
