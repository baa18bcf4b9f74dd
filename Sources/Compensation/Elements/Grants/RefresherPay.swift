import Glibc
import Quantities

extension OfferValuer {
  /// Yearly grants to come, worth the same money on their days; never promised, so 0 in the headline.
  func refreshers(_ refreshers: RefresherTerms) throws -> ElementFlows {
    let first =
      try refreshers.firstMonth
      ?? Int(terms.parameters.value("refresher.first-month", on: terms.asOf))
    let probability = try refreshers.probability ?? terms.parameters.value("refresher.probability", on: terms.asOf)
    let value = terms.converted(refreshers.grant.amount, from: refreshers.grant.currency.code)
    let q = log(1 + refreshers.dividendYield)
    var flows: [PayFlow] = []
    for granted in stride(from: first, through: terms.months, by: 12) {
      for delivery in refreshers.vesting.deliveries(ofGrantWorth: value, dividendYield: q) {
        let month = granted + delivery.month
        let luck: [PayRisk.Factor] = [
          .odds(probability, .grants), .growth(from: granted, to: month, volatility: nil),
        ]
        var flow = PayFlow(month: month, risk: .stays(through: month, luck))
        // Money until its day, a share from then on.
        flow.fair = delivery.fair * terms.discount(granted)
        flow.expected = flow.fair * probability * survival.odds(atEndOf: month)
        flow.averageLeaver = flow.fair * probability * survival.oddsOfAverageLeaver(atEndOf: month)
        flow.expectedCash = flow.expected
        flows.append(flow)
      }
    }
    return ElementFlows(
      component: "refreshers", certainty: .hopedFor,
      flows: flows.filter { $0.month <= terms.months }.sorted { $0.month < $1.month },
      detail: "a grant of \(NumberText.money(value, currency: terms.currency.code)) every year from month \(first), "
        + "each with odds of \(NumberText.share(probability)); not promised",
      beyondHorizon: later("refreshers", flows))
  }
}
