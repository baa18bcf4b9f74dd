import Quantities

/// Several sources in one currency: raw currencies are never averaged.
extension MarketModel {
  /// The parts in one currency, and a note for each that no rate brings to it.
  ///
  /// It is that of the place's country where a part is in it, else that of the surest part. Each is aged in its own
  /// currency first, then exchanged at the last rate on or before the day of the question. Throws ``NoMarketData``
  /// where there is no rate for a part that has a weight.
  func inOneCurrency(
    _ parts: [SourceEstimate], question: MarketQuestion
  ) throws -> (parts: [SourceEstimate], notes: [String]) {
    guard Set(parts.map(\.estimate.currency)).count > 1 else { return (parts, []) }
    let currency = try currency(of: parts, question: question)
    var kept: [SourceEstimate] = []
    var notes: [String] = []
    for part in parts {
      let from = part.estimate.currency
      if from == currency {
        kept.append(part)
      } else if let rate = try rates.rate(from: from, to: currency, on: question.asOf) {
        kept.append(part.exchanged(to: currency, at: rate, of: rates.source))
      } else {
        try refuseWeighted(part, in: currency, question: question)
        notes.append(
          "\(part.estimate.sources[0].dataset.title) is in \(from), without a rate to \(currency) on or before "
            + "\(question.asOf): left out.")
      }
    }
    return (kept, notes)
  }

  /// The currency that several parts are brought to.
  private func currency(of parts: [SourceEstimate], question: MarketQuestion) throws -> String {
    let given = question.blending.weights
    let weighted = parts.filter { (given[$0.estimate.sources[0].dataset.name] ?? 0) > 0 }
    let counted = weighted.isEmpty ? parts : weighted
    if let home = try rates.currency(ofCountry: question.location.country),
      counted.contains(where: { $0.estimate.currency == home })
    {
      return home
    }
    let surest = counted.min { $0.variance < $1.variance } ?? counted[0]
    return surest.estimate.currency
  }

  /// A source that the user gave a weight is not left out in silence.
  private func refuseWeighted(_ part: SourceEstimate, in currency: String, question: MarketQuestion) throws {
    let name = part.estimate.sources[0].dataset.name
    guard (question.blending.weights[name] ?? 0) > 0 else { return }
    throw NoMarketData(
      message: "\(name) is in \(part.estimate.currency), other sources are in \(currency), and there is no rate "
        + "between them on or before \(question.asOf)",
      cure: "give weights to sources of one currency, or ask for a later day")
  }
}

extension MarketModel.SourceEstimate {
  /// The same in another currency, with a step that says so; the source keeps its median as it was.
  fileprivate func exchanged(to currency: String, at rate: MarketRates.Rate, of source: String) -> Self {
    var part = self
    let exchange = Exchange(
      amount: estimate.median, from: estimate.currency, to: currency, rate: rate, source: source)
    part.estimate.scale(by: rate.value)
    part.estimate.currency = currency
    part.estimate.sources[0].exchange = exchange
    part.estimate.adjustments.append(
      Adjustment(
        name: "exchange", factor: rate.value, detail: exchange.text, reference: "\(source), \(rate.date)"))
    return part
  }
}
