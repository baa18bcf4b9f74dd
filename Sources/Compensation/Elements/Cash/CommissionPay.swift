import Quantities

extension OfferValuer {
  /// Commission, paid month by month as it is earned: the target times what is paid of it on average.
  func commission(_ plan: CommissionPlan) throws -> ElementFlows {
    let curve = try attainment(of: plan)
    let draw = plan.draw.map { converted($0.perMonth) } ?? 0
    let isFloor = plan.draw?.isRecoverable == false
    let flows = (1...terms.months).map { month in
      let target = monthlyTarget(plan, rate: pay.all[month - 1])
      let outcomes = PayoutOdds(
        curve.map { point in
          let earned = target * plan.multiple(at: point.share)
          return (weight: point.odds, multiple: isFloor ? max(earned, draw) : earned)
        })
      // The quota is a year's: its months come out alike.
      let luck = PayRisk.Factor.outcomes(outcomes, .payout(year: terms.year(of: month)))
      var flow = earned(
        month, amount: outcomes.mean, headline: max(isFloor ? draw : 0, monthlyTarget(plan, rate: pay.base)),
        risk: PayRisk(.always, [luck]))
      // What the draw adds to a bad month is no gift of chance: it costs the company so much.
      flow.fair = (isFloor ? max(target, outcomes.mean) : target) * terms.discount(month)
      return flow
    }
    let mean = PayoutOdds(curve.map { (weight: $0.odds, multiple: plan.multiple(at: $0.share)) }).mean
    return ElementFlows(
      component: "commission", certainty: .likely, flows: flows,
      detail: "mean payout \(NumberText.share(mean)) of target (\(plan.attainment.isEmpty ? "usual" : "your") odds), "
        + "paid as it is earned" + drawText(plan))
  }

  private func monthlyTarget(_ plan: CommissionPlan, rate: Double) -> Double {
    switch plan.target {
    case .shareOfBase(let share): share * rate / 12
    case .amount(let amount): converted(amount) / 12
    }
  }

  /// How often which part of the quota is reached: stated, or the usual three points.
  private func attainment(of plan: CommissionPlan) throws -> [CommissionPlan.Attainment] {
    guard plan.attainment.isEmpty else { return plan.attainment }
    return try ["low", "middle", "high"].map { point in
      CommissionPlan.Attainment(
        share: try value("commission.attainment", point), odds: try value("commission.odds", point))
    }
  }

  private func drawText(_ plan: CommissionPlan) -> String {
    guard let draw = plan.draw else { return "" }
    return draw.isRecoverable
      ? "; the draw is made good later, so it adds nothing" : "; in each month at least the draw, which one keeps"
  }
}
