import ArgumentParser
import Compensation
import Market
import Quantities
import Reports

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "parley",
    abstract: "Where a figure comes from: its formula, what you wrote, defaults, survey rows.",
    discussion: """
      A figure is OFFER.[PART.][yearK.]VALUE, or anything that value, compare and negotiate print.

        parley explain scenario.yaml seattle.equity.expected
        parley explain scenario.yaml 'seattle.equity[0].year2.fair'
        parley explain scenario.yaml seattle.negotiation.target
        parley explain scenario.yaml current.leaving.month6.total
        parley explain scenario.yaml --all -O csv
      """)

  @Argument(help: ScenarioArgument.help, completion: .file())
  var scenario: String

  @Argument(help: "The path of a figure.")
  var figure: String?

  @Flag(help: "Every figure there is, for an audit.")
  var all = false

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    if figure != nil, all {
      throw UsageError("option-without-use", "--all does not go with a figure", cure: "leave one of them out")
    }
    let work = try ScenarioSession(
      path: scenario, context: context, session: try Session(context, quiet: output.quiet))
    for note in work.notes { output.note(note) }
    let explained = try work.explained(simulation.courses(work.terms, context), note: output.note)
    let found =
      all
      ? explained.figures.map { explained.explanation(of: $0) } : [try explained.explanation(of: figure ?? "")]
    try output.write(ExplainReport(found, scenarioPath: scenario).report)
  }
}

extension ScenarioSession {
  /// The scenario with all that can be computed from it. An offer without a market has no range, which is noted.
  func explained(_ courses: Courses, note: (String) -> Void) throws -> ExplainedScenario {
    let log = ParameterLog()
    let table = session.parameters.overridden(by: scenario.parameterOverrides, origin: scenario.path).logging(to: log)
    for name in ["horizon.months", "discount.annual-rate", "simulation.runs"] {
      _ = try table.row(name, on: terms.asOf)
    }
    let compared = try compareReport(courses, under: terms.logging(to: log))
    var ranges: [String: ExplainedScenario.Range] = [:]
    for offer in scenario.offers where !offer.isCurrentJob {
      // Without a market there is no range; what the offer is worth can be explained all the same.
      guard offer.job != nil, offer.market != nil else { continue }
      do { ranges[offer.id] = try negotiation(for: offer, seed: courses.seed) } catch let trouble as NoMarketData {
        note("no range for \"\(offer.id)\": \(trouble.message)")
      }
    }
    return ExplainedScenario(
      comparison: compared.comparison, compareReport: compared.report, ranges: ranges,
      calendars: try scenario.offers.map { try LeavingCalendar(of: $0, under: terms) }, fields: fields, terms: terms,
      termDefaults: log.rows)
  }
}
