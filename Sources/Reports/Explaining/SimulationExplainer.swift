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
          "How far the simulated mean may be off; too small where a few rare courses carry much of it.",
          "the deviation of the means of sixteen replicates of the draws / 4"
        )
      default: ("The total below which \(SimulationExplainer.share(name)) of courses end.", "the sample quantile")
      }
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: meaning, formula: "\(formula) \(Self.draws)")
    explanation.parts = [scenario.part("\(id).expected")] + terms
    addOdds(of: id, to: &explanation)
    return explanation
  }

  /// What decides the course of an offer: the odds of a layoff, and how far a bonus strays, where nobody stated it.
  private func addOdds(of id: String, to explanation: inout Explanation) {
    guard let valuation = scenario.comparison.valuations.first(where: { $0.offer.id == id }) else { return }
    explanation.fields += scenario.fields(["\(id).employer_kind", "\(id).bonus.payout", "\(id).bonus.odds"])
    var rows = valuation.elements.flatMap(\.defaults).filter {
      $0.name.hasPrefix("hazard.") && $0.name != "hazard.quit"
    }
    if let spread = valuation.offer.usualPayoutSpread(under: scenario.terms) { rows.append(spread) }
    for row in rows where !explanation.defaults.contains(row) { explanation.defaults.append(row) }
  }

  /// Certain value of a part, or of a part's year.
  func part(
    _ figure: Figure, _ plain: Explanation, of element: ElementValue, in id: String, year: Int?
  ) -> Explanation {
    var explanation = Explanation(
      figure, unit: plain.unit, meaning: plain.meaning,
      formula: "expected - (E X - C) x Cov(part, X) / Var(X), X the whole offer, C its certain value"
        + heldText(element, in: id, year: year) + ". " + shareText(element, in: id, year: year)
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
    explanation.fields = plain.fields
    addRisk(of: id, to: &explanation)
    addVolatility(of: element, in: id, to: &explanation)
    return explanation
  }

  /// What of the whole's loss to chance falls on a part: its Cov / Var, as the figures have it.
  private func shareText(_ element: ElementValue, in id: String, year: Int?) -> String {
    guard let valuation = scenario.comparison.valuations.first(where: { $0.offer.id == id }),
      let whole = (valuation.certainUnheld ?? valuation.certain)?.amount
    else { return "" }
    let loss = valuation.total(\.expected).amount - whole
    guard loss > 0.005 else { return "" }
    let years = element.years.filter { year == nil || $0.year == year }
    let own = years.reduce(0) { $0 + $1.expected.amount } - certain(element, year) - heldBack(element, year)
    return "Here E X - C is \(money(loss)), and Cov / Var \(NumberText.grouped(own / loss, decimals: 5)). "
  }

  /// How widely the share price that a part goes by is drawn: as stated of the share, else by default.
  private func addVolatility(of element: ElementValue, in id: String, to explanation: inout Explanation) {
    guard element.goesByUsualVolatility,
      let valuation = scenario.comparison.valuations.first(where: { $0.offer.id == id })
    else {
      if !element.chances.isEmpty { explanation.fields += scenario.fields(["\(id).\(element.component).volatility"]) }
      return
    }
    let stated = (0..<20).map { "\(id).equity[\($0)].volatility" }
    let fields = valuation.offer.statedVolatility == nil ? [] : scenario.fields(stated)
    explanation.fields += fields.prefix(1)
    if fields.isEmpty, let row = try? valuation.offer.usualVolatilityRow(under: scenario.terms) {
      explanation.defaults.append(row)
    }
  }

  /// What a part gives up where the total is held at the total of fair values.
  private func heldText(_ element: ElementValue, in id: String, year: Int?) -> String {
    guard scenario.comparison.valuations.contains(where: { $0.offer.id == id && ($0.heldBack?.minorUnits ?? 0) > 0 })
    else { return "" }
    let (total, back) = (certain(element, year), heldBack(element, year))
    return ", less its part of what the whole would have above fair value: \(money(total + back)) - \(money(back)) = "
      + money(total)
  }

  /// The certain total: what holding it at fair value takes off its parts is said with the figures.
  func completeWhole(_ explanation: inout Explanation, _ valuation: Valuation, year: Int?) {
    addRisk(of: valuation.offer.id, to: &explanation)
    if year == nil {
      explanation.formula +=
        ". The whole is the sure amount C with u(W + C) = E u(W + X) over all courses: X the whole offer, W me.savings, u of "
        + "constant relative risk aversion, me.risk_aversion"
    }
    let elements = valuation.elements.filter { heldBack($0, year) > 0 }
    guard !elements.isEmpty else { return }
    let held = elements.reduce(0.0) { $0 + heldBack($1, year) }
    let total = valuation.elements.reduce(0.0) { $0 + certain($1, year) }
    let name = "\(valuation.offer.id).certain_held_back"
    explanation.formula +=
      ". They are held at the total of fair values: \(money(total + held)) before that, less \(money(held)) held back"
      + (year == nil ? " (\(name))" : " of this year's part of \(name)") + " = \(money(total))"
    for element in elements {
      let path = "\(valuation.offer.id).\(element.component)\(year.map { ".year\($0)" } ?? "").certain"
      guard let index = explanation.parts.firstIndex(where: { $0.figure == path }) else { continue }
      let back = heldBack(element, year)
      explanation.parts[index].note = "\(money(certain(element, year) + back)) less \(money(back)) held back"
    }
  }

  /// Of a part, or of one year of it.
  private func heldBack(_ element: ElementValue, _ year: Int?) -> Double {
    element.years.filter { year == nil || $0.year == year }.reduce(0) { $0 + ($1.heldBack?.amount ?? 0) }
  }

  private func certain(_ element: ElementValue, _ year: Int?) -> Double {
    element.years.filter { year == nil || $0.year == year }.reduce(0) { $0 + ($1.certain?.amount ?? 0) }
  }

  private func money(_ amount: Double) -> String {
    NumberText.money(amount, currency: scenario.currency, decimals: 2)
  }

  /// What holding the certain total at the total of fair values takes off it, or off a part.
  func heldBack(_ figure: Figure, _ valuation: Valuation, element: ElementValue? = nil) -> Explanation {
    let id = valuation.offer.id
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: "What certain value would be more, were the total not held at the total of fair values.",
      formula: element == nil
        ? "max(0, C - the total of fair values), C the certainty equivalent on all draws"
        : "the offer's, by how far each part's certain value is above its fair value: nothing of the others")
    if let element {
      explanation.parts = [
        scenario.part("\(id).certain_held_back"), scenario.part("\(id).\(element.component).certain"),
        scenario.part("\(id).\(element.component).fair"),
      ]
    } else {
      explanation.rule = .sum
      explanation.parts = valuation.elements.map { scenario.part("\(id).\($0.component).certain_held_back") }
    }
    addRisk(of: id, to: &explanation)
    return explanation
  }

  /// What was written, or taken by default, of bearing risk.
  private func addRisk(of id: String, to explanation: inout Explanation) {
    explanation.fields += scenario.fields(["me.risk_aversion", "me.savings"])
    explanation.defaults += scenario.termDefaults.filter { row in
      row.name.hasPrefix("risk.") && !(row.name == "risk.aversion" && scenario.terms.riskAversion != nil)
        && !(row.name == "risk.wealth-of-pay" && scenario.terms.wealth != nil)
    }
    addOdds(of: id, to: &explanation)
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
