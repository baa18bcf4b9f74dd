import ArgumentParser
import Compensation
import Reports
import Scenarios

struct ValueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "value", _superCommandName: "parley",
    abstract: "Every part of an offer, by year: headline, fair, expected and certain value.",
    discussion: """
      Headline is what the paper says, fair what it costs the company today, expected what it is worth to you
      on average, certain the sure amount as good as that.

        parley value scenario.yaml
        parley value scenario.yaml --offer seattle --all
        parley value scenario.yaml --offer seattle -O json
        parley value scenario.yaml --offer startup --exits
        parley value scenario.yaml --offer current --leaving
      """)

  @Argument(help: ScenarioArgument.help, completion: .file())
  var scenario: String

  @Option(help: "Only this offer, with all that is known of it.")
  var offer: String?

  @Flag(help: "Every part on a line of its own, by year, with how it came about.")
  var all = false

  @Flag(help: "What shares and options of a private company pay at exits of several sizes, after more rounds of money.")
  var exits = false

  @Flag(help: "What leaving gives up at the end of each month: unvested pay, a bonus half earned, money to repay.")
  var leaving = false

  @Flag(help: "Before tax and cost of living alone.")
  var pretax = false

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let work = try ScenarioSession(
      path: scenario, context: context, session: try Session(context, quiet: output.quiet))
    let offers = try offer.map { [try work.offer($0)] } ?? work.scenario.offers
    let courses = try simulation.courses(work.terms, context)
    let comparison = try Comparison(
      of: offers, among: work.scenario.offers, under: work.terms, courses: courses,
      takeHome: pretax ? nil : work.takeHome())
    for note in work.notes { output.note(note) }
    try output.write(
      ValueReport(
        title: work.scenario.title, valuations: comparison.valuations, terms: work.terms,
        notes: work.scenario.userNotes,
        readings: work.notes, courses: courses, showsAll: all, showsExits: exits,
        calendars: leaving ? try offers.map { try LeavingCalendar(of: $0, under: work.terms) } : nil,
        takeHome: pretax ? .pretax : try work.takeHomeResult(comparison)
      ).report)
  }
}
