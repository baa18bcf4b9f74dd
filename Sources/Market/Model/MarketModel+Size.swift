import Quantities

/// Size of the organisation: a source that tells sizes apart answers for the one asked for, the others for all sizes.
extension MarketModel {
  /// Of cells that differ in nothing else, those of the size asked for, else those of all sizes.
  ///
  /// A cell of one size never stands for all of them.
  func ofSize(_ cells: [PayCell], _ question: MarketQuestion) -> [PayCell] {
    let wanted = WordText.key(question.size)
    let exact = wanted.isEmpty ? [] : cells.filter { WordText.key($0.organizationSize) == wanted }
    return exact.isEmpty ? cells.filter(\.organizationSize.isEmpty) : exact
  }

  /// Says which sources do not know the size or the reporting line.
  ///
  /// Throws ``NoMarketData`` when none does and the question needs it.
  func notesOnScope(of parts: [SourceEstimate], question: MarketQuestion) throws -> [String] {
    if parts.isEmpty { return [] }
    if !question.needsKnownScope { return unknownScope(of: parts, question) }
    return try notesOnSize(of: parts, question) + notesOnLine(of: parts, question)
  }

  /// What of the scope no source knows, in one line.
  private func unknownScope(of parts: [SourceEstimate], _ question: MarketQuestion) -> [String] {
    var unknown: [String] = []
    if !question.size.isEmpty, !parts.contains(where: \.isOfSize) { unknown.append("\"\(question.size)\"") }
    if let line = question.reportsTo, !knowsLine(parts) {
      unknown.append("reporting to the \(line.rawValue.uppercased())")
    }
    if unknown.isEmpty { return [] }
    return ["No source tells what \(unknown.joined(separator: " or ")) does to pay: figures are for all employers."]
  }

  private func knowsLine(_ parts: [SourceEstimate]) -> Bool {
    parts.contains { $0.estimate.adjustments.contains { $0.name == ScopeEffect.reporting } }
  }

  private func notesOnSize(of parts: [SourceEstimate], _ question: MarketQuestion) throws -> [String] {
    if question.size.isEmpty { return [] }
    if parts.contains(where: \.isOfSize) {
      return parts.filter { !$0.isOfSize }.map {
        "\($0.estimate.sources[0].dataset.title) does not tell sizes apart: its figures are for all of them."
      }
    }
    let known = try sizes(for: question)
    throw NoMarketData(
      message: "no source tells \"\(question.size)\" from other sizes for \(spoken(question))",
      cure: known.isEmpty
        ? "leave the size out; for hospital CIOs, under 200 and 200 to 399 beds are known (--size \"150 beds\")"
        : "the sizes are \(known.joined(separator: ", ")); without one, figures for all sizes are used")
  }

  private func notesOnLine(of parts: [SourceEstimate], _ question: MarketQuestion) throws -> [String] {
    guard let line = question.reportsTo, !knowsLine(parts) else { return [] }
    throw NoMarketData(
      message: "what reporting to the \(line.rawValue.uppercased()) does to pay is not known for \(spoken(question))",
      cure: "it is published for hospital CIOs alone: leave it out, or ask for a CIO in health care")
  }

  /// `CIO in Denver-Aurora-Centennial, CO`
  private func spoken(_ question: MarketQuestion) -> String { "\(question.job.title) in \(question.location.name)" }

  /// Every size the sources have for the job in the place, sorted.
  private func sizes(for question: MarketQuestion) throws -> [String] {
    var found: Set<String> = []
    let named = question.namedSources
    for dataset in try cells.datasets() where named.isEmpty || named.contains(dataset.name) {
      let place = question.location.id
      let ofRole = try question.job.role.map {
        try cells.cells(dataset: dataset.name, role: $0.id, location: place)
      }
      let ofOccupation = try cells.cells(
        dataset: dataset.name, occupation: question.job.baseOccupation, location: place)
      found.formUnion(((ofRole ?? []) + ofOccupation).map(\.organizationSize))
    }
    return found.subtracting([""]).sorted()
  }
}
