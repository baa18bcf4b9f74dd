import Compensation
import Quantities
import Scenarios

/// Figures of the comparison itself: differences, what it hangs on, where it turns, the file's scenarios.
struct CompareExplainer {
  let scenario: ExplainedScenario

  private var comparison: Comparison { scenario.comparison }
  private var isSimulated: Bool { comparison.ranking[0].certain != nil }

  /// The expected value by the measure of the ranking.
  private var valueName: String {
    switch comparison.measure {
    case .beforeTax: "expected"
    case .afterTax: "after_tax"
    case .purchasingPower: "local_purchasing_power"
    }
  }

  func explanation(of figure: Figure) -> Explanation {
    let path = try? FieldPath(figure.path)
    let item = path?.segments.dropFirst().first
    let index = item?.indices.first.flatMap { Int($0) } ?? 0
    let name = path?.segments.last?.description ?? ""
    switch item?.name {
    case "verdict": return margin(figure)
    case "pairs":
      let pair = comparison.pairs[index]
      return ["expected", "worth"].contains(name)
        ? self.pair(figure, index, name)
        : SimulationExplainer(scenario: scenario).pair(figure, name, a: pair.a, b: pair.b)
    case "drivers": return driver(figure, scenario.compareReport.sensitivity.drivers[index], name)
    case "flips": return flip(figure, scenario.compareReport.sensitivity.flips[index], name)
    default: return outcome(figure, index, path)
    }
  }

  private func margin(_ figure: Figure) -> Explanation {
    var explanation = Explanation(
      figure, unit: "share", meaning: "How far the best offer is ahead of the second.",
      formula: "(best - second) / the larger, in what offers are ranked by")
    explanation.parts = comparison.ranking.prefix(2).map { scenario.part("\($0.offer.id).worth") }
    explanation.defaults = scenario.termDefaults.filter { $0.name.hasPrefix("compare.too-close") }
    return explanation
  }

  private func pair(_ figure: Figure, _ index: Int, _ value: String) -> Explanation {
    let pair = comparison.pairs[index]
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: "What \(pair.a) is worth more than \(pair.b) over the window"
        + (value == "worth" ? ", by what offers are ranked by." : "."),
      formula: "\(pair.a).\(value) - \(pair.b).\(value)")
    explanation.parts = [scenario.part("\(pair.a).\(value)"), scenario.part("\(pair.b).\(value)")]
    return explanation
  }

  private func driver(_ figure: Figure, _ driver: Driver, _ name: String) -> Explanation {
    let isInput = name == "low" || name == "high"
    let end = name.hasSuffix("low") ? driver.low : driver.high
    let gap = comparison.ranking.prefix(2).map { "\($0.offer.id).\(valueName)" }.joined(separator: " - ")
    let shown = DriverText.value(end, driver.unit, scenario.currency)
    var explanation = Explanation(
      figure, unit: isInput ? DriverText.unit(driver.unit, scenario.currency) : scenario.currency,
      meaning: isInput
        ? "How far \(driver.input) is moved." : "Change of \(gap) when \(driver.input) is \(shown).",
      formula: isInput
        ? "its value now, less or plus the usual swing"
        : "all offers valued again with that input, nothing else changed; in "
          + MeasureText(comparison: comparison).value(of: "expected value"))
    explanation.parts = comparison.ranking.prefix(2).map { scenario.part("\($0.offer.id).\(valueName)") }
    explanation.fields = scenario.fields([driver.input])
    explanation.defaults = scenario.termDefaults.filter { $0.name == "compare.sensitivity" }
    return explanation
  }

  private func flip(_ figure: Figure, _ flip: Flip, _ name: String) -> Explanation {
    let both = comparison.ranking.prefix(2).map(\.offer.id).joined(separator: " and ")
    var explanation = Explanation(
      figure, unit: DriverText.unit(flip.unit, scenario.currency),
      meaning: name == "from" ? "\(flip.input) as it is." : "\(flip.input) at which \(both) are worth the same.",
      formula: name == "from"
        ? "as stated"
        : "solved by halving: "
          + "\(MeasureText(comparison: comparison).value(of: "expected values")) equal, nothing else changed")
    explanation.parts = comparison.ranking.prefix(2).map { scenario.part("\($0.offer.id).\(valueName)") }
    explanation.fields = scenario.fields([flip.input])
    return explanation
  }

  private func outcome(_ figure: Figure, _ index: Int, _ path: FieldPath?) -> Explanation {
    let outcomes = scenario.compareReport.outcomes
    let name = outcomes.indices.contains(index) ? outcomes[index].name : ""
    let id = path?.segments.dropFirst(2).first?.name ?? ""
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: figure.path.hasSuffix("change")
        ? "What \"\(name)\" does to \(id)." : "\(id), if \"\(name)\".",
      formula: "the file's scenario applied, and all offers valued again; change = after - before")
    let value = ["certain", "worth"].first { figure.path.hasSuffix($0) } ?? "expected"
    explanation.parts = [scenario.part("\(id).\(value)", note: "before")]
    explanation.fields = scenario.fields(["scenarios[\(index)]"])
    return explanation
  }

  /// What an offer is ranked by: its certain value, or expected where nothing is simulated, times what taxes and prices leave.
  func worth(_ figure: Figure, of valuation: Valuation) -> Explanation {
    let id = valuation.offer.id
    let isHeld = (valuation.heldBack?.minorUnits ?? 0) > 0
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: "What the offer is ranked by.",
      formula: (isSimulated ? isHeld ? "(certain + what is held back)" : "certain" : "expected")
        + (comparison.measure == .beforeTax ? "" : " x \(valueName) / expected"))
    explanation.parts =
      isSimulated
      ? [scenario.part("\(id).certain")] + (isHeld ? [scenario.part("\(id).certain_held_back")] : [])
      : [scenario.part("\(id).expected")]
    if comparison.measure != .beforeTax {
      explanation.parts += [scenario.part("\(id).\(valueName)")]
      if isSimulated { explanation.parts.append(scenario.part("\(id).expected")) }
    }
    return explanation
  }
}
