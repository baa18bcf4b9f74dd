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
  /// The part of pay it belongs to: `equity[0]`, `match`, `sign_on`.
  public let component: String
  /// `unvested RSU`, `sign-on to repay`, ...
  public let item: String
  /// Value to the holder today: fair value times the odds of still being there; a repayment in full.
  public let amount: Money
  /// What the paper promises: the figure to ask an offer to make whole.
  public let paper: Money
  public let date: CalendarDate
  /// How the paper amount comes about: `500 units x 30`.
  public let how: String
}

extension Offer {
  /// What leaving this job at the end of a month costs: what has not vested or been paid by then, of what is promised
  /// for the window, and what is still to be repaid. Month 0 is day 0.
  public func forfeited(under terms: ValuationTerms, leavingAfter month: Int = 0) throws -> [ForfeitedItem] {
    try OfferValuer(offer: self, terms: terms).stakes().forfeited(leavingAfter: month)
  }
}

extension OfferValuer {
  /// Everything that leaving may cost, of what is granted, put in or earned in the window.
  func stakes() throws -> Stakes {
    let guaranteed = offer.guaranteedBonus.map { [$0] } ?? []
    return Stakes(
      terms: terms,
      promises: try unvestedEquity() + unvestedCash() + unvestedPlans() + unvestedPension()
        + givenUp(offer.retention, named: "retention") + givenUp(guaranteed, named: "guaranteed_bonus")
        + earnedBonus() + unvestedMatch(),
      debts: try [
        debt(offer.signOn, "sign_on", "sign-on to repay"), debt(offer.relocation, "relocation", "relocation to repay"),
      ].compactMap { $0 } + debts(offer.retention, "retention") + debts(guaranteed, "guaranteed_bonus"))
  }

  private func promise(
    _ kind: ForfeitedItem.Kind, _ component: String, _ item: String, from: Int = 0, on date: CalendarDate? = nil,
    _ flow: PayFlow, how: String, earned: Range<Int>? = nil, isGathered: Bool = false
  ) -> Stakes.Promise {
    Stakes.Promise(
      kind: kind, component: component, item: item, from: earned?.lowerBound ?? from, kept: flow.month,
      date: date ?? terms.dayZero.addingMonths(flow.month), paper: flow.fair, value: flow.expected, how: how,
      earned: earned, isGathered: isGathered)
  }

  /// `30,000 x d(12) 0.9569`
  private func discounted(_ flow: PayFlow) -> String {
    let factor = NumberText.fixed(terms.discount(flow.month), decimals: 4)
    return "\(AmountText.plain(flow.headline)) x d(\(flow.month)) \(factor)"
  }

  private func unvestedEquity() throws -> [Stakes.Promise] {
    try offer.equity.flatMap { grant in
      try value(of: grant).tranches.map { tranche in
        let each = tranche.units == 0 ? 0 : tranche.fair / tranche.units
        return promise(
          .equity, "equity[\(grant.pathIndex)]", grant.instrument.unvestedName, on: tranche.date, flow(of: tranche),
          how: "\(AmountText.plain(tranche.units)) x \(NumberText.grouped(each, decimals: 4))")
      }
    }
  }

