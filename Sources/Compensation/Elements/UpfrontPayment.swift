import Quantities

extension OfferValuer {
  /// A payment on day 0, `sign_on` or `relocation`, less what may have to be paid back.
  ///
  /// A day that the paper names makes no difference inside the window: a new offer pays on day 0. After the window it is
  /// not reached, and neither the payment nor its repayment counts.
  func upfront(_ component: String, _ pay: UpfrontPay) throws -> ElementFlows {
    if let late = late(component, pay, share: 1) { return late }
    // The current employer's is already in the bank; what leaving would cost is a switching cost, not pay.
    let amount = offer.isCurrentJob ? 0 : terms.converted(pay.amount.amount, from: pay.amount.currency.code)
    let clawback = try clawback(of: pay)
    var repaid = clawback?.expectedRepayment(survival: survival) ?? (stayer: 0, averageLeaver: 0)
    if let departure = offer.leaves, !departure.isLayoff, let share = clawback?.share(leavingIn: departure.month) {
      repaid = (share, share)
    }
    var flow = PayFlow(month: 0, risk: risk(of: clawback))
    flow.headline = amount
    flow.fair = amount
    flow.expected = amount * (1 - repaid.stayer)
    flow.averageLeaver = amount * (1 - repaid.averageLeaver)
    flow.expectedCash = flow.expected
    let repayment = clawback.map { (pay.isRepaymentStated ? "" : "terms not stated, so assumed: ") + $0.text }
    return ElementFlows(
      component: component, certainty: .guaranteed, flows: amount == 0 ? [] : [flow],
      detail: (repayment ?? "nothing to repay")
        + (offer.dayMoved(of: pay, terms).map { "; due on \($0), counted on day 0" } ?? ""))
  }

  /// What is due after the window, as a payment for being there on that day; nil for anything earlier.
  private func late(_ component: String, _ pay: UpfrontPay, share: Double) -> ElementFlows? {
    guard !offer.isCurrentJob, let date = pay.paid, let month = terms.month(containing: date), month > terms.months
    else {
      return nil
    }
    let amount = terms.converted(pay.amount.amount, from: pay.amount.currency.code) * share
    return ElementFlows(
      component: component, certainty: .guaranteed, flows: [],
      detail: "due on \(date), after the window, so in no total",
      beyondHorizon: later(component, [atRisk(month, amount: amount, headline: amount, by: [])]) { _ in date })
  }

  /// Only a layoff is left to chance: one who stays until then owes nothing.
  private func risk(of clawback: UpfrontPay.Clawback?) -> PayRisk {
    guard let clawback, clawback.onLayoff, clawback.months > 0 else { return .sure }
    return PayRisk(.repays((1...clawback.months).map { clawback.share(leavingIn: $0) }))
  }

  /// The tax on money for the move, where the employer pays it: t / (1 - t) of the amount, since it is taxed itself.
  func grossUp(_ pay: UpfrontPay) throws -> ElementFlows {
    let rate = try value("gross-up.tax-rate")
    if let late = late("relocation_tax", pay, share: rate / (1 - rate)) { return late }
    let amount = terms.converted(pay.amount.amount, from: pay.amount.currency.code) * rate / (1 - rate)
    return ElementFlows(
      component: "relocation_tax", certainty: .guaranteed,
      flows: [earned(0, amount: amount, headline: 0, risk: .sure)],
      detail: "the employer pays the tax on the relocation, at \(NumberText.share(rate))")
  }

  /// The stated terms of repayment, or the usual ones where the paper is silent.
  func clawback(of pay: UpfrontPay) throws -> UpfrontPay.Clawback? {
    guard pay.clawback == nil, !pay.isRepaymentStated else { return pay.clawback }
    let scopes = offer.job?.isExecutive == true ? ["executive", ""] : [""]
    let months = try terms.parameters.row("clawback.months", scopes: scopes, on: terms.asOf).value
    return UpfrontPay.Clawback(months: Int(months), isProRata: true, onLayoff: false)
  }
}

extension Offer {
  /// The day in the window on which money at hire is due, though it counts on day 0; nil where no such day is named.
  func dayMoved(of pay: UpfrontPay, _ terms: ValuationTerms) -> CalendarDate? {
    guard !isCurrentJob, let date = pay.paid, let month = terms.month(containing: date) else { return nil }
    return month <= terms.months ? date : nil
  }

  /// What a reader of the totals should know of their days: money at hire that a date puts later in the window.
  public func notesOnDays(under terms: ValuationTerms) -> [String] {
    [("sign_on", signOn), ("relocation", relocation)].compactMap { name, pay in
      guard let pay, let date = dayMoved(of: pay, terms) else { return nil }
      return
        "\(id).\(name) is due on \(date), and counts on day 0, \(terms.dayZero), as all that a new offer pays at hire."
    }
  }
}
