/// Money of a month, worth `value` today, that becomes one's own in steps.
struct SteppedPayment {
  let month: Int
  let value: Double
  let headline: Double
  let steps: [PayRisk.Step]
}

extension OfferValuer {
  /// Paid at the end of a month if still employed then; `chance` is what else has to come about, or the mean payout,
  /// and `factors` are what decides that.
  func atRisk(
    _ month: Int, amount: Double, headline: Double, chance: Double = 1, by factors: [PayRisk.Factor]
  ) -> PayFlow {
    var flow = PayFlow(month: month, risk: .stays(through: month, factors))
    flow.headline = headline
    flow.fair = amount * terms.discount(month)
    flow.expected = flow.fair * chance * survival.odds(atEndOf: month)
    flow.averageLeaver = flow.fair * chance * survival.oddsOfAverageLeaver(atEndOf: month)
    flow.expectedCash = amount * chance * survival.odds(atEndOf: month)
    return flow
  }

  /// When money of a month becomes one's own, part by part: with service, at once where no vesting is stated.
  func owned(_ vesting: [VestingSchedule.Event], from month: Int) -> [PayRisk.Step] {
    let served = monthsServed
    // Once all has vested, and where no vesting is stated, it is one's own at once.
    guard vesting.contains(where: { $0.month - served > month }) else {
      return [PayRisk.Step(month: month, share: 1)]
    }
    return vesting.map { PayRisk.Step(month: max(month, $0.month - served), share: $0.share) }
  }

  /// The part of it that vests in the window: what vests later is lost by leaving at its end.
  func vestedInWindow(_ payment: SteppedPayment) -> PayFlow {
    let isLate = payment.steps.contains { $0.month > terms.months }
    let steps = isLate ? payment.steps.filter { $0.month <= terms.months } : payment.steps
    let share = isLate ? steps.reduce(0) { $0 + $1.share } : 1
    var flow = vested(
      SteppedPayment(month: payment.month, value: payment.value, headline: payment.headline, steps: steps))
    flow.headline *= share
    flow.fair *= share
    return flow
  }

  /// Money that becomes one's own in these steps, be they in the window or after it.
  func vested(_ payment: SteppedPayment) -> PayFlow {
    var flow = PayFlow(month: payment.month, risk: PayRisk(.stays(payment.steps)))
    flow.headline = payment.headline
    flow.fair = payment.value
    for step in payment.steps {
      let value = step.share * payment.value
      flow.expected += value * survival.odds(atEndOf: step.month)
      flow.averageLeaver += value * survival.oddsOfAverageLeaver(atEndOf: step.month)
    }
    flow.expectedCash = flow.expected / terms.discount(payment.month)
    return flow
  }

  /// Paid in each month of the window for work done in it: leaving does not take it back.
  func everyMonth(_ amount: (Int) -> Double, headline: (Int) -> Double = { _ in 0 }) -> [PayFlow] {
    (1...terms.months).map { earned($0, amount: amount($0), headline: headline($0), risk: .sure) }
  }

  /// Paid at the end of the month in which something comes about; worth what it can be expected to pay.
  func onEvent(
    _ amount: (Int) -> Double, stayer: (Int) -> Double, averageLeaver: (Int) -> Double, risk: (Int) -> PayRisk
  ) -> [PayFlow] {
    (1...terms.months).map { month in
      let pay = SeverancePay(amount: amount(month))
      var flow = PayFlow(month: month, risk: risk(month))
      flow.expectedCash = pay.expected(odds: stayer(month))
      flow.fair = flow.expectedCash * terms.discount(month)
      flow.expected = flow.fair
      flow.averageLeaver = pay.expected(odds: averageLeaver(month)) * terms.discount(month)
      return flow
    }
  }

  /// Paid at the end of the month in which the job is lost.
  func onLayoff(_ amount: (Int) -> Double) -> [PayFlow] {
    onEvent(
      amount, stayer: survival.oddsOfLayoff, averageLeaver: survival.oddsOfLayoffOfAverageLeaver,
      risk: { PayRisk(.laidOff(in: $0)) })
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
