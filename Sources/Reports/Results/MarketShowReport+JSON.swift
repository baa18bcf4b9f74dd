import Market
import Quantities

/// A market estimate as a document; its parts serve other reports too.
extension MarketShowReport {
  var json: JSONValue {
    [
      "role": Self.role(question.job), "location": Self.location(question.location),
      "level": question.level.isEmpty ? .null : .string(question.level),
      "industry": .orNull(question.industry) { ["id": .string($0.code), "title": .string($0.title)] },
      "as_of": .string(question.asOf.description), "currency": .string(estimate.currency), "basis": "annual",
      "pay_element": .string(question.payElement.rawValue), "percentiles": Self.percentiles(pay),
      "censored": .array(
        pay.points.filter { $0.reading == .atLeast }.map { .string(Self.name($0.probability)) }),
      "soft": .array(pay.points.filter { $0.reading == .soft }.map { .string(Self.name($0.probability)) }),
      "org_size": question.size.isEmpty ? .null : .string(question.size),
      "reports_to": .orNull(question.reportsTo) { .string($0.rawValue) },
      "mean": .orNull(estimate.mean) { .amount($0) },
      "employment": .orNull(estimate.employment) { .amount($0) },
      "n_incumbents": .orNull(estimate.incumbents) { .amount($0) },
      "n_organizations": .orNull(estimate.organizations) { .amount($0) }, "effective_n": nil,
      "median_interval": Self.medianInterval(estimate),
      "confidence": .string(estimate.confidence.rawValue),
      "evidence": MarketEvidenceText.json(estimate.evidence),
      "confidence_reasons": .array(estimate.confidenceReasons.map { .string($0) }),
      "cost_of_labour": .orNull(estimate.costOfLabour) { .ratio($0) },
      "start": Self.start(estimate),
      "sources": .array(estimate.sourcesWithSteps.map(Self.sourceWithSteps)),
      "adjustments": .array(estimate.adjustments.map(Self.adjustment)),
      "notes": .array(estimate.notes.map { .string($0) }),
      "questions": .array(estimate.questions.map { .string($0) }),
      "blend": .string(question.blending.rule.rawValue),
      "pay_zones": zones.isEmpty ? .null : PayZonesText(zones: zones).json,
      "in_dollars": .orNull(abroad) { $0.json },
      "worth": .orNull(worth) { WorthText(worth: $0, currency: estimate.currency).json },
    ]
  }

  /// Percentiles by name; null for one that the source does not give.
  static func percentiles(_ pay: PayDistribution) -> JSONValue {
    .object(
      Dictionary(
        PercentilePoint.published.map { (name($0), .orNull(pay.figure($0)) { .amount($0) }) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The median that all steps start from, in the currency of its own data set.
  static func start(_ estimate: MarketEstimate) -> JSONValue {
    [
      "median": .amount(estimate.startingMedian), "currency": .string(estimate.startingCurrency),
      "cell": .string(estimate.startingCell),
    ]
  }

  /// Both amounts with the rate between them; null for what was in the right currency already.
  static func exchange(_ exchange: Exchange?) -> JSONValue {
    .orNull(exchange) {
      [
        "from": .string($0.from), "to": .string($0.to), "rate": .ratio($0.rate.value),
        "date": .string($0.rate.date.description), "source": .string($0.source), "amount": .amount($0.amount),
        "exchanged": .amount($0.exchanged),
      ]
    }
  }

  static func source(_ use: SourceUse) -> JSONValue {
    [
      "dataset": .string(use.dataset.name), "title": .string(use.dataset.title), "rows": .integer(use.rows),
      "n_incumbents": .orNull(use.incumbents) { .amount($0) },
      "n_organizations": .orNull(use.organizations) { .amount($0) },
      "weight": .ratio(use.weight), "period": .string(use.dataset.effective.monthText),
      "reference": .string(use.dataset.reference), "median": .amount(use.median),
      "percentiles": percentiles(use.distribution), "premium": .ratio(use.premium),
      "level": use.level.isEmpty ? .null : .string(use.level), "exchange": exchange(use.exchange),
      "lines": .array(use.lines.map { .integer($0) }),
    ]
  }

  /// The same with where its median starts and each step from there.
  private static func sourceWithSteps(_ use: SourceUse) -> JSONValue {
    guard case .object(var fields) = source(use) else { return .null }
    fields["start"] = .orNull(use.start) {
      ["median": .amount($0.median), "currency": .string($0.currency), "cell": .string($0.cell)]
    }
    fields["steps"] = .array(use.steps.map(adjustment))
    return .object(fields)
  }

  static func adjustment(_ step: Adjustment) -> JSONValue {
    [
      "name": .string(step.name), "factor": .ratio(step.factor), "detail": .string(step.detail),
      "reference": .string(step.reference),
    ]
  }

  static func role(_ job: PricedJob) -> JSONValue {
    ["id": .string(job.id), "title": .string(job.title), "soc": .string(job.baseOccupation)]
  }

  static func location(_ place: Location) -> JSONValue {
    ["id": .string(place.id), "name": .string(place.name), "kind": .string(place.kind.rawValue)]
  }

  static func medianInterval(_ estimate: MarketEstimate) -> JSONValue {
    let high = estimate.medianInterval.upperBound
    return [
      "low": .amount(estimate.medianInterval.lowerBound), "high": high.isFinite ? .amount(high) : .null,
      "coverage": .ratio(estimate.intervalCoverage),
    ]
  }
}
