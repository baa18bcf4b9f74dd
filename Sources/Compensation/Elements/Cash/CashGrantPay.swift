import Quantities

/// A payment of a cash grant: when, how much, and whether its grant is promised already.
struct CashGrantPayment {
  let month: Int
  let amount: Money
  let isPromised: Bool
  let meanPayout: Double
}

extension OfferValuer {
  /// Payments of the window: of grants made and promised, and of those that a yearly plan will likely bring.
  func payments(of grant: CashGrant) -> [CashGrantPayment] {
    let first = grant.granted ?? terms.dayZero
    let years = grant.isYearly ? 0...(max(0, first.months(to: terms.dayZero)) + terms.months) / 12 : 0...0
    return years.flatMap { year -> [CashGrantPayment] in
      let granted = first.addingMonths(12 * year)
      // A new offer's first grant falls on day 0; what is granted later is promised only by contract.
      let isPromised = granted <= terms.dayZero || year == 0 || grant.isContractual
      if grant.omitsHeld, granted <= terms.dayZero { return [] }
      return grant.vesting.events.compactMap { event in
        guard let month = terms.month(containing: granted.addingMonths(event.month)), month <= terms.months else {
          return nil
        }
        return CashGrantPayment(
          month: month, amount: Money(grant.amount.amount * event.share, grant.amount.currency),
          isPromised: isPromised, meanPayout: grant.meanPayout)
      }
    }
  }

  /// Promised grants, and apart from them those that a yearly plan may bring.
  func cashGrants() throws -> [ElementFlows] {
    let all = offer.cashGrants.flatMap(payments)
    let promised = flows(of: all.filter(\.isPromised))
    let later = flows(of: all.filter { !$0.isPromised }, chance: try value("ltip.repeat-probability"))
    var elements = [
      ElementFlows(
        component: "ltip", certainty: .likely, flows: promised,
        detail: "\(NumberText.count(promised.count, "payment")) in the window in cash, if still employed")
    ]
    if !later.isEmpty {
      elements.append(
        ElementFlows(
          component: "later_ltip", certainty: .hopedFor, flows: later.map(Self.withoutHeadline),
          detail: "grants of later years, usual but not promised: \(NumberText.count(later.count, "payment")) "
            + "in the window"))
    }
    return elements
  }

  private func flows(of payments: [CashGrantPayment], chance: Double = 1) -> [PayFlow] {
    payments.sorted { $0.month < $1.month }.map { payment in
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code)
      return atRisk(payment.month, amount: amount, headline: amount, chance: payment.meanPayout * chance)
    }
  }

  private static func withoutHeadline(_ flow: PayFlow) -> PayFlow {
    var flow = flow
    flow.headline = 0
    return flow
  }
}
