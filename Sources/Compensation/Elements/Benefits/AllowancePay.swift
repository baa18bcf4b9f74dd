import Quantities

extension OfferValuer {
  /// Money or things for a purpose: what they cost, at a part where one would not have bought as much oneself. Whether
  /// to use it is one's own choice, so that its odds are no risk.
  func allowance(_ allowance: Allowance) throws -> ElementFlows {
    let purpose = allowance.purpose
    let factor = try value("allowance.value-factor", purpose.rawValue)
    let odds = try purpose == .tuition ? allowance.useOdds ?? value("tuition.use-probability") : allowance.useOdds ?? 1
    let amount = converted(allowance.amount)
    var flows: [PayFlow]
    if !allowance.isOnce {
      flows = everyMonth({ _ in amount / 12 * factor * odds }, headline: { _ in amount / 12 })
    } else {
      // The current employer's has been spent.
      flows = offer.isCurrentJob ? [] : [earned(0, amount: amount * factor * odds, headline: amount, risk: .sure)]
    }
    if !purpose.isMoney { flows = flows.map(Self.inKind) }
    return ElementFlows(
      component: purpose.rawValue, certainty: purpose == .tuition ? .likely : .guaranteed, isInKind: !purpose.isMoney,
      flows: flows, detail: try detail(allowance, factor: factor, odds: odds))
  }

  private func detail(_ allowance: Allowance, factor: Double, odds: Double) throws -> String {
    let once = offer.isCurrentJob ? "once, and paid already" : "once, on the first day"
    var parts = ["\(NumberText.grouped(allowance.amount)) \(allowance.isOnce ? once : "a year")"]
    if odds != 1 { parts.append("\(NumberText.share(odds)) odds that you use it") }
    if factor != 1 { parts.append("counted at \(NumberText.share(factor))") }
    if !allowance.purpose.isMoney { parts.append("in kind") }
    if allowance.purpose == .tuition {
      let limit = try law("tuition.untaxed-limit")
      if allowance.amount > limit { parts.append("taxed above \(NumberText.grouped(limit))") }
    }
    return parts.joined(separator: ", ")
  }

  /// The same without money in hand.
  static func inKind(_ flow: PayFlow) -> PayFlow {
    var flow = flow
    flow.expectedCash = 0
    return flow
  }

  /// Weeks of pay after a birth, at the odds of needing them; nil for those who expect none.
  func parentalLeave(_ leave: ParentalLeave) throws -> ElementFlows? {
    guard leave.odds > 0 else { return nil }
    let month = min(terms.months, Int(try value("parental-leave.month")))
    let amount = leave.weeks / 52 * leave.share * pay.all[month - 1]
    var flow = atRisk(month, amount: amount, headline: 0, chance: leave.odds, by: [.odds(leave.odds, .birth)])
    flow.expectedCash = 0
    return ElementFlows(
      component: "parental_leave", certainty: .likely, isInKind: true, flows: [flow],
      detail: "\(NumberText.short(leave.weeks)) weeks at \(NumberText.share(leave.share)) of base, "
        + "\(NumberText.share(leave.odds)) odds that you need them; in kind")
  }
}
