import Glibc
import Quantities

extension MarketModel {
  /// Ages an estimate, puts an interval on its median and says how far to trust it.
  func finished(
    _ question: MarketQuestion, dataset: MarketDataset, cells used: [PayCell], start: PayCell,
    distribution: PayDistribution, adjustments: [Adjustment], standardError: Double, ratioSE: Double?,
    confidence: Confidence, reasons: [String], notes: [String], questions: [String], index: Double?,
    occupation: String, interval: ClosedRange<Double>?
  ) throws -> SourceEstimate {
    let aging = try agingFactor(question, dataset: dataset, occupation: occupation)
    var confidence = confidence
    var reasons = reasons
    let rule = try ConfidenceRule(parameters: parameters, on: question.asOf)
    let limits = [
      rule.age(months: aging.factor.months), rule.sample(used.last ?? start), rule.topCode(of: distribution),
      rule.kind(of: dataset),
    ]
    for limit in limits.compactMap({ $0 }) {
      confidence = min(confidence, limit.confidence)
      reasons.append(limit.reason)
    }
    var steps = adjustments
    if aging.factor.months != 0 {
      steps.append(
        aging.factor.adjustment(from: dataset.effective, to: question.asOf, reference: aging.reference))
    }
    var notes = notes
    if aging.factor.months != 0, question.agingRate == nil, question.location.country != "US" {
      notes.append(
        "Aged at the US index, for want of one for \(question.location.country): --aging gives yours."
      )
    }
    let published = start.pay(at: 0.5)
    if published == nil, let note = noteOnMedian(of: start, dataset: dataset) { notes.append(note) }
    let aged = aging.factor.months == 0 ? distribution : distribution.scaled(by: aging.factor.factor)
    let coverage = try parameters.value("interval.coverage", on: question.asOf)
    let reach = exp(StandardNormal.quantile((1 + coverage) / 2) * standardError)
    let ends = interval ?? (1 / reach)...reach
    let local = used.last ?? start
    let isPublished = question.job.role == nil && adjustments.isEmpty
    let currency = start.currency.isEmpty ? dataset.currency : start.currency
    let estimate = MarketEstimate(
      question: question, distribution: aged, currency: currency,
      medianInterval: (aged.median * ends.lowerBound)...(aged.median * ends.upperBound),
      intervalCoverage: coverage, confidence: confidence, confidenceReasons: reasons,
      startingMedian: try published ?? curve(of: start, question: question)?.pay.median ?? distribution.median,
      startingCurrency: currency, startingCell: MarketModel.name(of: start, dataset: dataset),
      adjustments: steps,
      sources: [
        SourceUse(
          dataset: dataset, rows: used.count, weight: 1, lines: used.map(\.line), median: aged.median,
          distribution: aged, months: aging.factor.months, isOwnPlace: local.location == question.location.id,
          incumbents: local.incumbents, organizations: local.organizations, population: local.employment,
          level: local.level)
      ],
      mean: isPublished ? start.mean.map { $0 * aging.factor.factor } : nil, employment: local.employment,
      incumbents: local.incumbents, organizations: local.organizations, costOfLabour: index, notes: notes,
      questions: questions)
    let b = try bias(of: dataset, ratioSE: ratioSE, months: aging.factor.months, asOf: question.asOf)
    let sampling = standardError * standardError - (ratioSE ?? 0) * (ratioSE ?? 0)
    return SourceEstimate(estimate: estimate, variance: max(0, sampling) + b * b)
  }

  /// A median that the source does not give is read off the curve through what it gives, and said to be. One percentile
  /// alone has its own note.
  private func noteOnMedian(of cell: PayCell, dataset: MarketDataset) -> String? {
    guard cell.percentiles.count > 1 else { return nil }
    let given = cell.percentiles.map { "P\(Int(($0.probability * 100).rounded()))" }
    return "\(Self.name(of: cell, dataset: dataset)) gives no median: the one it starts from is read off the curve "
      + "through its \(given.joined(separator: ", "))."
  }

  /// Bias allowance of a source: by its kind, at least the error of the role ratio it went through, plus some for age.
  private func bias(of dataset: MarketDataset, ratioSE: Double?, months: Int, asOf: CalendarDate) throws -> Double {
    var scope = dataset.sourceKind.rawValue
    if dataset.sourceKind == .oews { scope = ratioSE == nil ? "oews-occupation" : "oews-role-ratio" }
    let kind = max(try parameters.value("source.bias", scope: scope, on: asOf), ratioSE ?? 0)
    return kind + abs(Double(months)) / 12 * (try parameters.value("source.bias-per-year", on: asOf))
  }

  /// Months from the survey to the question, at the user's rate or the occupation group's.
  private func agingFactor(
    _ question: MarketQuestion, dataset: MarketDataset, occupation: String
  ) throws -> (factor: AgingFactor, reference: String) {
    let months = dataset.effective.months(to: question.asOf)
    if let rate = question.agingRate {
      return (AgingFactor(months: months, annualRate: rate), "your rate (--aging)")
    }
    let row = try parameters.row(
      "ageing.annual-rate", scopes: [String(occupation.prefix(2)), "other"], on: question.asOf)
    return (AgingFactor(months: months, annualRate: row.value), row.reference)
  }

