import Quantities
import Scenarios

/// Figures of the comparison itself: differences, what it hangs on, where it turns, the file's scenarios.
struct CompareExplainer {
  let scenario: ExplainedScenario

  private var comparison: Comparison { scenario.comparison }
  private var isSimulated: Bool { comparison.ranking[0].certain != nil }

  func explanation(of figure: Figure) -> Explanation {
    let path = try? FieldPath(figure.path)
    let item = path?.segments.dropFirst().first
    let index = item?.indices.first.flatMap { Int($0) } ?? 0
    let name = path?.segments.last?.description ?? ""
    switch item?.name {
    case "verdict": return margin(figure)
    case "pairs":
      let pair = comparison.pairs[index]
      return name == "expected"
        ? self.pair(figure, index) : SimulationExplainer(scenario: scenario).pair(figure, name, a: pair.a, b: pair.b)
    case "drivers": return driver(figure, scenario.compareReport.sensitivity.drivers[index], name)
    case "flips": return flip(figure, scenario.compareReport.sensitivity.flips[index], name)
    default: return outcome(figure, index, path)
    }
  }

  private func margin(_ figure: Figure) -> Explanation {
    let isAnyHeld = comparison.ranking.prefix(2).contains { ($0.heldBack?.minorUnits ?? 0) > 0 }
    var explanation = Explanation(
      figure, unit: "share", meaning: "How far the best offer is ahead of the second.",
      formula: "(best - second) / the larger, in \(isSimulated ? "certain" : "expected") value"
        + (isAnyHeld ? ", with what holding it at fair value takes off" : ""))
    explanation.parts = comparison.ranking.prefix(2).flatMap { valuation -> [Explanation.Part] in
      let id = valuation.offer.id
      guard isSimulated else { return [scenario.part("\(id).expected")] }
      let isHeld = (valuation.heldBack?.minorUnits ?? 0) > 0
      return [scenario.part("\(id).certain")] + (isHeld ? [scenario.part("\(id).certain_held_back")] : [])
    }
    explanation.defaults = scenario.termDefaults.filter { $0.name.hasPrefix("compare.too-close") }
    return explanation
  }

  private func pair(_ figure: Figure, _ index: Int) -> Explanation {
    let pair = comparison.pairs[index]
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: "What \(pair.a) is worth more than \(pair.b) over the window.",
      formula: "\(pair.a).expected - \(pair.b).expected")
    explanation.parts = [scenario.part("\(pair.a).expected"), scenario.part("\(pair.b).expected")]
    return explanation
  }

  private func driver(_ figure: Figure, _ driver: Driver, _ name: String) -> Explanation {
    let isInput = name == "low" || name == "high"
    let end = name.hasSuffix("low") ? driver.low : driver.high
    let gap = comparison.ranking.prefix(2).map { "\($0.offer.id).expected" }.joined(separator: " - ")
    let shown = DriverText.value(end, driver.unit, scenario.currency)
    var explanation = Explanation(
      figure, unit: isInput ? DriverText.unit(driver.unit, scenario.currency) : scenario.currency,
      meaning: isInput
        ? "How far \(driver.input) is moved." : "Change of \(gap) when \(driver.input) is \(shown).",
      formula: isInput
        ? "its value now, less or plus the usual swing"
        : "all offers valued again with that input, nothing else changed; in expected value")
    explanation.parts = comparison.ranking.prefix(2).map { scenario.part("\($0.offer.id).expected") }
    explanation.fields = scenario.fields([driver.input])
    explanation.defaults = scenario.termDefaults.filter { $0.name == "compare.sensitivity" }
    return explanation
  }

  private func flip(_ figure: Figure, _ flip: Flip, _ name: String) -> Explanation {
    let both = comparison.ranking.prefix(2).map(\.offer.id).joined(separator: " and ")
    var explanation = Explanation(
      figure, unit: DriverText.unit(flip.unit, scenario.currency),
      meaning: name == "from" ? "\(flip.input) as it is." : "\(flip.input) at which \(both) are worth the same.",
      formula: name == "from" ? "as stated" : "solved by halving: expected values equal, nothing else changed")
    explanation.parts = comparison.ranking.prefix(2).map { scenario.part("\($0.offer.id).expected") }
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
    let value = figure.path.hasSuffix("certain") ? "certain" : "expected"
    explanation.parts = [scenario.part("\(id).\(value)", note: "before")]
    explanation.fields = scenario.fields(["scenarios[\(index)]"])
    return explanation
  }
}
