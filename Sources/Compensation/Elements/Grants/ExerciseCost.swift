import Quantities

/// What it costs to turn options into shares.
struct ExerciseCost {
  let grant: EquityGrant
  let option: OptionTerms
  let terms: ValuationTerms
  /// Months from day 0 to the last day of the options.
  let lastMonth: Int

  /// To keep what has vested after leaving at the end of the window, in words; nil where nothing is left to keep then.
  func chequeText(_ tranches: [Tranche], windowMonths: Int) -> String? {
    guard lastMonth > terms.months else { return nil }
    return "to keep what has vested after leaving at the end, pay "
      + "\(NumberText.money(cheque(tranches), currency: terms.currency.code)) within "
      + NumberText.count(windowMonths, "month")
  }

  private var strike: Double { terms.converted(option.strike, from: grant.currency.code) }

  /// For every option of the grant.
  var all: Double { grant.units * strike }

  /// For what will have vested by the end of a month, else of the window.
  func cheque(_ tranches: [Tranche], vestedBy month: Int? = nil) -> Double {
    vestedUnits(tranches, by: month) * strike
  }

  /// What will have vested by the end of a month, else of the window, with what vested before day 0; nothing once the
  /// options have ended.
  func vestedUnits(_ tranches: [Tranche], by month: Int? = nil) -> Double {
    if lastMonth <= month ?? terms.months { return 0 }
    return grant.units - tranches.filter { $0.month > month ?? terms.months }.reduce(0) { $0 + $1.units }
  }

  func facts(_ tranches: [Tranche], windowMonths: Int) -> [ElementFact] {
    [
      ElementFact(
        "exercise_cost", all, .money, "What it costs to buy every share of the grant, before tax.", "units x strike"),
      ElementFact(
        "cheque_on_leaving", cheque(tranches), .money,
        "What it costs, before tax, to keep what has vested on leaving at the end of the window.",
        "units vested by then x strike"),
      ElementFact(
        "exercise_window", Double(windowMonths), .months,
        "How long one may still buy after leaving; what is not bought is lost.",
        option.windowMonths == nil ? "the usual 90 days: ask" : "as stated", defaults: ["option.window-months"]),
    ]
  }
}

extension OfferValuer {
  /// Months from day 0 to an option's last day: as stated, else the usual term; 0 where it is over.
  func monthsToExpiry(of option: OptionTerms, _ grant: EquityGrant) throws -> Int {
    try months(to: option.expiry, of: grant, usually: "option.term-months")
  }

  /// Months from day 0 to the day on which a grant is lost; `usually`: the default where none is stated.
  func months(to expiry: OptionTerms.Expiry?, of grant: EquityGrant, usually name: String) throws -> Int {
    let start = grant.granted ?? terms.dayZero
    let end: CalendarDate
    switch expiry {
    case .date(let date): end = date
    case .months(let months): end = start.addingMonths(months)
    case nil: end = start.addingMonths(try Int(terms.parameters.value(name, on: terms.asOf)))
    }
    return max(0, terms.dayZero.months(to: end))
  }

  /// Months in which one may still buy after leaving: as stated, else the usual 90 days.
  func exerciseWindow(of option: OptionTerms) throws -> Int {
    try option.windowMonths ?? Int(terms.parameters.value("option.window-months", on: terms.asOf))
  }
}
