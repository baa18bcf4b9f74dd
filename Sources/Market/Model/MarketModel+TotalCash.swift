import Quantities

/// Total cash: base and bonus. Only a source that measures it can say it; else it is base with a usual target bonus.
extension MarketModel {
  func totalCash(_ question: MarketQuestion) throws -> MarketEstimate {
    let measured = try candidates(for: question).compactMap { try measuredCash(question, among: $0) }
    if let first = measured.first {
      return measured.count == 1 ? first.estimate : try blended(measured, question: question)
    }
    var asked = question
    asked.payElement = .base
    var answer = try levelled(asked)
    guard let role = question.job.role, let bonus = try usualBonus(of: role, question: question) else {
      throw NoMarketData(
        message: "no source measures total cash for \(question.job.title) in \(question.location.name)",
        cure: "ask for base pay, or import a survey with the pay element \"total cash\"")
    }
    answer.question = question
    answer.mean = nil
    answer.take(
      Adjustment(
        name: "bonus", factor: 1 + bonus.target.value,
        detail: "base and a usual target bonus of \(NumberText.share(bonus.target.value)) "
          + "(\(NumberText.share(bonus.low)) to \(NumberText.share(bonus.high)))",
        reference: bonus.target.reference))
    answer.confidence = .low
    answer.confidenceReasons.append("no source measures total cash here: the bonus is \(bonus.target.reference)")
    return answer
  }

  /// A data set that measures total cash of the role in the place; the newest release that does.
  private func measuredCash(_ question: MarketQuestion, among releases: [MarketDataset]) throws -> SourceEstimate? {
    guard let role = question.job.role else { return nil }
    for release in releases {
      let level = question.asked(of: release).level
      let found = try cells.cashCells(dataset: release.name, role: role.id, location: question.location.id)
      let leveled = ofSize(found.filter { $0.level == level }, question)
      let wanted = leveled.ofIndustry(question.industry)?.cell ?? leveled.first { $0.industry.isEmpty }
      guard let cell = wanted, let curve = try curve(of: cell, question: question) else { continue }
      return try published(
        question, dataset: release, cell: cell, distribution: curve.pay, occupation: role.baseOccupation,
        notes: curve.notes, steps: question.industryStep(of: cell, release))
    }
    return nil
  }

  /// The usual target bonus as a share of base, for the stage or industry where there is a row, else for the role.
  private func usualBonus(
    of role: Role, question: MarketQuestion
  ) throws -> (target: Parameter, low: Double, high: Double)? {
    for scope in ["\(role.id)/\(question.stage)", "\(role.id)/\(question.industry?.code ?? "")", role.id] {
      guard let target = parameters.row(key: "bonus.target[\(scope)]", on: question.asOf) else { continue }
      return (
        target, try parameters.value("bonus.target-low", scope: scope, on: question.asOf),
        try parameters.value("bonus.target-high", scope: scope, on: question.asOf)
      )
    }
    return nil
  }
}
