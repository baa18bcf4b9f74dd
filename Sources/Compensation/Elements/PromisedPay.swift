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
      let flow = atRisk(month, amount: amount, headline: amount, by: [])
      guard let clawback = payment.clawback, month <= terms.months else { return flow }
      return repayable(flow, clawback)
    }
    let flows = all.filter { $0.month <= terms.months }
    let isAssumed = payments.contains { $0.timing == nil }
    return ElementFlows(
      component: component, certainty: certainty, flows: flows.sorted { $0.month < $1.month },
      detail: "\(NumberText.count(flows.count, "payment")) in the window, if still employed"
        + (payments.compactMap(\.clawback).first.map { "; " + $0.text } ?? "")
        + (isAssumed ? "; the day is not stated, so the usual month is taken" : ""),
      beyondHorizon: later(component, all) { days[$0] })
  }

  /// A payment that leaving soon after takes back: as if it vested month by month, or at the end, wherever a layoff
  /// obliges to repay it. The average leaver owes it on a quit too.
  private func repayable(_ flow: PayFlow, _ clawback: UpfrontPay.Clawback) -> PayFlow {
    func owed(_ month: Int) -> Double { clawback.share(leavingIn: month) }
    let months = 1...max(1, clawback.months)
    var steps = [PayRisk.Step(month: flow.month, share: 1 - owed(1))]
    steps += months.map { PayRisk.Step(month: flow.month + $0, share: owed($0) - owed($0 + 1)) }
    let atOnce = [PayRisk.Step(month: flow.month, share: 1)]
    let kept = clawback.onLayoff ? steps.filter { $0.share > 0 } : atOnce
    var repayable = vested(
      SteppedPayment(month: flow.month, value: flow.fair, headline: flow.headline, steps: kept))
    for month in months where flow.month + month <= survival.layoffHazards.count {
      repayable.averageLeaver -= flow.fair * survival.oddsOfQuit(in: flow.month + month) * owed(month)
    }
    if clawback.onLayoff { repayable.averageLeaver = averageLeaver(flow, steps: steps) }
    if let departure = offer.leaves, !departure.isLayoff, departure.month > flow.month {
      let due = flow.fair * owed(departure.month - flow.month)
      repayable.expected = flow.expected - due
      repayable.averageLeaver = flow.averageLeaver - due
      repayable.expectedCash = repayable.expected / terms.discount(flow.month)
    }
    return repayable
  }

  /// Who is gone in a month, however that came about, owes that month's share.
  private func averageLeaver(_ flow: PayFlow, steps: [PayRisk.Step]) -> Double {
    steps.reduce(0) { $0 + $1.share * flow.fair * survival.oddsOfAverageLeaver(atEndOf: $1.month) }
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
