import Glibc
import Quantities

extension OfferValuer {
  /// The employer's money in a plan without a fund: discounted for the odds of the employer's failure until it is paid,
  /// and counted as it vests.
  func deferred(_ plan: DeferredPlan) throws -> ElementFlows {
    let all = try stepsToCome(of: plan) + heldSteps(of: plan)
    return ElementFlows(
      component: plan.plan.component, certainty: .likely,
      flows: all.filter { $0.vests <= terms.months }.map(\.flow).sorted { $0.month < $1.month },
      detail: detail(plan, try DefaultRisk(of: plan, valuer: self)),
      beyondHorizon: later(plan.plan.component, all.map(\.onVesting)))
  }

  /// What is in the plan already, each part in the month in which it vests: kept by staying, lost by leaving.
  func heldBalance(of plan: DeferredPlan) throws -> [PayFlow] { try heldSteps(of: plan).map(\.onVesting) }

  /// What each month puts in and does not vest at once: the month, and the part in the month in which it vests.
  func unvestedToCome(of plan: DeferredPlan) throws -> [(from: Int, flow: PayFlow)] {
    try stepsToCome(of: plan).filter { $0.vests > $0.flow.month }.map { ($0.flow.month, $0.onVesting) }
  }

  private func stepsToCome(of plan: DeferredPlan) throws -> [PlanStep] {
    let risk = try DefaultRisk(of: plan, valuer: self)
    let limit = plan.plan == .section457b ? try law("plan.limit", "457b") : .infinity
    return (1...terms.months).flatMap { month -> [PlanStep] in
      let money = min(yearly(plan.contribution, rate: pay.all[month - 1]), limit) / 12
      let paper = min(yearly(plan.contribution, rate: pay.base), limit) / 12
      return owned(plan.vesting, from: month).map {
        part($0, of: plan, risk, money: money, paper: paper, from: month)
      }
    }
  }

  private func heldSteps(of plan: DeferredPlan) throws -> [PlanStep] {
    guard offer.isCurrentJob, let balance = plan.balance.map(converted) else { return [] }
    let risk = try DefaultRisk(of: plan, valuer: self)
    return plan.vesting.compactMap { step in
      let owned = step.month - monthsServed
      guard owned >= 1 else { return nil }
      let part = PayRisk.Step(month: owned, share: step.share)
      return self.part(part, of: plan, risk, money: balance, paper: balance, from: 0)
    }
  }

  /// A step of money put in at the end of a month: a claim that grows until it is paid, if nobody leaves or fails
  /// first.
  private func part(
    _ step: PayRisk.Step, of plan: DeferredPlan, _ risk: DefaultRisk, money: Double, paper: Double, from month: Int
  ) -> PlanStep {
    let paid = max(step.month, plan.paidMonth ?? (plan.plan == .section457f ? step.month : terms.months))
    let credit = PayRisk.Factor.credit(
      annualDefault: risk.annualOdds, recovery: risk.recovery, months: paid - month)
    var flow = PayFlow(month: month == 0 ? step.month : month, risk: .stays(through: step.month, [credit]))
    flow.headline = step.share * paper
    let claim = DeferredPay(
      amount: money, creditedRate: log(1 + (plan.creditedRate ?? terms.discountRate)),
      years: Double(paid - month) / 12, annualDefault: risk.annualOdds, recovery: risk.recovery
    ).presentValue(rate: log(1 + terms.discountRate))
    flow.fair = step.share * terms.discount(month) * claim
    flow.expected = flow.fair * survival.odds(atEndOf: step.month)
    flow.averageLeaver = flow.fair * survival.oddsOfAverageLeaver(atEndOf: step.month)
    flow.expectedCash = flow.expected / terms.discount(flow.month)
    return PlanStep(flow: flow, vests: step.month)
  }

  private func yearly(_ contribution: DeferredPlan.Contribution, rate: Double) -> Double {
    switch contribution {
    case .shareOfPay(let share): share * rate
    case .amountPerYear(let amount): converted(amount)
    }
  }

  private func detail(_ plan: DeferredPlan, _ risk: DefaultRisk) -> String {
    let money: String
    switch plan.contribution {
    case .shareOfPay(let share): money = "\(NumberText.share(share)) of pay"
    case .amountPerYear(let amount): money = "\(NumberText.grouped(amount)) a year"
    }
    return "\(money), a claim on the employer: odds of its failure \(NumberText.percent(risk.annualOdds, decimals: 2)) "
      + "a year, \(NumberText.share(risk.recovery)) recovered; as it vests"
      + (plan.plan == .section457f ? "; taxed when it vests" : "")
  }
}

/// A part of a month's money, of the year in which it is put in, and the month in which it vests.
private struct PlanStep {
  let flow: PayFlow
  let vests: Int

  /// The same in the month in which it vests.
  var onVesting: PayFlow {
    var later = PayFlow(month: vests, risk: flow.risk)
    (later.headline, later.fair, later.expected) = (flow.headline, flow.fair, flow.expected)
    return later
  }
}

/// A year's odds that the employer fails, and what its creditors then get.
private struct DefaultRisk {
  let annualOdds: Double
  let recovery: Double

  init(of plan: DeferredPlan, valuer: OfferValuer) throws {
    recovery = try plan.recovery ?? valuer.value("credit.recovery")
    switch plan.risk {
    case .usual: annualOdds = try valuer.valueForEmployer("credit.annual-default")
    case .annualOdds(let odds): annualOdds = odds
    // The spread pays for the loss that is expected: spread = intensity x (1 - recovery).
    case .spread(let spread): annualOdds = recovery < 1 ? -expm1(-spread / (1 - recovery)) : 0
    }
  }
}
