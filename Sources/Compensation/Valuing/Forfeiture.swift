import Quantities

/// Something lost by leaving, with its day.
public struct ForfeitedItem: Sendable, Equatable {
  /// What sort of loss it is; the calendar of leaving has a column for each.
  public enum Kind: String, CaseIterable, Sendable {
    case equity = "unvested_equity"
    case cash = "cash_to_come"
    case bonus = "bonus_earned"
    case match = "unvested_match"
    case repayment = "to_repay"
  }

  public let kind: Kind
  /// `unvested RSU`, `sign-on to repay`, ...
  public let item: String
  /// Value to the holder today: fair value times the odds of still being there; a repayment in full.
  public let amount: Money
  /// What the paper promises: the figure to ask an offer to make whole.
  public let paper: Money
  public let date: CalendarDate
}

extension Offer {
  /// What leaving this job at the end of a month costs: what has not vested or been paid by then, of what is promised
  /// for the window, and what is still to be repaid. Month 0 is day 0.
  public func forfeited(under terms: ValuationTerms, leavingAfter month: Int = 0) throws -> [ForfeitedItem] {
    try OfferValuer(offer: self, terms: terms).stakes().forfeited(leavingAfter: month)
  }
}

/// All that leaving may cost: computed once, asked for any month.
struct Stakes {
  /// Money that staying until the end of month `kept` brings, and leaving earlier gives up.
  struct Promise {
    let kind: ForfeitedItem.Kind
    let item: String
    /// The month in which it is granted or put in; before, leaving gives up nothing.
    var from = 0
    let kept: Int
    /// The day it is kept from.
    let date: CalendarDate
    let paper: Double
    let value: Double
    /// The month until which it is earned little by little, as a year's bonus is; nil where it is whole at once.
    var earned: Int?

    func share(leavingAfter month: Int) -> Double {
      guard from <= month, month < kept else { return 0 }
      guard let earned, earned > from else { return 1 }
      return min(1, Double(month - from) / Double(earned - from))
    }
  }

  /// What was paid on a day, and is repaid in part on leaving soon after.
  struct Debt {
    let item: String
    let paid: CalendarDate
    let amount: Double
    let clawback: UpfrontPay.Clawback

    func owed(leavingOn day: CalendarDate) -> Double {
      // Before it is paid, leaving gives it up instead.
      guard day >= paid else { return 0 }
      // A month that has begun counts as one in which the holder leaves.
      let month = paid.months(to: day) + (day.day >= paid.day ? 1 : 0)
      return amount * clawback.share(leavingIn: max(1, month))
    }
  }

  let terms: ValuationTerms
  let promises: [Promise]
  let debts: [Debt]

  func forfeited(leavingAfter month: Int) -> [ForfeitedItem] {
    let day = terms.dayZero.addingMonths(month)
    let lost = promises.compactMap { promise -> ForfeitedItem? in
      let share = promise.share(leavingAfter: month)
      guard share > 0 else { return nil }
      return ForfeitedItem(
        kind: promise.kind, item: promise.item, amount: Money(promise.value * share, terms.currency),
        paper: Money(promise.paper * share, terms.currency), date: promise.date)
    }
    let owed = debts.compactMap { debt -> ForfeitedItem? in
      let owed = Money(debt.owed(leavingOn: day), terms.currency)
      guard owed.minorUnits > 0 else { return nil }
      return ForfeitedItem(kind: .repayment, item: debt.item, amount: owed, paper: owed, date: day)
    }
    return (lost + owed).sorted { ($0.date, $0.item) < ($1.date, $1.item) }
  }
}

extension OfferValuer {
  /// Everything of the window that leaving may cost.
  func stakes() throws -> Stakes {
    let promises =
      try unvestedEquity() + unvestedCash() + unvestedBalances()
      + givenUp(offer.retention, named: "retention")
      + givenUp(offer.guaranteedBonus.map { [$0] } ?? [], named: "guaranteed_bonus")
      + earnedBonus() + unvestedMatch()
    return Stakes(
      terms: terms, promises: promises,
      debts: try [
        debt(offer.signOn, "sign-on to repay"), debt(offer.relocation, "relocation to repay"),
      ].compactMap { $0 } + debts(offer.retention, "retention")
        + debts(offer.guaranteedBonus.map { [$0] } ?? [], "guaranteed_bonus"))
  }

