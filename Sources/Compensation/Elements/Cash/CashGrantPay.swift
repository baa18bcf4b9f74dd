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

  /// Grants made and promised.
  func promisedCashGrants() -> ElementFlows {
    let flows = flows(of: offer.cashGrants.flatMap(payments).filter(\.isPromised), chance: 1)
    return ElementFlows(
      component: "ltip", certainty: .likely, flows: flows,
      detail: "\(NumberText.count(flows.count, "payment")) in the window in cash, if still employed")
  }

  /// Grants that a yearly plan may bring later; nil where none would be paid in the window.
  func laterCashGrants() throws -> ElementFlows? {
    let payments = offer.cashGrants.flatMap(payments).filter { !$0.isPromised }
    guard !payments.isEmpty else { return nil }
    let flows = flows(of: payments, chance: try value("ltip.repeat-probability"))
    return ElementFlows(
      component: "later_ltip", certainty: .hopedFor, flows: flows.map(Self.withoutHeadline),
      detail: "grants of later years, usual but not promised: \(NumberText.count(flows.count, "payment")) in the window"
    )
  }

  private func flows(of payments: [CashGrantPayment], chance: Double) -> [PayFlow] {
    payments.sorted { $0.month < $1.month }.map { payment in
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