  /// Payments of cash grants that are promised already; of those that a contract has still to bring, from their grant.
  private func unvestedCash() -> [Stakes.Promise] {
    offer.cashGrants.flatMap(payments).filter(\.isPromised).map { payment in
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code) * payment.meanPayout
      let flow = atRisk(payment.month, amount: amount, headline: amount, by: [])
      return promise(
        .cash, "ltip", "unvested cash grant", from: payment.granted, on: payment.date, flow, how: discounted(flow))
    }
  }

  /// What is in plans without a fund, or will be put in, until it vests.
  private func unvestedPlans() throws -> [Stakes.Promise] {
    let risk = ", at the odds that the employer can pay it"
    return try offer.deferredPlans.flatMap { plan in
      try heldBalance(of: plan).map {
        promise(
          .cash, plan.plan.component, "unvested deferred pay", $0,
          how: "\(AmountText.plain($0.headline)) of the balance\(risk)")
      }
        + unvestedToCome(of: plan).map {
          promise(
            .cash, plan.plan.component, "unvested deferred pay", from: $0.from, $0.flow,
            how: "a month's money x d(m)\(risk)", isGathered: true)
        }
    }
  }

  /// What a pension grows by from day 0 on, until it vests.
  private func unvestedPension() throws -> [Stakes.Promise] {
    guard let plan = offer.benefits.pension else { return [] }
    return unvested(
      try pensionPayments(plan).payments, .cash, "pension", "unvested pension", how: "what is earned of it x d(m)")
  }

  /// Promised payments that leaving before gives up.
  private func givenUp(_ payments: [PromisedPayment], named component: String) throws -> [Stakes.Promise] {
    try payments.compactMap { payment in
      guard let month = try month(of: payment, in: component) else { return nil }
      let amount = terms.converted(payment.amount.amount, from: payment.amount.currency.code)
      var day: CalendarDate?
      if case .date(let date) = payment.timing { day = date }
      let flow = atRisk(month, amount: amount, headline: amount, by: [])
      return promise(.cash, component, component.replacing("_", with: " "), on: day, flow, how: discounted(flow))
    }
  }

  /// The running year's bonus, by the months worked for it: most plans pay only those who are there on the day.
  private func earnedBonus() throws -> [Stakes.Promise] {
    guard let bonus = offer.bonus else { return [] }
    let running = try bonusPayments(bonus).map {
      promise(.bonus, "bonus", "bonus of the running year", $0.flow, how: discounted($0.flow), earned: $0.earned)
    }
    guard let deferral = bonus.deferral else { return running }
    // Earned in the year before its award, and given up until it vests.
    return try running
      + deferredPayments(bonus, deferral).map {
        promise(.bonus, "deferred_bonus", "deferred bonus", $0.flow, how: discounted($0.flow), earned: $0.earned)
      }
      + heldDeferrals(deferral).map {
        promise(.bonus, "deferred_bonus", "deferred bonus", $0, how: discounted($0) + ", awarded before")
      }
  }

  /// The employer's match until it vests: what is held already, and what is put in from day 0 on.
  private func unvestedMatch() throws -> [Stakes.Promise] {
    guard let plan = offer.retirement else { return [] }
    return heldMatch(plan).map {
      promise(.match, "match", "unvested match", $0, how: "\(AmountText.plain($0.headline)) put in before")
    }
      + unvested(try matchPayments(plan), .match, "match", "unvested match", how: "the employer's money x d(m)")
  }

  /// Money of each month until it vests.
  private func unvested(
    _ payments: [SteppedPayment], _ kind: ForfeitedItem.Kind, _ component: String, _ item: String, how: String
  ) -> [Stakes.Promise] {
    payments.flatMap { payment in
      payment.steps.filter { $0.month > payment.month }.map { step in
        let vesting = SteppedPayment(
          month: step.month, value: step.share * payment.value, headline: 0,
          steps: [PayRisk.Step(month: step.month, share: 1)])
        return promise(
          kind, component, item, from: payment.month, vested(vesting),
          how: how + (step.share == 1 ? "" : " x \(NumberText.percent(step.share, decimals: 2)) vesting that day"),
          isGathered: true)
      }
    }
  }

  /// A payment at hire that leaving soon gives back in part.
  private func debt(_ pay: UpfrontPay?, _ component: String, _ item: String) throws -> Stakes.Debt? {
    guard let pay, let clawback = try clawback(of: pay) else { return nil }
    // A new offer pays on day 0; when the current employer paid is not always known.
    guard let paid = pay.paid ?? (offer.isCurrentJob ? offer.start : terms.dayZero) else { return nil }
    return Stakes.Debt(
      component: component, item: item + clawback.basisText, paid: paid,
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
        component: component, item: component.replacing("_", with: " ") + " to repay" + clawback.basisText, paid: paid,
        amount: terms.converted(payment.amount.amount, from: payment.amount.currency.code), clawback: clawback)
    }
  }
}
