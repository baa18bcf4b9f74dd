import Quantities

extension OfferValuer {
  /// The employer's match, month by month, as it vests.
  func match(_ plan: RetirementMatch) throws -> ElementFlows {
    let (cap, own) = try matchLimits(plan)
    let counted = min(pay.base, cap)
    let share = plan.shareOfPay(contributing: own / max(1, counted))
    let limit =
      share < plan.shareOfPay
      ? "the law's \(NumberText.grouped(own)) a year, \(NumberText.share(own / counted)) of pay" : "the limit"
    let held = heldMatch(plan)
    return vesting(
      "match", try matchPayments(plan), held: held,
      detail:
        "\(NumberText.share(share)) of pay up to \(NumberText.grouped(cap)) a year, if you contribute up to \(limit); "
        + "as it vests"
        + (held.isEmpty ? "" : ", with \(NumberText.grouped(held.reduce(0) { $0 + $1.fair })) put in before"))
  }

  /// By law, a year: the pay that counts, and one's own money.
  private func matchLimits(_ plan: RetirementMatch) throws -> (pay: Double, own: Double) {
    (
      try terms.parameters.value("match.pay-cap", on: terms.dayZero),
      plan.tiers.isEmpty ? .infinity : try law("plan.limit", "401k")
    )
  }

  /// What the job one has put in before day 0, as the rest of it vests. The fund earns what money is discounted at, so
  /// it is worth its balance.
  func heldMatch(_ plan: RetirementMatch) -> [PayFlow] {
    guard offer.isCurrentJob, let balance = plan.unvested.map(converted) else { return [] }
    let left = plan.vesting.filter { $0.month > monthsServed }
    let whole = left.reduce(0) { $0 + $1.share }
    return left.map { event in
      let month = event.month - monthsServed
      let amount = balance * event.share / whole
      return vested(
        SteppedPayment(
          month: month, value: amount, headline: amount, steps: [PayRisk.Step(month: month, share: 1)]))
    }
  }

  /// The employer's money of each month, and when it becomes one's own.
  func matchPayments(_ plan: RetirementMatch) throws -> [SteppedPayment] {
    let (cap, ownLimit) = try matchLimits(plan)
    func monthly(_ pay: Double) -> Double {
      let counted = min(pay, cap)
      return plan.shareOfPay(contributing: ownLimit / max(1, counted)) * counted / 12
    }
    let headline = monthly(pay.base)
    var (rate, amount) = (pay.base, headline)
    return (1...terms.months).map { month in
      // Pay changes once a year or so.
      if pay.all[month - 1] != rate { (rate, amount) = (pay.all[month - 1], monthly(pay.all[month - 1])) }
      return SteppedPayment(
        month: month, value: amount * terms.discount(month), headline: headline,
        steps: owned(plan.vesting, from: month))
    }
  }

  /// Health cover: what it costs you, plus what the employer pays if the offer says so.
  func health(_ plan: HealthPlan) -> ElementFlows {
    let code = offer.baseSalary.currency.code
    let premium = terms.converted(plan.premiumPerMonth ?? 0, from: code)
    let share = terms.converted(plan.employerSharePerMonth ?? 0, from: code)
    let flows = (1...terms.months).map { month -> PayFlow in
      var flow = earned(month, amount: share - premium, headline: share, risk: .sure)
      // The employer's share goes to the insurer: value, but not money in hand.
      flow.expectedCash = -premium
      return flow
    }
    return ElementFlows(
      component: "health", certainty: .guaranteed, flows: flows,
      detail: plan.employerSharePerMonth == nil
        ? "your premium; the employer's share is not stated" : "employer's share less your premium")
  }

  /// Paid days off, over or under the usual number, at a part of the daily rate.
  func leave(_ leave: PaidLeave) throws -> ElementFlows {
    let parameters = terms.parameters
    let usual = try parameters.value("leave.baseline-days", on: terms.asOf)
    let days: Double
    switch leave {
    case .days(let number): days = number
    case .unlimited: days = try parameters.value("leave.unlimited-days", on: terms.asOf)
    }
    let yearly =
      (days - usual) * pay.base / (try parameters.value("leave.working-days", on: terms.asOf))
      * (try parameters.value("leave.value-factor", on: terms.asOf))
    let flows = (1...terms.months).map { month -> PayFlow in
      var flow = earned(month, amount: yearly / 12, headline: 0, risk: .sure)
      flow.expectedCash = 0
      return flow
    }
    return ElementFlows(
      component: "leave", certainty: .guaranteed, isInKind: true, flows: flows,
      detail:
        "\(NumberText.short(days)) days against the usual \(NumberText.short(usual)), at a part of the daily rate; in kind"
    )
  }
}
