import Quantities

extension OfferValuer {
  /// A payment on day 0, `sign_on` or `relocation`, less what may have to be paid back.
  func upfront(_ component: String, _ pay: UpfrontPay) throws -> ElementFlows {
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
      detail: repayment ?? "nothing to repay")
  }

  /// Only a layoff is left to chance: one who stays until then owes nothing.
  private func risk(of clawback: UpfrontPay.Clawback?) -> PayRisk {
    guard let clawback, clawback.onLayoff, clawback.months > 0 else { return .sure }
    return PayRisk(.repays((1...clawback.months).map { clawback.share(leavingIn: $0) }))
  }

  /// The tax on money for the move, where the employer pays it: t / (1 - t) of the amount, since it is taxed itself.
  func grossUp(_ pay: UpfrontPay) throws -> ElementFlows {
    let rate = try value("gross-up.tax-rate")
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
