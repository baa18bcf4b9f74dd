import Glibc
import Quantities

/// A vesting date of a grant, seen from day 0.
public struct Tranche: Sendable, Equatable {
  /// The day it vests.
  public let date: CalendarDate
  let delivery: StockDelivery

  /// Months after day 0.
  public var month: Int { delivery.month }
  /// Units times the stated price, in the totals' currency.
  public var headline: Double { delivery.value }
  /// A share delivered then costs its price less the dividends before: price x e^(-qt).
  public var fair: Double { delivery.fair }
}

extension OfferValuer {
  /// What of a grant is still to vest, in the window and after it.
  func tranches(of grant: EquityGrant) -> [Tranche] {
    let start = grant.granted ?? terms.dayZero
    let value = terms.converted(grant.units * grant.price, from: grant.currency.code)
    let q = log(1 + grant.dividendYield)
    return grant.vesting.events.compactMap { event in
      let date = start.addingMonths(event.month)
      guard let month = terms.month(containing: date) else { return nil }
      return Tranche(
        date: date, delivery: StockDelivery(value: value * event.share, month: month, dividendYield: q))
    }
  }

  /// Restricted stock units: what vests in the window.
  func restrictedStock(_ grant: EquityGrant) -> ElementFlows {
    let inside = tranches(of: grant).filter { $0.month <= terms.months }
    let flows = inside.map { tranche -> PayFlow in
      var flow = PayFlow(month: tranche.month)
      flow.headline = tranche.headline
      flow.fair = tranche.fair
      flow.expected = tranche.delivery.expected(odds: survival.odds(atEndOf: tranche.month))
      flow.averageLeaver = tranche.delivery.expected(odds: survival.oddsOfAverageLeaver(atEndOf: tranche.month))
      flow.expectedCash = flow.expected
      return flow
    }
    return ElementFlows(
      component: "equity[\(grant.pathIndex)]", certainty: .likely, flows: flows,
      detail: "RSU, \(inside.count) vesting dates in the window, at today's price less dividends, if still employed")
  }
}
