import ArgumentParser
import Compensation
import Reports
import Scenarios

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: "parley",
    abstract: "Offers side by side: which is worth most, by how much, and what that hangs on.",
    discussion: """
      Guaranteed, likely and hoped-for pay by offer and by year; the scenarios of the file; what to ask for.

        parley compare scenario.yaml
        parley compare scenario.yaml -O json
      """)

  @Argument(help: ScenarioArgument.help, completion: .file())
  var scenario: String

  @Flag(help: "Before tax and cost of living alone.")
  var pretax = false

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let work = try ScenarioSession(
      path: scenario, context: context, session: try Session(context, quiet: output.quiet))
    for note in work.notes { output.note(note) }
    try output.write(try work.compareReport(simulation.courses(work.terms, context), pretax: pretax).report.report)
  }
}
