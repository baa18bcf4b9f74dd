import Quantities

/// A payment of a cash grant: when, how much, and whether its grant is promised already.
struct CashGrantPayment {
  let month: Int
  let date: CalendarDate
  /// The month in which it is granted; 0 for what is held on day 0.
  let granted: Int
  let amount: Money
  let isPromised: Bool
  let meanPayout: Double
}

extension OfferValuer {
  /// Payments of grants made and promised, and of those that a yearly plan will likely bring in the window; some are due
  /// after it.
  func payments(of grant: CashGrant) -> [CashGrantPayment] {
    let first = grant.granted ?? terms.dayZero
    let years = grant.isYearly ? 0...(max(0, first.months(to: terms.dayZero)) + terms.months) / 12 : 0...0
    return years.flatMap { year -> [CashGrantPayment] in
      let granted = first.addingMonths(12 * year)
      guard (terms.month(containing: granted) ?? 0) <= terms.months else { return [] }
      // A new offer's first grant falls on day 0; what is granted later is promised only by contract.
      let isPromised = granted <= terms.dayZero || year == 0 || grant.isContractual
      if grant.omitsHeld, granted <= terms.dayZero { return [] }
      return grant.vesting.events.compactMap { event in
        let date = granted.addingMonths(event.month)
        guard let month = month(of: event, on: date) else { return nil }
        return CashGrantPayment(
          month: month, date: date, granted: terms.month(containing: granted) ?? 0,
          amount: Money(grant.amount.amount * event.share, grant.amount.currency),
          isPromised: isPromised, meanPayout: grant.meanPayout)
      }
    }
  }

  /// Grants made and promised.
  func promisedCashGrants() -> ElementFlows {
    let payments = inOrder(offer.cashGrants.flatMap(payments).filter(\.isPromised))
    let all = flows(of: payments, chance: 1)
    let flows = all.filter { $0.month <= terms.months }
    return ElementFlows(
      component: "ltip", certainty: .likely, flows: flows,
      detail: "\(NumberText.count(flows.count, "payment")) in the window in cash, if still employed",
      beyondHorizon: later("ltip", all) { payments[$0].date })
  }

  /// Grants that a yearly plan may bring later; nil where there are none.
  func laterCashGrants() throws -> ElementFlows? {
    let payments = inOrder(offer.cashGrants.flatMap(payments).filter { !$0.isPromised })
    guard !payments.isEmpty else { return nil }
    let all = flows(of: payments, chance: try value("ltip.repeat-probability")).map(Self.withoutHeadline)
    let flows = all.filter { $0.month <= terms.months }
    return ElementFlows(
      component: "later_ltip", certainty: .hopedFor, flows: flows,
      detail:
        "grants of later years, usual but not promised: \(NumberText.count(flows.count, "payment")) in the window",
      beyondHorizon: later("later_ltip", all) { payments[$0].date })
  }

  private func inOrder(_ payments: [CashGrantPayment]) -> [CashGrantPayment] {
    payments.sorted { $0.month < $1.month }
  }

  private func flows(of payments: [CashGrantPayment], chance: Double) -> [PayFlow] {
    payments.map { payment in
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code)
      return atRisk(
        payment.month, amount: amount, headline: amount, chance: payment.meanPayout * chance,
        by: goals(of: payment) + (chance < 1 ? [.odds(chance, .grants)] : []))
    }
  }

  /// Money that only waits pays its amount; another mean is that of goals, which are met as those of the year's bonus.
  private func goals(of payment: CashGrantPayment) -> [PayRisk.Factor] {
    guard payment.meanPayout != 1 else { return [] }
    let bonus = TargetBonus(target: .shareOfBase(1), payout: .mean(payment.meanPayout))
    return [.payout(bonus, year: terms.year(of: payment.month))]
  }

  private static func withoutHeadline(_ flow: PayFlow) -> PayFlow {
    var flow = flow
    flow.headline = 0
    return flow
  }
}
