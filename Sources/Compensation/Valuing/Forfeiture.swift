import Quantities

/// Something lost by leaving, with its day.
public struct ForfeitedItem: Sendable, Equatable {
  /// `unvested RSU`, `sign-on to repay`, ...
  public let item: String
  /// Value to the holder today: fair value times the odds of still being there; a repayment in full.
  public let amount: Money
  /// What the paper promises: the figure to ask an offer to make whole.
  public let paper: Money
  public let date: CalendarDate
}

extension Offer {
  /// What leaving this job on day 0 costs: grants not yet vested in the window and clawbacks still due.
  public func forfeited(under terms: ValuationTerms) throws -> [ForfeitedItem] {
    let valuer = try OfferValuer(offer: self, terms: terms)
    var items: [ForfeitedItem] = []
    for grant in equity {
      for tranche in try valuer.value(of: grant).tranches where tranche.month <= terms.months {
        let value = tranche.fair * tranche.chance * valuer.survival.odds(atEndOf: tranche.month)
        items.append(
          ForfeitedItem(
            item: grant.instrument.unvestedName, amount: Money(value, terms.currency),
            paper: Money(tranche.fair, terms.currency), date: tranche.date))
      }
    }
    items += valuer.unvestedCash() + (try valuer.unvestedBalances())
    items += try valuer.givenUp(retention, named: "retention")
    items += try valuer.givenUp(guaranteedBonus.map { [$0] } ?? [], named: "guaranteed_bonus")
    items += try valuer.owed(signOn, as: "sign-on to repay") + valuer.owed(relocation, as: "relocation to repay")
    return items.sorted { ($0.date, $0.item) < ($1.date, $1.item) }
  }
}

extension OfferValuer {
  /// Payments of cash grants that are promised already.
  fileprivate func unvestedCash() -> [ForfeitedItem] {
    offer.cashGrants.flatMap(payments).filter(\.isPromised).map { payment in
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code) * payment.meanPayout
      let flow = atRisk(payment.month, amount: amount, headline: amount, by: [])
      return ForfeitedItem(
        item: "unvested cash grant", amount: Money(flow.expected, terms.currency),
        paper: Money(flow.fair, terms.currency), date: terms.dayZero.addingMonths(payment.month))
    }
  }

  /// What is in plans without a fund and has not vested.
  fileprivate func unvestedBalances() throws -> [ForfeitedItem] {
    try offer.deferredPlans.flatMap { try heldBalance(of: $0) }.map { flow in
      ForfeitedItem(
        item: "unvested deferred pay", amount: Money(flow.expected, terms.currency),
        paper: Money(flow.fair, terms.currency), date: terms.dayZero.addingMonths(flow.month))
    }
  }

  /// Promised payments of the window that leaving now gives up.
  fileprivate func givenUp(_ payments: [PromisedPayment], named component: String) throws -> [ForfeitedItem] {
    try payments.compactMap { payment in
      guard let month = try month(of: payment, in: component), month <= terms.months else { return nil }
      let fair = terms.converted(payment.amount.amount, from: payment.amount.currency.code) * terms.discount(month)
      var date = terms.dayZero.addingMonths(month)
      if case .date(let day) = payment.timing { date = day }
      return ForfeitedItem(
        item: component.replacing("_", with: " "), amount: Money(fair * survival.odds(atEndOf: month), terms.currency),
        paper: Money(fair, terms.currency), date: date)
    }
  }

  /// What of a payment at hire is still to be repaid on leaving on day 0.
  fileprivate func owed(_ pay: UpfrontPay?, as item: String) throws -> [ForfeitedItem] {
    guard let pay, let paid = pay.paid ?? (offer.isCurrentJob ? offer.start : nil), let clawback = try clawback(of: pay)
    else { return [] }
    let month = paid.months(to: terms.dayZero) + (terms.dayZero.day >= paid.day ? 1 : 0)
    let share = clawback.share(leavingIn: max(1, month))
    guard share > 0 else { return [] }
    let owed = Money(terms.converted(pay.amount.amount, from: pay.amount.currency.code) * share, terms.currency)
    return [ForfeitedItem(item: item, amount: owed, paper: owed, date: terms.dayZero)]
  }
}
