import Quantities

/// Values one offer element by element; each element's rule is in `Elements/`.
struct OfferValuer {
  let offer: Offer
  let terms: ValuationTerms
  let pay: PaySchedule
  let survival: Survival

  init(offer: Offer, terms: ValuationTerms) throws {
    self.offer = offer
    self.terms = terms
    pay = PaySchedule(offer: offer, terms: terms)
    survival = try Survival(of: offer, terms: terms)
  }

  /// Every element there is, in the order offers are read.
  func elements() throws -> [ElementFlows] {
    var elements = [basePay()] + raises()
    if let terms = offer.bonus { elements.append(try bonus(terms)) }
    if let terms = offer.signOn, !offer.isCurrentJob { elements.append(try signOn(terms)) }
    elements += offer.equity.map { restrictedStock($0) }
    if let plan = offer.retirement { elements.append(try match(plan)) }
    if let plan = offer.health { elements.append(health(plan)) }
    if let days = offer.leave { elements.append(try leave(days)) }
    elements.append(try betweenJobs())
    return elements
  }

  /// Pay that leaving does not take back: earned as one works, so not reduced by survival.
  func certain(_ month: Int, amount: Double, headline: Double) -> PayFlow {
    var flow = PayFlow(month: month)
    flow.headline = headline
    flow.fair = amount * terms.discount(month)
    flow.expected = flow.fair
    flow.averageLeaver = flow.fair
    flow.expectedCash = amount
    return flow
  }
}
