import ArgumentParser
import Files
import Market
import Reports

struct MarketShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "parley market",
    abstract: "The pay of a job in a place: percentiles, a curve, and each step to them.",
    discussion: """
      A role goes through its occupation, place, industry and ageing; a SOC code is the published cell, aged only.

        parley market show --role "IT Director" --location Denver
        parley market show --role 11-3021 --location Denver --as-of 2025-05-31
        parley market show --role CIO --location Denver --experience 6y
        parley market show --role CIO --location Denver --remote --home Boise
        parley market show --role CIO --remote --home Boise --pay-zone tiers
        parley market show --role CIO --location Ohio --size "150 beds"
        parley market show --role "IT Director" --location Denver --steps
      """)

  @OptionGroup var job: JobOptions
  @Option(help: "base, or total-cash: with the bonus that a source measures, else the usual one.")
  var payElement: String = "base"

  // Options of this command alone stand here and not in groups: a group costs a start a quarter of a millisecond.
  @Option(help: "How sources become one: log (mean of logarithms) or arithmetic (of pay).")
  var blend: String = Blending.Rule.log.rawValue

  @Option(
    name: .customLong("weight"),
    help: ArgumentHelp("A source's share; those given total 100%: acme-2026=60%.", valueName: "name=share"))
  var weights: [String] = []

  @Option(
    name: .customLong("premium"),
    help: ArgumentHelp("Added to a source's pay, or taken off: acme-2026=-5%.", valueName: "name=share"))
  var premiums: [String] = []

  @Option(help: "Your years in the field: 14y. Shows the percentile to aim for.")
  var experience: String?

  @Option(
    help: "Your highest degree: bachelor, master, doctorate, professional.",
    completion: .list(WorthProfile.Education.allCases.map(\.rawValue)))
  var education: String?

  @Option(name: .customLong("certification"), help: "A relevant certification; may be repeated.")
  var certifications: [String] = []

  @Option(help: "What a hot skill adds, from 0% to 5%: your choice.")
  var skill: String?

  @Option(help: "A factor to leave out: experience, education, certifications, skill; may be repeated.")
  var without: [String] = []

  @Flag(help: "The job is remote: site, home and national pay side by side.")
  var remote = false

  @Option(help: "Where you live, for a remote job.")
  var home: String?

  @Option(help: "The employer's pay zone, if known: site, home, national, tiers (by --home) or tier-2.")
  var payZone: String?

  @Flag(help: "Every step of every source in words, and every remark.")
  var steps = false

  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let sources = BlendChoice(blend: blend, weights: weights, premiums: premiums)
    let person = WorthChoice(
      experience: experience, education: education, skill: skill, certifications: certifications, without: without)
    let place = RemoteChoice(remote: remote, home: home, payZone: payZone)
    let session = try Session(context, quiet: output.quiet, parameters: ["market"])
    let asOf = try context.date()
    let profile = try person.profile(session.parameters, on: asOf)
    var question = try session.question(job, asOf: asOf, note: output.note)
    question.payElement = try element()
    question.blending = try sources.blending(check: session.sources)
    let market = try session.market()
    var zones = try place.estimates(
      question, hasSite: job.location != nil, session: session, market: market, note: output.note)
    var estimate = try zones.first?.estimate ?? market.estimate(question)
    if place.remote { estimate.questions += place.questions }
    zones.sort { (PayZone.allCases.firstIndex(of: $0.zone) ?? 0) < (PayZone.allCases.firstIndex(of: $1.zone) ?? 0) }
    let worth = try profile.map {
      try Worth(
        of: $0, in: estimate.distribution, job: question.job, parameters: session.parameters, on: asOf)
    }
    let abroad = try estimate.currency == "USD" ? nil : figuresAbroad(estimate, session.data)
    try output.write(MarketShowReport(estimate, zones: zones, worth: worth, abroad: abroad, isWhole: steps).report)
  }

  private func figuresAbroad(_ estimate: MarketEstimate, _ data: ShippedData) throws -> AbroadFigures {
    let asOf = estimate.question.asOf
    let rates = try data.exchangeRates(on: asOf)
    let power = try data.purchasingPower(of: estimate.question.location.country, on: asOf)
    return AbroadFigures(
      exchange: rates.rate(from: estimate.currency, to: "USD").map { ($0, rates.date) },
      purchasingPower: power.map { ($0.localPerDollar, $0.year) })
  }

  private func element() throws -> PayElement {
    let valid = PayElement.allCases.map { $0.rawValue.split(separator: " ").joined(separator: "-") }
    let typed = payElement.lowercased().split(separator: " ").joined(separator: "-")
    guard let index = valid.firstIndex(of: typed) else {
      throw UnknownChoice(kind: "pay element", given: payElement, valid: valid)
    }
    return PayElement.allCases[index]
  }
}
