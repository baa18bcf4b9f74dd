import Quantities

extension Offer {
  /// What the job one has may owe from before day 0, and what leaving would lose: it counts as nothing until somebody
  /// says how much it is, so it is asked for with its field.
  func unstatedHoldings(under terms: ValuationTerms) -> [String] {
    guard isCurrentJob else { return [] }
    let served = start.map { max(0, $0.months(to: terms.dayZero)) }
    func isUnvested(_ vesting: [VestingSchedule.Event]) -> Bool {
      served.map { $0 > 0 && $0 < (vesting.map(\.month).max() ?? 0) } ?? false
    }
    let unvested = "from before \(terms.dayZero) has not vested, counted as nothing"
    var questions: [String] = []
    if let retirement {
      if retirement.unvested == nil, isUnvested(retirement.vesting) {
        questions.append("how much of the employer's retirement money \(unvested) (retirement.unvested)")
      }
      if retirement.unvested != nil, served ?? 0 >= retirement.vesting.map(\.month).max() ?? 0 {
        questions.append("why retirement.unvested is stated: by its vesting and the start all of it is yours")
      }
    }
    if let deferral = bonus?.deferral, deferral.balance == nil, served != 0 {
      questions.append(
        "what is still to be paid of bonuses awarded before \(terms.dayZero), counted as nothing (bonus.deferred.balance)"
      )
    }
    for plan in deferredPlans where plan.balance == nil && isUnvested(plan.vesting) {
      questions.append("how much of the \(plan.plan.rawValue) plan \(unvested) (its balance)")
    }
    if let pension = benefits.pension, isUnvested(pension.vesting) {
      questions.append("how much of the pension \(unvested)")
    }
    return questions
  }
}
