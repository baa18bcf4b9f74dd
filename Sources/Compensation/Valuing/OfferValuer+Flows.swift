extension OfferValuer {
  /// Paid at the end of a month if still employed then; `chance` is what else has to come about, or the mean payout.
  func atRisk(_ month: Int, amount: Double, headline: Double, chance: Double = 1) -> PayFlow {
    var flow = PayFlow(month: month)
    flow.headline = headline
    flow.fair = amount * terms.discount(month)
    flow.expected = flow.fair * chance * survival.odds(atEndOf: month)
    flow.averageLeaver = flow.fair * chance * survival.oddsOfAverageLeaver(atEndOf: month)
    flow.expectedCash = amount * chance * survival.odds(atEndOf: month)
    return flow
  }

  /// Paid in each month of the window for work done in it: leaving does not take it back.
  func everyMonth(_ amount: (Int) -> Double, headline: (Int) -> Double = { _ in 0 }) -> [PayFlow] {
    (1...terms.months).map { certain($0, amount: amount($0), headline: headline($0)) }
  }

  /// Paid at the end of the month in which the job is lost; worth what it can be expected to pay.
  func onLayoff(
    _ amount: (Int) -> Double, stayer: (Int) -> Double, averageLeaver: (Int) -> Double
  ) -> [PayFlow] {
    (1...terms.months).map { month in
      let pay = SeverancePay(amount: amount(month))
      var flow = PayFlow(month: month)
      flow.expectedCash = pay.expected(odds: stayer(month))
      flow.fair = flow.expectedCash * terms.discount(month)
      flow.expected = flow.fair
      flow.averageLeaver = pay.expected(odds: averageLeaver(month)) * terms.discount(month)
      return flow
    }
  }

  /// The same at the odds of any layoff.
  func onLayoff(_ amount: (Int) -> Double) -> [PayFlow] {
    onLayoff(amount, stayer: survival.oddsOfLayoff, averageLeaver: survival.oddsOfLayoffOfAverageLeaver)
  }

  /// An amount of the offer in the currency of the totals.
  func converted(_ amount: Double) -> Double { terms.converted(amount, from: offer.baseSalary.currency.code) }

  /// Months of service before day 0, in the job one has.
  var monthsServed: Int {
    offer.isCurrentJob ? offer.start.map { max(0, $0.months(to: terms.dayZero)) } ?? 0 : 0
  }

  /// A default of the table, as of the as-of date.
  func value(_ name: String, _ scope: String = "") throws -> Double {
    try terms.parameters.value(name, scope: scope, on: terms.asOf)
  }

  /// A default for this kind of employer, else the one for others.
  func valueForEmployer(_ name: String) throws -> Double {
    try terms.parameters.row(name, scopes: [offer.employerKind, "other"].filter { !$0.isEmpty }, on: terms.asOf).value
  }

  /// What the law says in the year of day 0.
  func law(_ name: String, _ scope: String = "") throws -> Double {
    try terms.parameters.value(name, scope: scope, on: terms.dayZero)
  }
}
