import Quantities

/// Grades and levels: a question that names one is answered from data sets that have it, and from no others.
extension MarketModel {
  /// The question with the levels of single data sets as those write them; throws ``NoMarketData`` for one that its
  /// data set does not have.
  func withKnownLevels(_ question: MarketQuestion) throws -> MarketQuestion {
    var exact = question
    for (name, typed) in question.levels.sorted(by: { $0.key < $1.key }) {
      var alone = question
      (alone.sources, alone.blending.weights) = ([name], [:])
      let known = try levels(for: alone)
      guard let level = Self.level(typed, among: known) else {
        let job = question.job.title
        throw NoMarketData(
          message: "\(name) has no level \"\(typed)\" for \(job) in \(question.location.name)",
          cure: known.isEmpty
            ? "leave its level out: it has none for \(job)" : "its levels are \(known.joined(separator: ", "))",
          dataset: name)
      }
      exact.levels[name] = level
    }
    return exact
  }

  /// A data set that the user gave a weight and that knows no levels of the job answers for all of them, which is said.
  func ofAllLevels(_ question: MarketQuestion, dataset: MarketDataset) throws -> SourceEstimate? {
    let name = dataset.name
    guard !question.level.isEmpty, question.levels[name] == nil, question.blending.weights[name] ?? 0 > 0 else {
      return nil
    }
    var whole = question
    (whole.level, whole.sources, whole.blending.weights) = ("", [name], [:])
    guard try levels(for: whole).isEmpty, var found = try sourceEstimate(whole, dataset: dataset) else { return nil }
    found.estimate.notes.append("\(dataset.title) knows no levels: its figures are for all of them.")
    return found
  }

  /// Throws ``NoMarketData`` when a data set that the user gave a level has no part in the answer.
  func requireLeveled(_ parts: [SourceEstimate], question: MarketQuestion) throws {
    guard !parts.isEmpty else { return }
    let used = Set(parts.map { $0.estimate.sources[0].dataset.name })
    guard let name = question.levels.keys.sorted().first(where: { !used.contains($0) }) else { return }
    throw NoMarketData(
      message: "\(name) has a level, but no part in \(question.job.title) in \(question.location.name)",
      cure: "name it among the sources too, or leave its level out", dataset: name)
  }

  /// A level as it is written there, whatever the case it was typed in.
  private static func level(_ typed: String, among known: [String]) -> String? {
    known.contains(typed) ? typed : known.first { $0.lowercased() == typed.lowercased() }
  }

  /// The question with its level as the data sets write it; throws ``NoMarketData`` when none has it.
  func withKnownLevel(_ question: MarketQuestion) throws -> MarketQuestion {
    let known = try levels(for: question)
    if let level = Self.level(question.level, among: known) {
      var exact = question
      exact.level = level
      return exact
    }
    let job = question.job.title
    throw NoMarketData(
      message: "no data set has level \"\(question.level)\" for \(job) in \(question.location.name)",
      cure: known.isEmpty
        ? "leave the level out: none of them has levels for \(job) in \(question.location.name)"
        : "the levels are \(known.joined(separator: ", ")); without --level, figures for all levels are used")
  }

  /// What a data set without the level would have said is left out: a note for each.
  func notesOnLevel(_ question: MarketQuestion, used: [SourceUse]) throws -> [String] {
    var anyLevel = question
    anyLevel.level = ""
    guard let whole = try? answer(anyLevel) else { return [] }
    let names = Set(used.map(\.dataset.name))
    return whole.sources.filter { !names.contains($0.dataset.name) }.map {
      "\($0.dataset.title) has no level \(question.level): left out."
    }
  }

  /// A data set that has the role here by level alone says nothing of all levels together: a note for each.
  func notesOnLevels(_ question: MarketQuestion, used: [SourceUse]) throws -> [String] {
    guard let role = question.job.role else { return [] }
    let names = Set(used.map(\.dataset.name))
    let series = Set(used.map(\.dataset.series))
    let named = question.namedSources
    return try cells.datasets().compactMap { dataset in
      guard !names.contains(dataset.name), !series.contains(dataset.series),
        named.isEmpty || named.contains(dataset.name)
      else { return nil }
      let places = [question.location.id, question.location.country]
      let levels = try places.flatMap { try cells.cells(dataset: dataset.name, role: role.id, location: $0) }
        .map(\.level)
      guard !levels.isEmpty, !levels.contains("") else { return nil }
      let known = Set(levels).sorted().joined(separator: ", ")
      return "\(dataset.title) has \(role.title) by level alone (\(known)): left out without --level."
    }
  }

  /// What to do where figures exist for single levels only; nil where there are no such figures either.
  func cureByLevel(_ question: MarketQuestion) throws -> String? {
    guard question.level.isEmpty else { return nil }
    let known = try levels(for: question)
    return known.isEmpty ? nil : "there are figures by level: give --level, one of \(known.joined(separator: ", "))"
  }

  /// Every level of the job in the place and in the wider ones, sorted.
  private func levels(for question: MarketQuestion) throws -> [String] {
    var places = [question.location.id]
    var wider = question.inWiderPlace
    while let next = wider {
      places.append(next.location.id)
      wider = next.inWiderPlace
    }
    var found: Set<String> = []
    let named = question.namedSources
    for dataset in try cells.datasets() where named.isEmpty || named.contains(dataset.name) {
      for place in places {
        let named = try question.job.role.map { try cells.cells(dataset: dataset.name, role: $0.id, location: place) }
        let whole = try cells.cells(
          dataset: dataset.name, occupation: question.job.baseOccupation, location: place)
        found.formUnion(((named ?? []) + whole).map(\.level))
      }
    }
    return found.subtracting([""]).sorted()
  }
}
