/// Terms that people who lead should have in writing, and that no default can stand in for.
extension Offer {
  /// What a letter for a director, a CIO or a CTO leaves open, by name.
  var unstatedTermsOfLeading: [String] {
    guard !isCurrentJob, !work.isContractor, let role = job?.role else { return [] }
    guard role.isExecutive || role.bonusClass != "staff" else { return [] }
    let stated = Set(statedTerms.map(\.name))
    var questions: [String] = []
    if role.isExecutive, !stated.contains("indemnity") { questions.append("D&O cover and indemnity") }
    if isSilent(on: "change_in_control", leavingTerms.changeOfControl) {
      questions.append("pay on a change of control")
    }
    // A grant may state it for itself.
    let isStated =
      stated.contains("acceleration") || equity.contains { $0.acceleration != nil }
      || notValued.contains { $0.hasSuffix(".acceleration") }
    if !equity.isEmpty, !isStated { questions.append("acceleration, single or double trigger") }
    if isSilent(on: "notice", leavingTerms.noticeMonths) { questions.append("notice") }
    if isSilent(on: "non_compete", leavingTerms.nonCompeteMonths) { questions.append("non-compete") }
    if reportsTo == nil, !stated.contains("reports to") { questions.append("whom it reports to") }
    for name in ["budget", "headcount"] where !stated.contains(name) { questions.append(name) }
    if employerKind.hasSuffix("start-up"), runwayMonths == nil { questions.append("runway") }
    if clawbacks.contains(where: { $0.terms.basis == nil }) {
      questions.append("whether repayment is gross or net of tax")
    }
    if let relocation, relocation.isGrossedUp == nil { questions.append("who pays the tax on the relocation") }
    return questions
  }

  /// Questions that stated terms raise.
  func unstatedDetails(under terms: ValuationTerms) -> [String] {
    var questions = unstatedHoldings(under: terms)
    let atOnce = "vests, counted as yours at once"
    if let retirement, !retirement.isVestingStated {
      questions.append("when the employer's retirement money \(atOnce)")
    }
    if let pension = benefits.pension, !pension.isVestingStated { questions.append("when the pension \(atOnce)") }
    if deferredPlans.contains(where: { !$0.isVestingStated }) { questions.append("when deferred pay \(atOnce)") }
    for (field, clawback) in clawbacks where clawback.basis == .net && clawback.taxRate == nil {
      questions.append("the tax taken off what is repaid net (\(field).tax)")
    }
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
      // The law looks at the five years before; who is new has today's pay to go by.
      if tax != 0, isCurrentJob, control.baseAmount == nil {
        questions.append(
          "your mean pay of the five years before a change of control, taken as today's base and target bonus "
            + "(change_in_control.base_amount)")
      }
    }
    if !leavingTerms.isSilent, severance != nil, leavingTerms.paidNoticeMonths > 0 {
      questions.append("whether severance comes on top of the notice, as counted here")
    }
    return questions
  }

  /// What may have to be repaid, each with its field.
  private var clawbacks: [(field: String, terms: UpfrontPay.Clawback)] {
    var found = [("sign_on", signOn?.clawback), ("relocation", relocation?.clawback)]
    found += retention.map { ("retention", $0.clawback) }
    found.append(("guaranteed_bonus", guaranteedBonus?.clawback))
    return found.compactMap { field, clawback in clawback.map { (field, $0) } }
  }
}