  private func promise(
    _ kind: ForfeitedItem.Kind, _ item: String, from: Int = 0, on date: CalendarDate? = nil, _ flow: PayFlow,
    earned: Int? = nil
  ) -> Stakes.Promise {
    Stakes.Promise(
      kind: kind, item: item, from: from, kept: flow.month, date: date ?? terms.dayZero.addingMonths(flow.month),
      paper: flow.fair, value: flow.expected, earned: earned)
  }

  private func unvestedEquity() throws -> [Stakes.Promise] {
    try offer.equity.flatMap { grant in
      try value(of: grant).tranches.filter { $0.month <= terms.months }.map { tranche in
        promise(.equity, grant.instrument.unvestedName, on: tranche.date, flow(of: tranche))
      }
    }
  }

  /// Payments of cash grants that are promised already.
  private func unvestedCash() -> [Stakes.Promise] {
    offer.cashGrants.flatMap(payments).filter { $0.isPromised && $0.month <= terms.months }.map { payment in
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code) * payment.meanPayout
      return promise(.cash, "unvested cash grant", atRisk(payment.month, amount: amount, headline: amount, by: []))
    }
  }

  /// What is in plans without a fund, or will be put in, and has not vested.
  private func unvestedBalances() throws -> [Stakes.Promise] {
    try offer.deferredPlans.flatMap { plan in
      try heldBalance(of: plan).map { promise(.cash, "unvested deferred pay", $0) }
    }
  }

  /// Promised payments of the window that leaving before gives up.
  private func givenUp(_ payments: [PromisedPayment], named component: String) throws -> [Stakes.Promise] {
    try payments.compactMap { payment in
      guard let month = try month(of: payment, in: component), month <= terms.months else { return nil }
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code)
      var day: CalendarDate?
      if case .date(let date) = payment.timing { day = date }
      return promise(
        .cash, component.replacing("_", with: " "), on: day, atRisk(month, amount: amount, headline: amount, by: []))
    }
  }

  /// The running year's bonus, by the months worked for it: most plans pay only those who are there on the day.
  private func earnedBonus() throws -> [Stakes.Promise] {
    guard let terms = offer.bonus else { return [] }
    let running = try bonus(terms).flows.map {
      promise(.bonus, "bonus of the running year", from: $0.month - 12, $0, earned: $0.month)
    }
    guard let deferral = terms.deferral else { return running }
    // Earned in the year before its award, and given up until it vests.
    return try running
      + deferredPayments(terms, deferral).filter { $0.flow.month <= self.terms.months }.map {
        promise(.bonus, "deferred bonus", from: $0.awarded - 12, $0.flow, earned: $0.awarded)
      }
  }

  /// The employer's match from day 0 on, until it vests.
  private func unvestedMatch() throws -> [Stakes.Promise] {
    guard let plan = offer.retirement else { return [] }
    return try matchPayments(plan).flatMap { payment in
      payment.steps.filter { $0.month > payment.month && $0.month <= terms.months }.map { step in
        let vesting = SteppedPayment(
          month: step.month, value: step.share * payment.value, headline: 0,
          steps: [PayRisk.Step(month: step.month, share: 1)])
        return promise(.match, "unvested match", from: payment.month, vestedInWindow(vesting))
      }
    }
  }

  /// A payment at hire that leaving soon gives back in part.
  private func debt(_ pay: UpfrontPay?, _ item: String) throws -> Stakes.Debt? {
    guard let pay, let clawback = try clawback(of: pay) else { return nil }
    // A new offer pays on day 0; when the current employer paid is not always known.
    guard let paid = pay.paid ?? (offer.isCurrentJob ? offer.start : terms.dayZero) else { return nil }
    return Stakes.Debt(
      item: item + clawback.basisText, paid: paid,
      amount: terms.converted(pay.amount.amount, from: pay.amount.currency.code),
      clawback: clawback)
  }

  /// Payments for staying that leaving soon after gives back in part, those already made too.
  private func debts(_ payments: [PromisedPayment], _ component: String) throws -> [Stakes.Debt] {
    try payments.compactMap { payment in
      guard let clawback = payment.clawback else { return nil }
      let paid: CalendarDate
      if case .date(let date) = payment.timing {
        paid = date
      } else if let month = try month(of: payment, in: component) {
        paid = terms.dayZero.addingMonths(month)
      } else {
        return nil
      }
      return Stakes.Debt(
        item: component.replacing("_", with: " ") + " to repay" + clawback.basisText, paid: paid,
        amount: terms.converted(payment.amount.amount, from: payment.amount.currency.code), clawback: clawback)
    }
  }
}
