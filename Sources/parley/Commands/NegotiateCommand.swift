import ArgumentParser
import Compensation
import Market
import Negotiation
import Quantities
import Reports
import Scenarios

struct NegotiateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "negotiate", _superCommandName: "parley",
    abstract: "Walk away, target and opening ask, with the odds and the reasons.",
    discussion: """
      Without a file:
        parley negotiate --role "IT Director" --location Denver --offer 185k --current 178k
      From your offers:
        parley negotiate scenario.yaml --offer seattle
      """)

  @Argument(help: ScenarioArgument.help, completion: .file())
  var scenario: String?

  @Option(help: "The base salary offered (185k); with a scenario, the id of the offer.")
  var offer: String?

  @Option(help: "Your base salary today, for the walk-away.")
  var current: String?

  @Option(help: "The range posted for the job: 180k-230k.")
  var posted: String?

  @Flag(help: "Another employer has made a written offer.")
  var rival = false

  @Flag(help: "Before tax and cost of living alone.")
  var pretax = false

  @OptionGroup var job: JobOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(context, quiet: output.quiet)
    let report = try scenario.map { try scenarioReport($0, session: session) } ?? quickReport(session)
    try output.write(report.report)
  }

  /// The range's salaries after tax, for one earner without children; nil where the place's taxes are not known.
  private func taxed(
    _ report: NegotiateReport, _ estimate: MarketEstimate, _ session: Session
  ) throws -> TaxedRange? {
    let (place, asOf) = (estimate.question.location, estimate.question.asOf)
    guard let currency = try session.data.currencies().find(estimate.currency) else { return nil }
    var offer = Offer(id: "offer", title: "", kind: .written, baseSalary: .zero(currency))
    offer.location = place
    let facts = TakeHome.Facts(filing: .single, home: .nation(asOf.year))
    guard let takeHome = try session.takeHome(of: [offer], facts, on: asOf) else { return nil }
    let figures = report.salaries.compactMap { salary in
      takeHome.left(of: salary.base, in: place, of: offer, year: asOf.year, currency: currency).map {
        (name: salary.name, value: $0)
      }
    }
    guard !figures.isEmpty else { return nil }
    return TaxedRange(
      figures: figures, walkAway: nil, measure: .afterTax, home: facts.home?.place ?? "",
      household: "taxes of one earner, filing single; a scenario file can say more", isPackage: false)
  }

  /// The range from what is on the command line.
  private func quickReport(_ session: Session) throws -> NegotiateReport {
    let asOf = try context.date()
    let question = try session.question(job, asOf: asOf, note: output.note)
    let estimate = try session.market().estimate(question)
    let money = MoneyArgument(currency: estimate.currency, directory: try session.data.currencies())
    let base = try offer.map { try money.amount($0, of: "--offer") }
    let pay = try current.map { try money.amount($0, of: "--current") }
    let finder = WalkAwayFinder(
      job: question.job, market: estimate.distribution, parameters: session.parameters, asOf: asOf)
    let negotiation = NegotiationCase(
      offerBase: base ?? estimate.median, isAssumed: base == nil, job: question.job, market: estimate.distribution,
      walkAway: try finder.fromBase(current: pay), postedRange: try posted.map { try money.range($0, of: "--posted") },
      hasRivalOffer: rival, asOf: asOf)
    if base == nil { output.note("no --offer given: the market's median stands in for it") }
    let range = try NegotiationRange(for: negotiation, parameters: session.parameters)
    var report = NegotiateReport(range, estimate: estimate, scenario: nil, seed: try context.seed())
    if !pretax { report.taxed = try taxed(report, estimate, session) }
    return report
  }
}
