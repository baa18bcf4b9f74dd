import Quantities

extension OfferValuer {
  /// Pay above what raises bring, from the month after the promotion, at its odds; one must still be there for it.
  func promotion(_ promotion: Promotion) throws -> ElementFlows {
    let odds = try promotion.odds ?? value("promotion.probability")
    let served = monthsServed
    let month = max(0, promotion.afterMonths - served)
    let chance = odds * survival.odds(atEndOf: month)
    let leaverChance = odds * survival.oddsOfAverageLeaver(atEndOf: month)
    let flows = (1...terms.months).filter { $0 > month }.map { later -> PayFlow in
      let extra = max(0, raised(pay.all[later - 1], by: promotion.size) - pay.all[later - 1]) / 12
      var flow = PayFlow(month: later, risk: .stays(through: month, [.odds(odds, .promotion)]))
      flow.fair = extra * terms.discount(later)
      flow.expected = flow.fair * chance
      flow.averageLeaver = flow.fair * leaverChance
      flow.expectedCash = extra * chance
      return flow
    }
    return ElementFlows(
      component: "promotion", certainty: .hopedFor, flows: flows,
      detail: "\(NumberText.share(odds)) odds (\(promotion.odds == nil ? "usual" : "yours")) of more pay after "
        + "\(promotion.afterMonths) months, if still employed then")
  }

  private func raised(_ rate: Double, by size: Raise.Size) -> Double {
    switch size {
    case .share(let share): rate * (1 + share)
    case .to(let amount): converted(amount)
    case .by(let amount): rate + converted(amount)
    }
  }
}
