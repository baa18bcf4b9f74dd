import Quantities

extension OfferValuer {
  /// The employer's match, month by month, as it vests.
  func match(_ plan: RetirementMatch) throws -> ElementFlows {
    let cap = try terms.parameters.value("match.pay-cap", on: terms.dayZero)
    let rate = plan.shareOfPay
    let served = offer.isCurrentJob ? offer.start.map { max(0, $0.months(to: terms.dayZero)) } ?? 0 : 0
    let steps = plan.vesting.isEmpty ? [VestingSchedule.Event(month: 0, share: 1)] : plan.vesting
    let flows = (1...terms.months).map { month -> PayFlow in
      let money = rate * min(pay.all[month - 1], cap) / 12
      var flow = PayFlow(month: month)
      flow.headline = rate * min(pay.base, cap) / 12
      flow.fair = money * terms.discount(month)
      var owning: [PayRisk.Step] = []
      for step in steps {
        let owned = max(month, step.month - served)
        owning.append(PayRisk.Step(month: owned, share: step.share))
        flow.expected += step.share * flow.fair * survival.odds(atEndOf: owned)
        flow.averageLeaver += step.share * flow.fair * survival.oddsOfAverageLeaver(atEndOf: owned)
      }
      flow.expectedCash = flow.expected / terms.discount(month)
      flow.risk = PayRisk(.stays(owning))
      return flow
    }
    return ElementFlows(
      component: "match", certainty: .likely, flows: flows,
      detail:
        "\(NumberText.share(rate)) of pay up to \(NumberText.grouped(cap)) a year, if you contribute up to the limit; as it vests"
    )
  }

  /// Health cover: what it costs you, plus what the employer pays if the offer says so.
  func health(_ plan: HealthPlan) -> ElementFlows {
    let code = offer.baseSalary.currency.code
    let premium = terms.converted(plan.premiumPerMonth ?? 0, from: code)
    let share = terms.converted(plan.employerSharePerMonth ?? 0, from: code)
    let flows = (1...terms.months).map { month -> PayFlow in
      var flow = certain(month, amount: share - premium, headline: share)
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
      var flow = certain(month, amount: yearly / 12, headline: 0)
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