  /// Several sources as one answer.
  func blended(_ parts: [SourceEstimate], question: MarketQuestion) throws -> MarketEstimate {
    let (sameCurrency, notesOnCurrency) = try inOneCurrency(parts, question: question)
    let weights = try weights(of: sameCurrency, question: question)
    guard
      let distribution = Blend.average(
        zip(sameCurrency, weights).map { (distribution: $0.estimate.distribution, weight: $1) },
        by: question.blending.rule)
    else { return parts[0].estimate }
    // The heaviest source tells the story; the others are listed beside it.
    let order = sameCurrency.indices.sorted { weights[$0] > weights[$1] }
    var answer = sameCurrency[order[0]].estimate
    let factor = distribution.median / answer.distribution.median
    answer.sources = order.map { sameCurrency[$0].estimate.ownSource.weighing(weights[$0]) }
    answer.adjustments.append(
      Adjustment(
        name: "blend", factor: factor,
        detail: NumberText.count(sameCurrency.count, "source") + ", "
          + (sameCurrency.count == 1 ? "weight " : "weights ")
          + answer.sources.map { $0.nameWithWeight }
          .joined(separator: ", "), reference: question.blending.reference))
    // The ends by the same rule as the median, so that they lie around it.
    func blend(_ end: (ClosedRange<Double>) -> Double) -> Double {
      let ends = zip(sameCurrency, weights).map { (end($0.estimate.medianInterval), $1) }
      return question.blending.rule == .log
        ? exp(ends.reduce(0) { $0 + log($1.0) * $1.1 }) : ends.reduce(0) { $0 + $1.0 * $1.1 }
    }
    answer.medianInterval = blend(\.lowerBound)...blend(\.upperBound)
    answer.distribution = distribution
    answer.mean = nil
    let counted = try parameters.value("confidence.counted-weight", on: question.asOf)
    let trusted = zip(sameCurrency, weights).filter { $1 >= counted }.map(\.0.estimate)
    answer.confidence = trusted.map(\.confidence).min() ?? answer.confidence
    answer.confidenceReasons = Self.reasons(trusted.filter { $0.confidence == answer.confidence })
    for index in order.dropFirst() where weights[index] >= counted {
      answer.notes += sameCurrency[index].estimate.notes.filter { !answer.notes.contains($0) }
    }
    let apart = try parameters.value("source.disagreement", on: question.asOf)
    for part in sameCurrency {
      let median = part.estimate.distribution.median
      if abs(median / distribution.median - 1) > apart {
        answer.notes.append(
          "\(part.estimate.sources[0].dataset.title) alone gives \(NumberText.grouped(median)), more than "
            + "\(NumberText.share(apart)) from the blend.")
        answer.confidence = min(answer.confidence, .medium)
        let disagreement = "the sources disagree by more than \(NumberText.share(apart))"
        if !answer.confidenceReasons.contains(disagreement) { answer.confidenceReasons.append(disagreement) }
      }
    }
    answer.notes += notesOnCurrency
    answer.notes += zip(sameCurrency, weights).compactMap { part, weight in
      weight > 0 ? Self.noteOnReach(of: part.estimate, in: distribution) : nil
    }
    return answer
  }

  /// Why these parts are not surer: what holds for all of them once, the rest with the name of its source.
  private static func reasons(_ parts: [MarketEstimate]) -> [String] {
    guard parts.count > 1, let first = parts.first else { return named(parts) { _ in true } }
    let shared = first.confidenceReasons.filter { reason in parts.allSatisfy { $0.confidenceReasons.contains(reason) } }
    return shared + named(parts) { !shared.contains($0) }
  }

  private static func named(_ parts: [MarketEstimate], _ isNamed: (String) -> Bool) -> [String] {
    parts.flatMap { part in
      let title = part.sources[0].dataset.title
      // Some reasons begin with the name.
      return part.confidenceReasons.filter(isNamed).map { $0.hasPrefix(title + " ") ? $0 : "\(title): \($0)" }
    }
  }

  /// What is said where a source gives no figure for a percentile that the blend has.
  private static func noteOnReach(of part: MarketEstimate, in blend: PayDistribution) -> String? {
    let extended = part.distribution.unreached.filter(blend.reaches)
    if extended.isEmpty { return nil }
    let names = extended.map { "P\(Int(($0 * 100).rounded()))" }.joined(separator: " and ")
    return "\(part.sources[0].dataset.title) gives no \(names): in the blend its curve is extended there by our rule."
  }

  private static func name(of cell: PayCell, dataset: MarketDataset) -> String {
    let job = cell.role.isEmpty ? cell.occupation : cell.role
    return "\(dataset.title), \(job), \(cell.location)" + (cell.level.isEmpty ? "" : ", level \(cell.level)")
  }
}

extension MarketEstimate {
  /// The source of an estimate from one, with the steps that lead to its median.
  fileprivate var ownSource: SourceUse {
    var use = sources[0]
    use.start = SourceUse.Start(median: startingMedian, currency: startingCurrency, cell: startingCell)
    use.steps = adjustments
    return use
  }

  /// Each source with the steps that lead to its median; an only source has those of the answer.
  public var sourcesWithSteps: [SourceUse] { sources.count == 1 ? [ownSource] : sources }
}
