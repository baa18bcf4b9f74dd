import Compensation
import Files
import Market
import Negotiation
import Quantities
import Reports
import Scenarios

extension ScenarioSession {
  /// The range for an offer of the scenario, with the defaults that went into each stage.
  func negotiation(for chosen: Offer, seed: UInt64, pretax: Bool = false) throws -> ExplainedScenario.Range {
    guard !chosen.isCurrentJob else {
      throw UsageError(
        "current-job", "\"\(chosen.id)\" is the current job", cure: "name an offer to negotiate with --offer")
    }
    guard let job = chosen.job, let place = chosen.market else {
      throw BadInput([
        Diagnostic(
          name: "no-market", message: "offer \"\(chosen.id)\" names no \(chosen.job == nil ? "role" : "location")",
          cure: "add it: the range comes from the market for the role in the place", file: scenario.path)
      ])
    }
    let marketLog = ParameterLog()
    let estimate = try estimate(of: chosen, job: job, place: place, log: marketLog)
    let walkAwayLog = ParameterLog()
    let terms = terms.logging(to: walkAwayLog)
    let finder = WalkAwayFinder(
      job: job, market: estimate.distribution, parameters: terms.parameters, asOf: terms.asOf)
    let walkAway = try finder.fromOffers(
      for: chosen, among: scenario.offers, terms: terms, lastPay: scenario.me.lastPay?.amount)
    let negotiation = NegotiationCase(
      offerBase: chosen.baseSalary.amount, isAssumed: false, job: job, market: estimate.distribution,
      walkAway: walkAway, band: chosen.band, postedRange: chosen.postedRange, isPostedPay: chosen.isPostedPay,
      hasRivalOffer: scenario.offers.contains { $0.id != chosen.id && $0.kind == .written },
      hasShortSavings: scenario.hasShortSavings, asOf: terms.asOf)
    let rangeLog = ParameterLog()
    let range = try NegotiationRange(for: negotiation, parameters: terms.parameters.logging(to: rangeLog))
    let current = scenario.offers.first(where: \.isCurrentJob)
    var report = NegotiateReport(
      range, estimate: estimate,
      scenario: NegotiateReport.ScenarioPart(
        offer: chosen, forfeited: try current?.forfeited(under: terms) ?? [],
        walkAwayValue: walkAway.binding?.value ?? 0, compared: scenario.offers), seed: seed)
    report.worth = try worth(in: estimate, job: job, log: rangeLog)
    report.taxed = pretax ? nil : try taxed(report, chosen, walkAway.binding)
    return ExplainedScenario.Range(
      report: report, marketDefaults: marketLog.rows, walkAwayDefaults: walkAwayLog.rows, rangeDefaults: rangeLog.rows)
  }

  /// The range's salaries after tax, and the base at which the offer then equals the best alternative.
  private func taxed(
    _ report: NegotiateReport, _ chosen: Offer, _ alternative: WalkAway.Alternative?
  ) throws -> TaxedRange? {
    guard let takeHome = try takeHome() else { return nil }
    let package = PackageAfterTax(offer: chosen, terms: terms, takeHome: takeHome)
    let figures = try report.salaries.compactMap { salary in
      try package.figures(atBase: salary.base).map { (name: salary.name, value: $0) }
    }
    guard !figures.isEmpty else { return nil }
    let other = alternative.flatMap { found in scenario.offers.first { $0.id == found.name } }
    let floor = try other.flatMap {
      try package.base(equalTo: $0, worth: alternative?.value ?? 0, moving: alternative?.moving ?? 0)
    }
    return TaxedRange(
      figures: figures, walkAway: floor?.base, measure: floor?.measure ?? .afterTax,
      home: takeHome.facts.home?.place ?? "", household: household, isPackage: true)
  }

  /// The percentile that the person of the scenario should aim for; nil when it says nothing of experience or degree.
  private func worth(in estimate: MarketEstimate, job: PricedJob, log: ParameterLog) throws -> Worth? {
    let me = scenario.me
    let profile = WorthProfile(
      experienceYears: me.experienceMonths.map { Double($0) / 12 },
      education: me.education.flatMap { WorthProfile.Education(text: $0) }, certifications: me.certifications.count)
    guard !profile.isEmpty else { return nil }
    return try Worth(
      of: profile, in: estimate.distribution, job: job, parameters: terms.parameters.logging(to: log), on: terms.asOf)
  }

  private func estimate(of chosen: Offer, job: PricedJob, place: Location, log: ParameterLog) throws -> MarketEstimate {
    var question = MarketQuestion(job: job, location: place, industry: chosen.industry, asOf: terms.asOf)
    question.stage = chosen.stage
    question.size = chosen.organizationSize
    question.reportsTo = chosen.reportsTo
    // An offer says what it says: a size that no survey knows must not stop the range.
    question.needsKnownScope = false
    let estimate = try session.market(parameters: terms.parameters.logging(to: log)).estimate(question)
    let code = chosen.baseSalary.currency.code
    guard estimate.currency == code else {
      throw NoMarketData(
        message: "the market for \(place.name) is in \(estimate.currency), the offer in \(code)",
        cure: "import a survey in \(code) for \(place.name)")
    }
    return estimate
  }
}
