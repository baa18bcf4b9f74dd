import Quantities

/// A vesting date of a grant, seen from day 0.
struct Tranche: Sendable, Equatable {
  /// The day it vests.
  let date: CalendarDate
  /// Months after day 0.
  let month: Int
  /// Shares or rights that vest then.
  let units: Double
  /// What the paper says, in the totals' currency.
  var headline = 0.0
  /// What it costs the company today if it vests.
  var fair = 0.0
  /// Odds of getting something for it, beside the odds of still being there.
  var chance = 1.0
  /// What decides its worth.
  var factors: [PayRisk.Factor] = []

  /// Years after day 0.
  var years: Double { Double(month) / 12 }

  /// The same without a value: of an option that is over before it vests.
  var worthless: Tranche {
    var tranche = self
    (tranche.headline, tranche.fair) = (0, 0)
    return tranche
  }

  init(date: CalendarDate, month: Int, units: Double) {
    self.date = date
    self.month = month
    self.units = units
  }
}

/// A grant valued: what is still to vest, in the window and after it, and what there is to say about it.
struct GrantValue {
  /// Whose rules it follows.
  let family: String
  var tranches: [Tranche]
  var certainty = Certainty.likely
  var detail: String
  var facts: [ElementFact] = []
  /// Nothing that could be sold or spent when it vests.
  var isPaper = false
  /// Of a private company: what exits pay.
  var exits: ExitGrid?
}

extension OfferValuer {
  /// Each kind's own rule.
  func value(of grant: EquityGrant) throws -> GrantValue {
    switch grant.instrument {
    case .restrictedStock: restrictedStock(grant)
    case .option(let terms): try option(grant, terms)
    case .appreciationRight(let terms): try appreciationRight(grant, terms)
    case .phantomShares(let terms): try phantomShares(grant, terms)
    case .performanceShares(let terms): try performanceShares(grant, terms)
    case .privateOption(let terms, let company): try privateOption(grant, terms, company)
    case .privateShares(let company, let trigger): try privateShares(grant, company, trigger)
    case .profitsInterest(let terms): try profitsInterest(grant, terms)
    case .carriedInterest(let terms): try carriedInterest(grant, terms)
    }
  }

  /// A grant as an element: what vests in the window, times the odds of still being there.
  func equity(_ grant: EquityGrant) throws -> ElementFlows {
    let value = try value(of: grant)
    let flows = value.tranches.filter { $0.month <= terms.months }.map { tranche -> PayFlow in
      var flow = flow(of: tranche)
      flow.expectedCash = value.isPaper ? 0 : flow.expected
      return flow
    }
    let component = "equity[\(grant.pathIndex)]"
    let view = try singleView(of: grant, value)
    return ElementFlows(
      component: component, family: value.family, certainty: value.certainty, flows: flows,
      detail: value.detail + (view?.text ?? ""), facts: value.facts + (view?.facts() ?? []), exits: value.exits,
      beyondHorizon: value.tranches.filter { $0.month > terms.months }.map {
        LaterPart(component: component, date: $0.date, month: $0.month, headline: $0.headline, fair: $0.fair)
      })
  }

  /// A vesting date, at the odds of still being there.
  func flow(of tranche: Tranche) -> PayFlow {
    var flow = PayFlow(month: tranche.month, risk: .stays(through: tranche.month, tranche.factors))
    flow.headline = tranche.headline
    flow.fair = tranche.fair
    flow.expected = tranche.fair * tranche.chance * survival.odds(atEndOf: tranche.month)
    flow.averageLeaver = tranche.fair * tranche.chance * survival.oddsOfAverageLeaver(atEndOf: tranche.month)
    flow.expectedCash = flow.expected
    return flow
  }

  /// What of a grant is still to vest; what vested on or before day 0 is the holder's already.
  func tranches(of grant: EquityGrant) -> [Tranche] {
    let start = grant.granted ?? terms.dayZero
    return grant.vesting.events.compactMap { event in
      let date = start.addingMonths(event.month)
      guard let month = month(of: event, on: date) else { return nil }
      return Tranche(date: date, month: month, units: grant.units * event.share)
    }
  }

  /// The month in which a part vests; nil on or before day 0. What a new offer vests at once, not before its own start, is
  /// pay of day 0 itself, as a sign-on is.
  func month(of event: VestingSchedule.Event, on date: CalendarDate) -> Int? {
    if let month = terms.month(containing: date) { return month }
    let isAtHire =
      event.month == 0 && !offer.isCurrentJob && date >= min(offer.start ?? terms.dayZero, terms.dayZero)
    return isAtHire ? 0 : nil
  }

  /// One unit of the grant's currency in that of the totals.
  func exchange(of grant: EquityGrant) -> Double { terms.converted(1, from: grant.currency.code) }

  /// Vesting dates in the window, in words; those after `end`, in months, count for nothing.
  func datesInWindow(_ tranches: [Tranche], until end: Int = .max) -> String {
    NumberText.count(tranches.filter { $0.month <= min(terms.months, end) }.count, "vesting date") + " in the window"
  }
}
