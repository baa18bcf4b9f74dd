import Quantities

extension OfferValuer {
  /// Payments for being there on a day: each in full, if still employed then. What was due on or before day 0 is not
  /// counted.
  func promised(_ component: String, _ payments: [PromisedPayment], _ certainty: Certainty) throws -> ElementFlows {
    var days: [CalendarDate?] = []
    let all = try payments.compactMap { payment -> PayFlow? in
      guard let month = try month(of: payment, in: component) else { return nil }
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code)
      if case .date(let date) = payment.timing { days.append(date) } else { days.append(nil) }
      return atRisk(month, amount: amount, headline: amount, by: [])
    }
    let flows = all.filter { $0.month <= terms.months }
    let isAssumed = payments.contains { $0.timing == nil }
    return ElementFlows(
      component: component, certainty: certainty, flows: flows.sorted { $0.month < $1.month },
      detail: "\(NumberText.count(flows.count, "payment")) in the window, if still employed"
        + (isAssumed ? "; the day is not stated, so the usual month is taken" : ""),
      beyondHorizon: later(component, all) { days[$0] })
  }

  /// The month a payment falls in; nil on or before day 0.
  func month(of payment: PromisedPayment, in component: String) throws -> Int? {
    switch payment.timing {
    case .month(let month): return month > 0 ? month : nil
    case .date(let date): return terms.month(containing: date)
    case nil: return Int(try terms.parameters.value("paid.month", scope: component, on: terms.asOf))
    }
  }
}
