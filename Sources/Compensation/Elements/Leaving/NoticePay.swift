import Quantities

extension OfferValuer {
  /// Base paid between a layoff's announcement and the last day, worked or not: severance comes on top.
  func noticePay() -> ElementFlows? {
    let months = offer.leavingTerms.paidNoticeMonths
    guard months > 0 else { return nil }
    let garden = offer.leavingTerms.gardenLeaveMonths ?? 0
    return ElementFlows(
      component: "notice_pay", certainty: .likely, flows: onLayoff { pay.all[$0 - 1] / 12 * Double(months) },
      detail: "\(NumberText.count(months, "month")) of base after a layoff is announced"
        + (garden > 0 ? ", \(NumberText.count(garden, "month")) of them kept from working" : "")
        + (offer.severance == nil ? "" : "; severance comes on top"))
  }
}
