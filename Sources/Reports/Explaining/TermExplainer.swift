import Quantities

/// Figures of the whole scenario: the window, the discount rate, the seed.
struct TermExplainer {
  let scenario: ExplainedScenario

  func explanation(of figure: Figure) -> Explanation {
    let name = figure.path.split(separator: ".").last.map(String.init) ?? ""
    if name == "rate" {
      return given(
        figure, unit: "", meaning: ExchangeText.sentence(scenario.terms) ?? "An exchange rate.",
        formula: "the last rate on or before the as-of date", field: "assumptions.as_of", parameter: "")
    }
    switch name {
    case "discount_rate":
      return given(
        figure, unit: "share a year", meaning: "What a year's wait costs: annual, effective.",
        formula: "d(m) = (1 + r)^(-m/12) for money at the end of month m", field: "assumptions.discount_rate",
        parameter: "discount.annual-rate")
    case "horizon_months", "horizon_years":
      return given(
        figure, unit: name == "horizon_years" ? "years" : "months", meaning: "How long you plan to stay.",
        formula: name == "horizon_years" ? "months / 12" : "the window of every total", field: "assumptions.horizon",
        parameter: "horizon.months")
    case "seed":
      return given(
        figure, unit: "", meaning: "Seed of anything drawn by chance.", formula: "--seed, 1 unless given", field: "",
        parameter: "")
    case "runs":
      return given(
        figure, unit: "runs", meaning: "Simulated courses of events; 0 simulates nothing.",
        formula: "--runs, else the usual number", field: "", parameter: "simulation.runs")
    case "risk_aversion":
      return given(
        figure, unit: "", meaning: "Dislike of risk: 0 is neutral, 2 usual, 3 cautious.",
        formula: "gamma of u = W^(1 - gamma) / (1 - gamma)", field: "me.risk_aversion", parameter: "risk.aversion")
    case "wealth":
      return given(
        figure, unit: scenario.currency, meaning: "Liquid wealth: the more of it, the less risk costs.",
        formula: "as stated, else a year's base pay of the job one has or of the first offer", field: "me.savings",
        parameter: "risk.wealth-of-pay")
    default:
      return given(
        figure, unit: "", meaning: "A term of the comparison.", formula: "as stated", field: figure.path, parameter: "")
    }
  }

  private func given(
    _ figure: Figure, unit: String, meaning: String, formula: String, field: String, parameter: String
  ) -> Explanation {
    var explanation = Explanation(figure, unit: unit, meaning: meaning, formula: formula)
    explanation.rule = .given
    explanation.fields = scenario.fields([field])
    if explanation.fields.isEmpty { explanation.defaults = scenario.termDefaults.filter { $0.name == parameter } }
    return explanation
  }
}
