/// Terms that people who lead should have in writing, and that no default can stand in for.
extension Offer {
  /// What a letter for a director, a CIO or a CTO leaves open, by name.
  var unstatedTermsOfLeading: [String] {
    guard !isCurrentJob, !work.isContractor, let role = job?.role else { return [] }
    guard role.isExecutive || role.bonusClass != "staff" else { return [] }
    let stated = Set(statedTerms.map(\.name))
    var questions: [String] = []
    if role.isExecutive, !stated.contains("indemnity") { questions.append("D&O cover and indemnity") }
    if leavingTerms.changeOfControl == nil { questions.append("pay on a change of control") }
    // A grant may state it for itself.
    let isStated = stated.contains("acceleration") || notValued.contains { $0.hasSuffix(".acceleration") }
    if !equity.isEmpty, !isStated { questions.append("acceleration, single or double trigger") }
    if leavingTerms.noticeMonths == nil { questions.append("notice") }
    if leavingTerms.nonCompeteMonths == nil { questions.append("non-compete") }
    if reportsTo == nil, !stated.contains("reports to") { questions.append("whom it reports to") }
    for name in ["budget", "headcount"] where !stated.contains(name) { questions.append(name) }
    if employerKind.hasSuffix("start-up"), runwayMonths == nil { questions.append("runway") }
    if let relocation, relocation.isGrossedUp == nil { questions.append("who pays the tax on the relocation") }
    return questions
  }

  /// Questions that stated terms raise.
  func unstatedDetails(under terms: ValuationTerms) -> [String] {
    var questions: [String] = []
    let atOnce = "vests, counted as yours at once"
    if let retirement, !retirement.isVestingStated {
      questions.append("when the employer's retirement money \(atOnce)")
    }
    if let pension = benefits.pension, !pension.isVestingStated { questions.append("when the pension \(atOnce)") }
    if deferredPlans.contains(where: { !$0.isVestingStated }) { questions.append("when deferred pay \(atOnce)") }
    if let duty = work.onCall, duty.payPerWeek == nil { questions.append("pay for duty on call") }
    if let plan = benefits.pension, case .accrual = plan.benefit, plan.age == nil {
      questions.append("your age for the pension")
    }
    if let control = leavingTerms.changeOfControl {
      if !control.isTriggerStated {
        questions.append("whether a change of control pays only if it costs you the job, as counted here")
      }
      // Nonprofits and governments are outside that law.
      let tax = try? terms.parameters.row("parachute.applies", scopes: [employerKind, ""], on: terms.asOf).value
      if !control.isExciseStated, tax != 0 {
        questions.append("who bears the excise tax on pay after a change of control, taken as best net")
      }
    }
    if !leavingTerms.isSilent, severance != nil, leavingTerms.paidNoticeMonths > 0 {
      questions.append("whether severance comes on top of the notice, as counted here")
    }
    return questions
  }
}
