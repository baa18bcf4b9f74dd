import ArgumentParser
import Compensation
import Files
import Reports
import Scenarios

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", _superCommandName: "parley",
    abstract: "Change fields for once, and see what that does: before, after, difference.",
    discussion: """
      Values are as in the file, or a change: +20k, -5%, +2pp (points), +3mo. The file stays as it is.

        parley whatif scenario.yaml seattle.base=+20k
        parley whatif scenario.yaml 'seattle.equity[0].price=-50%' assumptions.horizon=2y
        parley whatif scenario.yaml 'seattle.leaves=14mo laid off'
      """)

  @Argument(help: ScenarioArgument.help, completion: .file())
  var scenario: String

  @Argument(help: "PATH=VALUE, as often as needed.")
  var changes: [String] = []

  @Flag(help: "Before tax and cost of living alone.")
  var pretax = false

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let settings = try changes.map { text in
      guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
        throw UsageError("bad-change", "\"\(text)\" is no change", cure: "write PATH=VALUE: seattle.base=+20k")
      }
      return ScenarioDelta.Setting(path: String(text[..<mark]), value: String(text[text.index(after: mark)...]))
    }
    guard !settings.isEmpty else {
      throw UsageError("missing-change", "what is to change?", cure: "write PATH=VALUE: seattle.base=+20k")
    }
    let work = try ScenarioSession(
      path: scenario, context: context, session: try Session(context, quiet: output.quiet))
    for note in work.notes { output.note(note) }
    let (other, made) = try work.changed(settings)
    let before = try compared(work)
    let after = try compared(other)
    try output.write(
      WhatIfReport(
        changes: made.map { WhatIfReport.Change(path: $0.path, before: $0.before, after: $0.after) }, before: before,
        after: after, ranges: ranges(of: work, other), terms: other.terms
      ).report)
  }

  private func compared(_ work: ScenarioSession) throws -> Comparison {
    try Comparison(
      of: work.scenario.offers, under: work.terms, courses: simulation.courses(work.terms, context),
      takeHome: pretax ? nil : work.takeHome())
  }

  /// Both ranges of every offer that can be negotiated in both cases.
  private func ranges(
    of work: ScenarioSession, _ other: ScenarioSession
  ) -> [(offer: String, before: NegotiateReport?, after: NegotiateReport?)] {
    work.scenario.offers.filter { !$0.isCurrentJob }.map { offer in
      let changed = other.scenario.offers.first { $0.id == offer.id }
      return (
        offer.id, try? work.negotiation(for: offer, seed: context.seed()).report,
        changed.flatMap { try? other.negotiation(for: $0, seed: context.seed()).report }
      )
    }
  }
}
