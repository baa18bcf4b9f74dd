import Quantities

/// Values one offer element by element; each element's rule is in `Elements/`.
///
/// An object, so that asking it for an element copies nothing of the offer.
final class OfferValuer {
  let offer: Offer
  private(set) var terms: ValuationTerms
  let pay: PaySchedule
  let survival: Survival
  private let survivalDefaults: [Parameter]

  init(offer: Offer, terms: ValuationTerms) throws {
    self.offer = offer
    self.terms = terms
    pay = PaySchedule(offer: offer, terms: terms)
    let log = ParameterLog()
    survival = try Survival(of: offer, terms: terms.logging(to: log))
    survivalDefaults = log.rows
  }

  /// Every element there is, in the order offers are read.
  func elements() throws -> [ElementFlows] {
    var elements = try traced { [$0.basePay()] } + traced { $0.raises() }
    if let terms = offer.bonus {
      elements += try traced { [try $0.bonus(terms)] }
      if let deferral = terms.deferral { elements += try traced { [try $0.deferredBonus(terms, deferral)] } }
    }
    elements += try furtherCash()
    elements += try oneOffPay()
    for grant in offer.equity { elements += try traced { [try $0.equity(grant)] } }
    if let terms = offer.refreshers { elements += try traced { [try $0.refreshers(terms)] } }
    if let plan = offer.purchasePlan { elements += try traced { [try $0.purchasePlan(plan)] } }
    if let plan = offer.retirement { elements += try traced { [try $0.match(plan)] } }
    if let plan = offer.health, plan.isPriced { elements += try traced { [$0.health(plan)] } }
    elements += try traced { [try $0.assumedHealth()].compactMap { $0 } }
    if let days = offer.leave { elements += try traced { [try $0.leave(days)] } }
    elements += try furtherBenefits()
    if let severance = offer.severance { elements += try traced { [$0.severance(severance)] } }
    elements += try leavingPay()
    return elements + (try traced { [try $0.betweenJobs()] })
  }

  /// What is paid once: guaranteed, for staying, at hire.
  private func oneOffPay() throws -> [ElementFlows] {
    var elements: [ElementFlows] = []
    if let bonus = offer.guaranteedBonus {
      elements += try traced { [try $0.promised("guaranteed_bonus", [bonus], .guaranteed)] }
    }
    if !offer.retention.isEmpty {
      elements += try traced { [try $0.promised("retention", $0.offer.retention, .likely)] }
    }
    guard !offer.isCurrentJob else { return elements }
    if let pay = offer.signOn { elements += try traced { [try $0.upfront("sign_on", pay)] } }
    if let pay = offer.relocation {
      elements += try traced { [try $0.upfront("relocation", pay)] }
      if pay.isGrossedUp == true { elements += try traced { [try $0.grossUp(pay)] } }
    }
    return elements
  }

  /// Elements with the defaults that went into them; the odds of staying count where leaving forfeits something.
  func traced(_ make: (OfferValuer) throws -> [ElementFlows]) throws -> [ElementFlows] {
    var (elements, own) = try reading { try make(self) }
    for place in elements.indices {
      elements[place].defaults =
        elements[place].isAtRisk ? own + survivalDefaults.filter { !own.contains($0) } : own
    }
    return elements
  }

  /// What is computed, and the defaults that were asked for meanwhile.
  func reading<Result>(_ compute: () throws -> Result) rethrows -> (result: Result, rows: [Parameter]) {
    let log = ParameterLog()
    let parameters = terms.parameters
    terms.parameters = parameters.logging(to: log)
    defer { terms.parameters = parameters }
    return (try compute(), log.rows)
  }

  /// Pay that leaving does not take back: earned as one works, so not reduced by survival.
  func earned(_ month: Int, amount: Double, headline: Double, risk: PayRisk) -> PayFlow {
    var flow = PayFlow(month: month, risk: risk)
    flow.headline = headline
    flow.fair = amount * terms.discount(month)
    flow.expected = flow.fair
    flow.averageLeaver = flow.fair
    flow.expectedCash = amount
    return flow
  }
}
