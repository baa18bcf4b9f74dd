import Quantities

extension MarketModel {
  /// What is said where the doubt about a median is as wide as pay is spread; nil elsewhere.
  ///
  /// Both are right as they are: the error of a role's ratio is the same in every place and is never added to the spread
  /// of pay, and some places publish a middle half far narrower than the nation's.
  func noteOnInterval(of estimate: MarketEstimate) -> String? {
    let pay = estimate.distribution
    let doubt = estimate.medianInterval.upperBound - estimate.medianInterval.lowerBound
    guard doubt.isFinite, doubt >= pay.quantile(0.75) - pay.quantile(0.25) else { return nil }
    let start = "The interval on the median is as wide as the middle half of pay: it is doubt about the figure"
    let question = estimate.question
    guard let role = question.job.role, estimate.adjustments.contains(where: { $0.name == RoleEffect.step }),
      let ratio = RoleRatio.choose(
        from: ratios, role: role.id, stage: question.stage,
        industryGroup: IndustryEffect.isTechnology(question.industry) ? "tech" : "")
    else { return start + ", not spread of pay." }
    if ratio.interval != nil { return start + ", since it holds every stage of a company (--stage)." }
    return start + ", mostly about the ratio of \(role.title) to \(ratio.baseOccupation) (standard error "
      + "\(NumberText.share(ratio.ratioSE))), and pay here lies closer together than in the nation."
  }
}
