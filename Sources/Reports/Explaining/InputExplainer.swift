import Compensation
import Quantities

/// The numbers that a fact is computed from, each with the line of the file or the default that it comes from.
struct InputExplainer {
  let scenario: ExplainedScenario
  let offer: String

  func add(_ fact: ElementFact, _ explanation: inout Explanation) {
    let rows = fact.rows + scenario.termDefaults
    for input in fact.inputs {
      let field = field(input)
      let row = field == nil ? rows.first { $0.name == input.parameter } : nil
      explanation.parts.append(
        Explanation.Part(input.name, FactText.json(input.value, input.unit), note: note(input, field, row)))
      if let field, !explanation.fields.contains(field) { explanation.fields.append(field) }
      // A default may also be a part of what is computed.
      let named = [row].compactMap { $0 } + rows.filter { input.text.contains($0.name) }
      explanation.defaults += named.filter { !explanation.defaults.contains($0) }
    }
  }

  /// Where the file states it.
  private func field(_ input: ElementFact.Input) -> SourceField? {
    guard !input.field.isEmpty else { return nil }
    let isWhole = ["me.", "assumptions."].contains { input.field.hasPrefix($0) }
    return scenario.fields([isWhole ? input.field : "\(offer).\(input.field)"]).first
  }

  private func note(_ input: ElementFact.Input, _ field: SourceField?, _ row: Parameter?) -> String {
    if let field { return "line \(field.line): \(field.path)" }
    if let row { return "default: \(row.key)" }
    return input.text
  }
}
