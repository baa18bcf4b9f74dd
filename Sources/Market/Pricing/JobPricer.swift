import Quantities

/// A job to price: the question, and what is wanted beside the market's answer.
public struct JobPricing: Sendable {
  /// Which default range spread a job has.
  public enum Grade: String, CaseIterable, Sendable {
    case technical, manager, executive
  }

  public var question: MarketQuestion
  /// (maximum - minimum) / minimum of the range; nil for the grade's default.
  public var spread: Double?
  /// Nil for the one that follows from the role.
  public var grade: Grade?
  /// The probability whose pay is the range's midpoint: 0.5 for the median.
  public var target: Double
  /// An incumbent's base pay a year.
  public var pay: Double?
  /// The code of its currency; nil for that of the market.
  public var payCurrency: String?

  public init(
    question: MarketQuestion, spread: Double? = nil, grade: Grade? = nil, target: Double = 0.5, pay: Double? = nil,
    payCurrency: String? = nil
  ) {
    self.question = question
    self.spread = spread
    self.grade = grade
    self.target = target
    self.pay = pay
    self.payCurrency = payCurrency
  }
}

/// Pay in one currency and a market in another, without a rate between them.
public struct MixedCurrency: Error, Sendable, Equatable {
  public let pay: String
  public let market: String
}

/// What to look at twice in a priced job.
public enum PricingFlag: String, CaseIterable, Sendable {
  /// A source has few people or employers, or no cell for the place.
  case thin
  /// A source is past the age at which one index says little about one job.
  case old
  /// A source's median is far from the blend.
  case disagreeing
  /// The midpoint is a top code, or rests on one: at least so much.
  case topCoded = "top-coded"
  /// The midpoint is at a percentile that no source reaches: our extension of the curve.
  case extended
  case lowConfidence = "low confidence"
  /// Pay or a source was in another currency.
  case exchanged
}

/// A flag, and the source and figure behind it.
public struct PricingFinding: Sendable, Equatable {
  public let flag: PricingFlag
  /// `acme-2026 has 6 people`
  public let detail: String
}

/// A priced job: the composite, its range, and where an incumbent stands in it.
public struct JobPrice: Sendable {
  public let request: JobPricing
  public let estimate: MarketEstimate
  public let spread: Double
  public let range: PayRange
  /// The incumbent's pay in the currency of the market; nil without pay.
  public let pay: Double?
  /// How that pay was turned into that currency; nil where it was in it.
  public let payExchange: Exchange?
  /// What to look at, at most one of each flag.
  public let findings: [PricingFinding]

  public var flags: [PricingFlag] { findings.map(\.flag) }

  /// How far the midpoint can be trusted: never more than the market's figures, and little where it is none of them.
  public var confidence: Confidence { midpointReasons.isEmpty ? estimate.confidence : .low }
  public var confidenceReasons: [String] { estimate.confidenceReasons + midpointReasons }

  private var midpointReasons: [String] {
    findings.filter { $0.flag == .topCoded || $0.flag == .extended }.map(\.detail)
  }
  /// Pay over midpoint; nil without pay.
  public var compaRatio: Double? { pay.map { range.compaRatio(of: $0) } }
  /// 0 at the minimum, 1 at the maximum; nil without pay, or where the range is one figure.
  public var rangePenetration: Double? {
    range.maximum > range.minimum ? pay.map { range.rangePenetration(of: $0) } : nil
  }
}

/// Prices many jobs: questions asked before are not asked again.
///
///     var pricer = JobPricer(market: market, parameters: parameters)
///     let price = try pricer.price(JobPricing(question: question, pay: 178_000))
///     price.range.midpoint    // 186,000
///     price.compaRatio        // 0.957
public struct JobPricer {
  private struct Key: Hashable {
    let job, location, industry, level, size: String
    let levels: [String: String]
    let sources: [String]
    let blending: Blending
  }

  private let market: MarketModel
  private let parameters: ParameterTable
  private var answers: [Key: Result<MarketEstimate, NoMarketData>] = [:]

  /// The market should read from ``CachedCells``, or each new question looks the same cells up.
  public init(market: MarketModel, parameters: ParameterTable) {
    self.market = market
    self.parameters = parameters
  }

