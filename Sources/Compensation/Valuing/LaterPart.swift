import Quantities

/// What is granted, put in or earned in the window and vests or is paid after it: in no total, since the planned stay is
/// over by then, and lost by leaving at its end.
///
/// One rule for every part of pay: shares, long-term cash, retention, match, pension, deferred pay, bonus.
public struct LaterPart: Sendable, Equatable {
  /// The part of pay it belongs to: `equity[0]`, `match`.
  public let component: String
  /// The day it vests or is paid.
  public let date: CalendarDate
  /// Months after day 0.
  public let month: Int
  /// What the paper says, in the totals' currency.
  public let headline: Double
  /// What it costs the company today if it vests.
  public let fair: Double

  /// Whether it is promised on day 0; yearly grants to come are not.
  public var isPromised: Bool { component != "refreshers" && component != "later_ltip" }
}

extension OfferValuer {
  /// What a part brings after the window, from payments of any months: those of one day together. Paid at month ends
  /// unless `day` knows better.
  func later(_ component: String, _ flows: [PayFlow], on day: ((Int) -> CalendarDate?)? = nil) -> [LaterPart] {
    let isLate = flows.withUnsafeBufferPointer { flows in flows.indices.contains { flows[$0].month > terms.months } }
    guard isLate else { return [] }
    var parts: [LaterPart] = []
    for (index, flow) in flows.enumerated() where flow.month > terms.months {
      let date = day?(index) ?? terms.dayZero.addingMonths(flow.month)
      let same = parts.firstIndex { $0.date == date }
      let part = LaterPart(
        component: component, date: date, month: flow.month,
        headline: flow.headline + (same.map { parts[$0].headline } ?? 0),
        fair: flow.fair + (same.map { parts[$0].fair } ?? 0))
      if let same { parts[same] = part } else { parts.append(part) }
    }
    return parts.sorted { $0.date < $1.date }
  }

  /// Money put in month by month and vesting in steps, with what is `held` already by the month in which it vests: an
  /// element of what vests in the window, and the rest of it.
  func vesting(
    _ component: String, _ payments: [SteppedPayment], held: [PayFlow] = [], certainty: Certainty = .likely,
    detail: String
  ) -> ElementFlows {
    var late = held.filter { $0.month > terms.months }
    for payment in payments {
      for step in payment.steps where step.month > terms.months {
        var flow = PayFlow(month: step.month, risk: .sure)
        flow.headline = step.share * payment.headline
        flow.fair = step.share * payment.value
        late.append(flow)
      }
    }
    return ElementFlows(
      component: component, certainty: certainty,
      flows: payments.map(vestedInWindow) + held.filter { $0.month <= terms.months }, detail: detail,
      beyondHorizon: later(component, late))
  }
}
