import Quantities

extension OfferValuer {
  /// Base paid between a layoff's announcement and the last day, worked or not: severance comes on top.
  func noticePay() -> ElementFlows? {
    let months = offer.leavingTerms.paidNoticeMonths
    guard months > 0 else { return nil }
    let garden = offer.leavingTerms.gardenLeaveMonths ?? 0
    return ElementFlows(
      component: "notice_pay", certainty: .likely, flows: onLayoff { pay.all[$0 - 1] / 12 * months },
      detail: "\(span(months)) of base after a layoff is announced"
        + (garden > 0 ? ", \(span(garden)) of them kept from working" : "")
        + (offer.severance == nil ? "" : "; severance comes on top"))
  }

  /// `3 months`; in days where that is no whole number of months: `14 days`.
  private func span(_ months: Double) -> String {
    if let whole = Int(exactly: months) { return NumberText.count(whole, "month") }
    return NumberText.count(Int((months * 365.25 / 12).rounded()), "day")
  }
}
