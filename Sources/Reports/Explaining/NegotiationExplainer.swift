import Compensation
import Market
import Negotiation
import Quantities

/// Figures of a negotiation range: the rule of each, the figures, fields, defaults and survey rows behind it.
struct NegotiationExplainer {
  let scenario: ExplainedScenario
  let offer: Offer
  let range: ExplainedScenario.Range

  private var estimate: MarketEstimate { range.report.estimate }
  private var answer: NegotiationRange { range.report.range }

  func explanation(of figure: Figure) -> Explanation {
    let prefix = offer.id + ".negotiation."
    let rest = String(figure.path.dropFirst(prefix.count))
    let pattern = (try? FieldPath(rest))?.pattern ?? rest
    let rule = NegotiationRule.of(pattern)
    var explanation = Explanation(
      figure, unit: rule.unit == .money ? estimate.currency + " a year, base salary" : rule.unit.rawValue,
      meaning: rule.meaning + (pattern.hasPrefix("market.p") && estimate.confidence == .low ? " Low confidence." : ""),
      formula: rule.formula)
    if rule.isGiven { explanation.rule = .given }
    explanation.parts = rule.parts.compactMap { part(prefix + $0) } + extraParts(rest)
    explanation.fields = scenario.fields(rule.fields.map { "\(offer.id).\($0)" })
    explanation.fields += rule.usesCurrentJob ? currentJobFields : []
    explanation.fields +=
      rule.usesPerson ? scenario.fields(["me.experience", "me.education", "me.certifications"]) : []
    let defaults = range.rangeDefaults + range.walkAwayDefaults + range.marketDefaults
    for row in defaults where rule.defaults.contains(where: { row.name.hasPrefix($0) }) {
      if !explanation.defaults.contains(row) { explanation.defaults.append(row) }
    }
    if rule.usesMarket { explanation.data = data }
    return explanation
  }

  private func part(_ path: String) -> Explanation.Part? {
    let value = scenario.value(path)
    return value == .null ? nil : Explanation.Part(path, value)
  }

  /// What stands beside the figure in its own row, or made it step by step.
  private func extraParts(_ rest: String) -> [Explanation.Part] {
    if rest.hasPrefix("market.p"), !rest.contains("percentile") { return marketSteps }
    if rest.hasPrefix("acceptance["), let close = rest.firstIndex(of: "]"), !rest.hasSuffix(".ask") {
      return [scenario.part("\(offer.id).negotiation.\(rest[...close]).ask")]
    }
    if rest.hasPrefix("walk_away.alternatives["), let index = Int(rest.dropFirst(23).prefix { $0.isNumber }) {
      return alternative(index, rest)
    }
    return []
  }

  /// From the published cell to the median asked about, each step a factor.
  private var marketSteps: [Explanation.Part] {
    let currency = estimate.startingCurrency == estimate.currency ? "" : ", in \(estimate.startingCurrency)"
    return [
      Explanation.Part("start", .amount(estimate.startingMedian), note: "median of \(estimate.startingCell)\(currency)")
    ]
      + estimate.adjustments.map { Explanation.Part($0.name, .ratio($0.factor), note: "x; " + $0.detail) }
  }

  private func alternative(_ index: Int, _ rest: String) -> [Explanation.Part] {
    let alternatives = answer.negotiation.walkAway.alternatives
    guard alternatives.indices.contains(index) else { return [] }
    let alternative = alternatives[index]
    let path = "\(offer.id).negotiation.walk_away.alternatives[\(index)]"
    let own =
      alternative.name.isEmpty ? [] : [scenario.part("\(alternative.name).annualized", note: alternative.kind.rawValue)]
    if rest.hasSuffix(".amount") { return [scenario.part(path + ".value", note: "package to be matched")] }
    return own + (rest.hasSuffix(".value") ? [scenario.part(path + ".switching_cost")] : [])
  }

  private var currentJobFields: [SourceField] {
    guard let current = scenario.comparison.valuations.first(where: \.offer.isCurrentJob)?.offer.id else { return [] }
    let lost = [
      "start", "base", "bonus", "guaranteed_bonus", "ltip", "deferred", "retention", "sign_on", "relocation", "equity",
      "retirement",
    ]
    return scenario.fields(lost.map { "\(current).\($0)" } + ["\(offer.id).moving"])
  }

  /// The survey rows the market's curve starts from.
  private var data: [Explanation.DataRow] {
    estimate.sources.flatMap { use in
      use.lines.map { line in
        let set = use.dataset
        return Explanation.DataRow(
          dataset: set.title, file: set.isShipped ? "MarketData/datasets/\(set.name)/cells.csv" : set.name, line: line,
          release: set.release, date: set.effective.monthText, reference: set.reference)
      }
    }
  }
}
