import Quantities

/// Pay a month over the window, with its raises.
struct PaySchedule: Sendable {
  /// Annual rate today.
  let base: Double
  /// Annual rate in force in month 1, 2, ...: contractual raises only, and all raises.
  let contractual: [Double]
  let all: [Double]

  init(offer: Offer, terms: ValuationTerms) {
    let code = offer.baseSalary.currency.code
    base = terms.converted(offer.baseSalary.amount, from: code)
    contractual = PaySchedule.rates(
      base, raises: offer.raises.filter(\.isContractual), terms: terms, code: code)
    all = PaySchedule.rates(base, raises: offer.raises, terms: terms, code: code)
  }

  /// Base paid in offer year k, raises included, and its months: fewer where the window cuts the year short.
  func paid(inYear year: Int) -> (base: Double, months: Int) {
    let months = all[min(12 * (year - 1), all.count)..<min(12 * year, all.count)]
    return (months.reduce(0, +) / 12, months.count)
  }

  private static func rates(
    _ base: Double, raises: [Raise], terms: ValuationTerms, code: String
  ) -> [Double] {
    let exchange = terms.converted(1, from: code)
    return rates(base, raises: raises, dayZero: terms.dayZero, months: terms.months, exchange: exchange)
  }

  /// Month by month; `finding` is told the rate that each dated raise finds.
  fileprivate static func rates(
    _ base: Double, raises: [Raise], dayZero: CalendarDate, months: Int, exchange: Double,
    finding: (_ raise: Int, _ rate: Double) -> Void = { _, _ in }
  ) -> [Double] {
    // Most offers have none, and dates take time.
    guard !raises.isEmpty else { return [Double](repeating: base, count: max(1, months)) }
    var rate = base
    var applied: Set<Int> = []
    return (1...max(1, months)).map { month in
      for (index, raise) in raises.enumerated() {
        switch raise.timing {
        case .yearly:
          if month > 1, (month - 1) % 12 == 0 { rate = raised(rate, by: raise.size, exchange) }
        case .from(let date):
          // A raise dated on or before day 0 is already in the base.
          guard date > dayZero, !applied.contains(index), dayZero.addingMonths(month - 1) >= date else { continue }
          applied.insert(index)
          finding(index, rate)
          rate = raised(rate, by: raise.size, exchange)
        }
      }
      return rate
    }
  }

  private static func raised(_ rate: Double, by size: Raise.Size, _ exchange: Double) -> Double {
    switch size {
    case .share(let share): return rate * (1 + share)
    // No raise lowers pay: a base above the promised figure, as a solver tries it, stays.
    case .to(let amount): return max(rate, amount * exchange)
    case .by(let amount): return rate + amount * exchange
    }
  }
}

extension Offer {
  /// The day of the first raise that has one.
  public var firstDatedRaise: CalendarDate? { datesOfRaises.min() }

  private var datesOfRaises: [CalendarDate] {
    raises.compactMap { raise in
      if case .from(let date) = raise.timing { date } else { nil }
    }
  }

  /// Pay a year that each dated raise finds, in the offer's currency, by its place in the list; none for what is dated on
  /// or before day 0.
  public func payBeforeRaises(dayZero: CalendarDate) -> [Int: Double] {
    guard let last = datesOfRaises.max(), last > dayZero else { return [:] }
    var found: [Int: Double] = [:]
    _ = PaySchedule.rates(
      baseSalary.amount, raises: raises, dayZero: dayZero, months: dayZero.months(to: last) + 2, exchange: 1
    ) { found[$0] = $1 }
    return found
  }
}

extension OfferValuer {
  /// Today's rate to the end of the window.
  func basePay() -> ElementFlows {
    let flows = (1...terms.months).map { month in
      earned(month, amount: pay.base / 12, headline: pay.base / 12, risk: .sure)
    }
    return ElementFlows(
      component: "base", certainty: .guaranteed, flows: flows,
      detail: "today's rate, paid monthly, discounted at \(NumberText.share(terms.discountRate)) a year")
  }

  /// Pay above today's rate: contractual raises are guaranteed, others likely.
  func raises() -> [ElementFlows] {
    func element(_ rates: [Double], over lower: [Double], _ certainty: Certainty, _ name: String) -> ElementFlows? {
      let flows = (1...terms.months).compactMap { month -> PayFlow? in
        let extra = (rates[month - 1] - lower[month - 1]) / 12
        return extra == 0 ? nil : earned(month, amount: extra, headline: 0, risk: .sure)
      }
      guard !flows.isEmpty else { return nil }
      return ElementFlows(
        component: name, certainty: certainty, flows: flows, detail: "pay above today's rate; 0 in the headline")
    }
    let flat = [Double](repeating: pay.base, count: pay.all.count)
    return [
      element(pay.contractual, over: flat, .guaranteed, "contractual_raises"),
      element(pay.all, over: pay.contractual, .likely, "raises"),
    ].compactMap { $0 }
  }

  /// Pay lost while looking for the next job after a layoff.
  func betweenJobs() throws -> ElementFlows {
    let role = offer.job?.role?.id ?? ""
    let arrival = try terms.parameters.row(
      "search.arrival-unemployed", scopes: [role, "other"].filter { !$0.isEmpty }, on: terms.asOf
    ).value
    let time = try searchTime(arrival: arrival)
    let flows = (1...terms.months).map { month -> PayFlow in
      let search = min(time.mean, Double(terms.months - month))
      let loss = survival.oddsOfLayoff(in: month) * search * pay.base / 12
      var flow = PayFlow(month: month, risk: PayRisk(.laidOff(in: month)))
      flow.expected = -loss * terms.discount(month)
      flow.averageLeaver = flow.expected
      flow.expectedCash = -loss
      return flow
    }
    return ElementFlows(
      component: "between_jobs", certainty: .likely, flows: flows,
      detail: "odds of a layoff x \(NumberText.short(time.mean)) months of search x base"
        + (time.bound > 0 ? "; \(NumberText.count(time.bound, "month")) of it under a non-compete" : "")
        + (try isNonCompeteVoid() ? "; the non-compete is void in \(offer.location?.name ?? "")" : ""))
  }

  /// Whether there is a non-compete and the law of the place voids it.
  private func isNonCompeteVoid() throws -> Bool {
    guard (offer.leavingTerms.nonCompeteMonths ?? 0) > 0 else { return false }
    let scopes = [offer.location?.state ?? "", ""]
    return try terms.parameters.row("non-compete.enforceable", scopes: scopes, on: terms.asOf).value == 0
  }

  /// A non-compete keeps the best matches away while it binds, unless the law of the place voids it.
  private func searchTime(arrival: Double) throws -> SearchTime {
    guard let months = offer.leavingTerms.nonCompeteMonths, months > 0, try !isNonCompeteVoid() else {
      return SearchTime(arrival: arrival)
    }
    return SearchTime(arrival: arrival, bound: months, factor: try value("non-compete.arrival-factor"))
  }
}
