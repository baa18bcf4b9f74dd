import Compensation
import Quantities

/// Figures that come from simulated courses of events: certain value, percentiles, odds.
struct SimulationExplainer {
  let scenario: ExplainedScenario

  private static let draws =
    "over all simulated courses of events: a layoff by the odds of each month, payouts and prices by chance"

  /// `p10`, `mean`, ... of an offer's total.
  func total(_ figure: Figure, _ name: String, of id: String) -> Explanation {
    let (meaning, formula): (String, String) =
      switch name {
      case "mean": ("The mean of the simulated totals: the expected value, give or take its error.", "the mean")
      case "standard_error":
        (
          "How far the simulated mean may be off.",
          "the deviation of the means of sixteen replicates of the draws / 4"
        )
      default: ("The total below which \(SimulationExplainer.share(name)) of courses end.", "the sample quantile")
      }
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: meaning, formula: "\(formula) \(Self.draws)")
    explanation.parts = [scenario.part("\(id).expected")] + terms
    return explanation
  }

  /// Certain value of a part, or of a part's year.
  func part(
    _ figure: Figure, _ plain: Explanation, of element: ElementValue, in id: String, year: Int?
  ) -> Explanation {
    var explanation = Explanation(
      figure, unit: plain.unit, meaning: plain.meaning,
      formula: "expected - (E X - C) x Cov(part, X) / Var(X), X the whole offer, C its certain value"
        + (isHeld(id) ? ", less its part of what the whole would have above fair value" : "") + ". "
        + (element.chances.isEmpty
          ? "Here: nothing is left to chance" : "Here: it depends on \(element.chances.joined(separator: "; "))"))
    if let year {
      explanation.parts = [
        scenario.part("\(id).\(element.component).year\(year).expected"), scenario.part("\(id).expected"),
        scenario.part("\(id).certain"),
      ]
    } else {
      explanation.rule = .sum
      explanation.parts = element.years.map { scenario.part("\(id).\(element.component).year\($0.year).certain") }
    }
    addRisk(to: &explanation)
    return explanation
  }

  /// Whether the total would be above that of fair values, and is held there.
  private func isHeld(_ id: String) -> Bool {
    scenario.comparison.valuations.contains { $0.offer.id == id && $0.certain == $0.total(\.fair) }
  }

  /// What was written, or taken by default, of bearing risk.
  func addRisk(to explanation: inout Explanation) {
    explanation.fields += scenario.fields(["me.risk_aversion", "me.savings"])
    explanation.defaults += scenario.termDefaults.filter { row in
      row.name.hasPrefix("risk.") && !(row.name == "risk.aversion" && scenario.terms.riskAversion != nil)
        && !(row.name == "risk.wealth-of-pay" && scenario.terms.wealth != nil)
    }
  }

  /// How often one offer is worth more than another, and by how much.
  func pair(_ figure: Figure, _ name: String, a: String, b: String) -> Explanation {
    var explanation =
      name == "probability_a_beats_b"
      ? Explanation(
        figure, unit: "probability", meaning: "How often \(a) is worth more than \(b), a tie counting half.",
        formula: "courses in which it is / all, both offers in the same courses")
      : Explanation(
        figure, unit: scenario.currency,
        meaning: "What \(a) is worth more than \(b), below which \(SimulationExplainer.share(name)) of courses end.",
        formula: "the sample quantile of the differences, both offers in the same courses")
    explanation.parts = [scenario.part("\(a).simulated.p50"), scenario.part("\(b).simulated.p50")] + terms
    return explanation
  }

  private var terms: [Explanation.Part] { [scenario.part("assumptions.runs"), scenario.part("assumptions.seed")] }

  private static func share(_ name: String) -> String {
    ["p10": "a tenth", "p50": "half", "p90": "nine tenths"][name] ?? name
  }
}
