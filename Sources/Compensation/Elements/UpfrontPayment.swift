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
    var flow = PayFlow(month: 0)
    flow.headline = amount
    flow.fair = amount
    flow.expected = amount * (1 - repaid.stayer)
    flow.averageLeaver = amount * (1 - repaid.averageLeaver)
    flow.expectedCash = flow.expected
    if let clawback, clawback.onLayoff, clawback.months > 0 {
      flow.risk = PayRisk(.repays((1...clawback.months).map { clawback.share(leavingIn: $0) }))
    }
    let repayment = clawback.map {
      "\(pay.isRepaymentStated ? "" : "terms not stated, so assumed: ")to be repaid on leaving within "
        + "\($0.months) months, \($0.isProRata ? "pro rata" : "in full")"
    }
    return ElementFlows(
      component: component, certainty: .guaranteed, flows: amount == 0 ? [] : [flow],
      detail: repayment ?? "nothing to repay")
  }

  /// The stated terms of repayment, or the usual ones where the paper is silent.
  func clawback(of pay: UpfrontPay) throws -> UpfrontPay.Clawback? {
    guard pay.clawback == nil, !pay.isRepaymentStated else { return pay.clawback }
    let scopes = offer.job?.isExecutive == true ? ["executive", ""] : [""]
    let months = try terms.parameters.row("clawback.months", scopes: scopes, on: terms.asOf).value
    return UpfrontPay.Clawback(months: Int(months), isProRata: true, onLayoff: false)
  }
}
