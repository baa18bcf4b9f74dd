import Files
import Reports

extension NegotiateCommand {
  /// The range for an offer of a scenario: packages compared, answered in base salary.
  func scenarioReport(_ path: String, session: Session) throws -> NegotiateReport {
    try refuseHalfName(path)
    try refuseQuickOptions()
    let work = try ScenarioSession(path: path, context: context, session: session)
    for note in work.notes { output.note(note) }
    let chosen =
      try offer.map { try work.offer($0) }
      ?? work.bestOffer(SimulationOptions.usual(work.terms, context), pretax: pretax)
    if offer == nil { output.note("negotiating \"\(chosen.id)\", the best-ranked offer; choose with --offer") }
    return try work.negotiation(for: chosen, seed: context.seed(), pretax: pretax).report
  }

  /// `--location San Jose` without quotes leaves a word over, which is then taken for a scenario.
  private func refuseHalfName(_ word: String) throws {
    let words = CommandLine.arguments
    guard !Folder.exists(word), word != "-", !word.contains(where: { $0 == "/" || $0 == "." }),
      let place = words.lastIndex(of: word), place >= 2, ["--role", "--location"].contains(words[place - 2])
    else { return }
    throw UsageError(
      "name-without-quotes", "\"\(word)\" is no scenario file",
      cure: "put a name of several words in quotes: \(words[place - 2]) \"\(words[place - 1]) \(word)\"")
  }

  /// Facts of the offer belong in the file when there is one.
  private func refuseQuickOptions() throws {
    let given = [
      ("--current", current != nil), ("--posted", posted != nil), ("--rival", rival), ("--role", job.role != nil),
      ("--location", job.location != nil),
    ].filter(\.1).map(\.0)
    guard let first = given.first else { return }
    throw UsageError(
      "option-without-use", "\(first) does not go with a scenario file", cure: "put it into the scenario")
  }
}