  /// The price of a job; throws ``NoMarketData`` when no source has any for it, ``MixedCurrency`` when pay is in a
  /// currency without a rate to that of the market.
  ///
  /// All questions of one pricer have the same date and ageing.
  public mutating func price(_ request: JobPricing) throws -> JobPrice {
    let estimate = try answer(request.question).get()
    let date = request.question.asOf
    let spread = try request.spread ?? parameters.value("band.spread", scope: grade(of: request).rawValue, on: date)
    let exchange = try exchange(of: request, to: estimate.currency)
    return JobPrice(
      request: request, estimate: estimate, spread: spread,
      range: PayRange(midpoint: estimate.distribution.quantile(request.target), spread: spread),
      pay: exchange?.exchanged ?? request.pay, payExchange: exchange,
      findings: try findings(in: estimate, payExchange: exchange)
        + MidpointFinding.findings(at: request.target, of: estimate.distribution))
  }

  /// What turns the incumbent's pay into the market's currency; nil where it is in it.
  private func exchange(of request: JobPricing, to currency: String) throws -> Exchange? {
    guard let pay = request.pay, let from = request.payCurrency, from != currency else { return nil }
    guard let rate = try market.rates.rate(from: from, to: currency, on: request.question.asOf) else {
      throw MixedCurrency(pay: from, market: currency)
    }
    return Exchange(amount: pay, from: from, to: currency, rate: rate, source: market.rates.source)
  }

  private mutating func answer(_ question: MarketQuestion) throws -> Result<MarketEstimate, NoMarketData> {
    let key = Key(
      job: question.job.id, location: question.location.id, industry: question.industry?.code ?? "",
      level: question.level, size: question.size, levels: question.levels, sources: question.sources,
      blending: question.blending)
    if let held = answers[key] { return held }
    let result: Result<MarketEstimate, NoMarketData>
    do { result = .success(try market.estimate(question)) } catch let none as NoMarketData { result = .failure(none) }
    answers[key] = result
    return result
  }

  /// By role; a bare occupation is a manager's in group 11 of the SOC, and technical in the others.
  private func grade(of request: JobPricing) -> JobPricing.Grade {
    if let grade = request.grade { return grade }
    if request.question.job.isExecutive { return .executive }
    let leads =
      request.question.job.role?.isLeadership ?? request.question.job.baseOccupation.hasPrefix("11-")
    return leads ? .manager : .technical
  }

  private func findings(in estimate: MarketEstimate, payExchange: Exchange?) throws -> [PricingFinding] {
    let date = estimate.question.asOf
    let limits = (
      people: try parameters.value("source.thin-incumbents", on: date),
      employers: try parameters.value("source.thin-organizations", on: date),
      months: Int(try parameters.value("ageing.low-confidence-months", on: date)),
      apart: try parameters.value("source.disagreement", on: date)
    )
    let used = estimate.sources.filter { $0.weight > 0 }
    func details(_ detail: (SourceUse) -> String?) -> String {
      used.compactMap { use in detail(use).map { "\(use.dataset.name) \($0)" } }.joined(separator: "; ")
    }
    let thin = details { use in
      if !use.isOwnPlace { return "has no cell of its own for \(estimate.question.location.shortName)" }
      if let people = use.incumbents, people < limits.people { return "has \(NumberText.grouped(people)) people" }
      guard let employers = use.organizations, employers < limits.employers else { return nil }
      return "has \(NumberText.grouped(employers)) employers"
    }
    let old = details { abs($0.months) > limits.months ? "is \(abs($0.months)) months old" : nil }
    let disagreeing = details { use in
      let gap = use.median / estimate.median - 1
      guard abs(gap) > limits.apart else { return nil }
      return "is \(NumberText.share(abs(gap))) \(gap > 0 ? "above" : "below") the composite"
    }
    let exchanged =
      [payExchange.map { "pay of \($0.text)" }].compactMap { $0 }
      + used.compactMap { use in use.exchange.map { "\(use.dataset.name): \($0.text)" } }
    let low = estimate.confidence == .low ? estimate.confidenceReasons.joined(separator: "; ") : ""
    return [
      PricingFinding(flag: .thin, detail: thin), PricingFinding(flag: .old, detail: old),
      PricingFinding(flag: .disagreeing, detail: disagreeing), PricingFinding(flag: .lowConfidence, detail: low),
      PricingFinding(flag: .exchanged, detail: exchanged.joined(separator: "; ")),
    ].filter { !$0.detail.isEmpty }
  }
}
