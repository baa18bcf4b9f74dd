import Compensation
import Files
import Market
import Negotiation
import Quantities
import Reports

extension NegotiateCommand {
  /// The range for an offer of a scenario: packages compared, answered in base salary.
  func scenarioReport(_ path: String, session: Session) throws -> NegotiateReport {
    try refuseHalfName(path)
    try refuseQuickOptions()
    let work = try ScenarioSession(path: path, context: context, session: session)
    for note in work.notes { output.note(note) }
    let chosen = try offer.map { try work.offer($0) } ?? work.bestOffer()
    guard !chosen.isCurrentJob else {
      throw UsageError(
        "current-job", "\"\(chosen.id)\" is the current job", cure: "name an offer to negotiate with --offer")
    }
    guard let job = chosen.job, let place = chosen.market else {
      throw BadInput([
        Diagnostic(
          name: "no-market", message: "offer \"\(chosen.id)\" names no \(chosen.job == nil ? "role" : "location")",
          cure: "add it: the range comes from the market for the role in the place", file: work.scenario.path)
      ])
    }
    if offer == nil { output.note("negotiating \"\(chosen.id)\", the best-ranked offer; choose with --offer") }
    let terms = work.terms
    var question = MarketQuestion(job: job, location: place, industry: chosen.industry, asOf: terms.asOf)
    question.stage = chosen.stage
    let estimate = try session.market(overrides: work.scenario.parameterOverrides).estimate(question)
    let code = chosen.baseSalary.currency.code
    guard estimate.currency == code else {
      throw NoMarketData(
        message: "the market for \(place.name) is in \(estimate.currency), the offer in \(code)",
        cure: "import a survey in \(code) for \(place.name)")
    }
    let finder = WalkAwayFinder(
      job: job, market: estimate.distribution, parameters: terms.parameters, asOf: terms.asOf)
    let walkAway = try finder.fromOffers(
      for: chosen, among: work.scenario.offers, terms: terms, lastPay: work.scenario.me.lastPay?.amount)
    let negotiation = NegotiationCase(
      offerBase: chosen.baseSalary.amount, isAssumed: false, job: job, market: estimate.distribution,
      walkAway: walkAway, band: chosen.band, postedRange: chosen.postedRange, isPostedPay: chosen.isPostedPay,
      hasRivalOffer: work.scenario.offers.contains { $0.id != chosen.id && $0.kind == .written },
      hasShortSavings: work.scenario.hasShortSavings, asOf: terms.asOf)
    let range = try NegotiationRange(for: negotiation, parameters: terms.parameters)
    let current = work.scenario.offers.first(where: \.isCurrentJob)
    return NegotiateReport(
      range, estimate: estimate,
      scenario: NegotiateReport.ScenarioPart(
        offer: chosen, forfeited: try current?.forfeited(under: terms) ?? [],
        walkAwayValue: walkAway.binding?.value ?? 0, compared: work.scenario.offers), seed: context.seed)
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
