import Glibc
import Quantities

/// The user's word on sources: premiums and weights.
extension MarketModel {
  /// The parts with their premiums, each a step of its source.
  func withPremiums(_ parts: [SourceEstimate], question: MarketQuestion) -> [SourceEstimate] {
    guard !question.blending.premiums.isEmpty else { return parts }
    return parts.map { part in
      let name = part.estimate.sources[0].dataset.name
      guard let premium = question.blending.premiums[name], premium != 0 else { return part }
      var part = part
      part.estimate.scale(by: 1 + premium)
      part.estimate.sources[0].premium = premium
      part.estimate.adjustments.append(
        Adjustment(
          name: "premium", factor: 1 + premium,
          detail: "\(name): your \(premium < 0 ? "discount" : "premium") of \(NumberText.share(abs(premium)))",
          reference: "your premium (--premium)"))
      return part
    }
  }

  /// A premium on a data set that has no part in the answer does nothing, which is said.
  func notesOnPremiums(of parts: [SourceEstimate], question: MarketQuestion) -> [String] {
    let used = Set(parts.map { $0.estimate.sources[0].dataset.name })
    return question.blending.premiums.keys.sorted().filter { !used.contains($0) }.map {
      "\($0) has a premium, but no part in this answer."
    }
  }

  /// Throws ``NoMarketData`` when a source that the user gave a weight has nothing to weigh: its share would go to
  /// the others in silence.
  func requireWeighted(_ parts: [SourceEstimate], question: MarketQuestion) throws {
    let weights = question.blending.weights.filter { $0.value > 0 }
    guard !weights.isEmpty, !parts.isEmpty else { return }
    let level = question.level.isEmpty ? "" : ", level \(question.level),"
    let job = "\(question.job.title)\(level) in \(question.location.name)"
    for name in weights.keys.sorted() {
      guard parts.contains(where: { $0.estimate.sources[0].dataset.name == name }) else {
        throw NoMarketData(
          message: "\(name) has a weight, but no pay for \(job)",
          cure: "give its weight to the others, or ask for a "
            + (level.isEmpty ? "place that it covers" : "place and level that it covers"))
      }
    }
  }

  /// Weights of the parts: the user's, or those that follow from each source's variance.
  func weights(of parts: [SourceEstimate], question: MarketQuestion) throws -> [Double] {
    let given = question.blending.weights
    guard !given.isEmpty else {
      return Blend.weights(
        variances: parts.map(\.variance), maximum: try parameters.value("source.maximum-weight", on: question.asOf))
    }
    return parts.map { given[$0.estimate.sources[0].dataset.name] ?? 0 }
  }
}

extension MarketEstimate {
  /// A step on the answer as a whole, and so on each of its sources.
  mutating func take(_ step: Adjustment) {
    scale(by: step.factor)
    adjustments.append(step)
    for index in sources.indices where sources[index].start != nil { sources[index].steps.append(step) }
  }

  /// Every figure of pay times a factor; what it is said to come from stays.
  mutating func scale(by factor: Double) {
    distribution = distribution.scaled(by: factor)
    medianInterval = (medianInterval.lowerBound * factor)...(medianInterval.upperBound * factor)
    mean = mean.map { $0 * factor }
    for index in sources.indices { sources[index].scale(by: factor) }
  }
}

extension SourceUse {
  /// `acme-2026 60%`; `oracle-2026 level M4 60% at -5.0%` with a level and a premium; `ons-2025 40% from GBP
  /// (1 GBP = 1.3399 USD, 2026-10-30)` where it was exchanged.
  var nameWithWeight: String {
    "\(dataset.name) \(level.isEmpty ? "" : "level \(level) ")\(NumberText.share(weight))"
      + (premium == 0 ? "" : " at \(NumberText.percent(premium, signed: true))")
      + (exchange.map { " from \($0.from) (\($0.rateText), \($0.rate.date))" } ?? "")
  }
}
