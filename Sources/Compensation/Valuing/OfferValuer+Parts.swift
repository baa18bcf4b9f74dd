/// Which parts there are, by kind, in the order they are shown.
extension OfferValuer {
  /// Pay in money beside base, bonus and what is paid once.
  func furtherCash() throws -> [ElementFlows] {
    var elements = try traced { try $0.timePay() }
    if offer.work.isContractor { elements += try traced { try $0.contractorCosts() } }
    if let plan = offer.commission { elements += try traced { [try $0.commission(plan)] } }
    if !offer.cashGrants.isEmpty {
      elements += try traced { [$0.promisedCashGrants()] }
      elements += try traced { [try $0.laterCashGrants()].compactMap { $0 } }
    }
    for plan in offer.deferredPlans { elements += try traced { [try $0.deferred(plan)] } }
    if let promotion = offer.promotion { elements += try traced { [try $0.promotion(promotion)] } }
    return elements
  }

  /// Benefits beside retirement money, premiums and paid leave.
  func furtherBenefits() throws -> [ElementFlows] {
    let benefits = offer.benefits
    var elements: [ElementFlows] = []
    if let plan = benefits.pension { elements += try traced { [try $0.pension(plan)] } }
    if let plan = offer.health { elements += try traced { [try $0.outOfPocket(plan)].compactMap { $0 } } }
    if let account = benefits.healthAccount { elements += try traced { [try $0.healthAccount(account)] } }
    if let cover = benefits.insurance { elements += try traced { [try $0.insurance(cover)] } }
    if let leave = benefits.parentalLeave { elements += try traced { [try $0.parentalLeave(leave)].compactMap { $0 } } }
    for allowance in benefits.allowances { elements += try traced { [try $0.allowance(allowance)] } }
    if let commute = benefits.commute { elements += try traced { try $0.commute(commute) } }
    return elements
  }

  /// What a layoff or a change of control pays beside severance.
  func leavingPay() throws -> [ElementFlows] {
    var elements = try traced { [$0.noticePay()].compactMap { $0 } }
    if let terms = offer.leavingTerms.changeOfControl { elements += try traced { [try $0.changeOfControl(terms)] } }
    elements += try traced { [try $0.acceleration()].compactMap { $0 } }
    return elements
  }
}
