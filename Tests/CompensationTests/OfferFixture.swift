import Compensation
import Market
import ModelTestSupport
import Quantities

/// Parameters of the tests' own, so that a change of a shipped default moves no expected figure.
let testParameters = ParameterTable(
  ([
    ("hazard.involuntary", "hospital", 0.004), ("hazard.involuntary", "other", 0.006),
    ("hazard.involuntary", "seed start-up", 0.02), ("hazard.first-year-factor", "", 1.5),
    ("hazard.quit", "", 0.02),
    ("search.arrival-unemployed", "it-director", 0.10), ("search.arrival-unemployed", "other", 0.20),
    ("bonus.payout-mean", "staff", 0.95), ("bonus.payout-mean", "leader", 1.0),
    ("bonus.payout-mean", "discretionary", 0.9), ("bonus.threshold-multiple", "", 0.5),
    ("bonus.maximum-multiple", "", 2), ("bonus.malus-odds", "", 0.02), ("match.pay-cap", "", 360_000),
    ("leave.baseline-days", "", 15),
    ("paid.month", "guaranteed_bonus", 12), ("paid.month", "retention", 12),
    ("leave.unlimited-days", "", 17), ("leave.working-days", "", 260), ("leave.value-factor", "", 0.6),
    ("gross-up.tax-rate", "", 0.35), ("ltip.repeat-probability", "", 0.7), ("promotion.probability", "", 0.3),
    ("commission.attainment", "low", 0.6), ("commission.attainment", "middle", 0.95),
    ("commission.attainment", "high", 1.25), ("commission.odds", "low", 0.3), ("commission.odds", "middle", 0.45),
    ("commission.odds", "high", 0.25), ("overtime.multiple", "", 1.5), ("work.weeks-a-year", "", 46),
    ("work.hours-a-week", "", 40), ("self-employment.taxable-share", "", 0.9235),
    ("self-employment.oasdi-rate", "", 0.124), ("self-employment.medicare-rate", "", 0.029),
    ("payroll.oasdi-base", "", 184_500), ("health.employer-single", "", 7_900), ("health.employer-family", "", 20_000),
    ("health.premium-single", "", 1_400), ("health.premium-family", "", 6_800),
    ("benefits.retirement-share-of-wages", "management", 0.05), ("credit.annual-default", "other", 0.01),
    ("credit.recovery", "", 0.4), ("plan.limit", "457b", 24_500), ("plan.limit", "401k", 24_500),
    ("pension.age", "", 45), ("pension.payable-age", "", 65), ("pension.years-paid", "", 19),
    ("health.coinsurance", "", 0.2), ("health.spend", "single good", 1_000), ("health.spend", "single usual", 6_000),
    ("health.spend", "single bad", 35_000), ("health.spend-odds", "good", 0.5), ("health.spend-odds", "usual", 0.4),
    ("health.spend-odds", "bad", 0.1), ("hsa.limit", "single", 4_400), ("insurance.life-rate", "0", 0.05),
    ("insurance.life-rate", "45", 0.15), ("insurance.life-rate", "50", 0.23), ("insurance.disability-rate", "", 0.01),
    ("allowance.value-factor", "stipend", 1), ("allowance.value-factor", "meals", 0.5),
    ("allowance.value-factor", "tuition", 1), ("tuition.use-probability", "", 0.2),
    ("tuition.untaxed-limit", "", 5_250), ("parental-leave.month", "", 12), ("commute.time-value-share", "", 0.5),
    ("control.change-probability", "other", 0.03), ("control.loss-given-change", "", 0.25),
    ("parachute.acceleration-per-month", "", 0.01), ("parachute.applies", "", 1), ("parachute.applies", "hospital", 0),
    ("parachute.threshold", "", 3),
    ("parachute.exempt", "", 1), ("parachute.rate", "", 0.2), ("parachute.tax-rate", "", 0.4),
    ("non-compete.enforceable", "", 1), ("non-compete.arrival-factor", "", 0.6),
    ("option.window-months", "", 3), ("option.term-months", "", 120), ("option.exercise-multiple", "staff", 2.2),
    ("option.iso-yearly-limit", "", 100_000), ("option.iso-window-months", "", 3), ("option.election-days", "", 30),
    ("espp.offering-months", "", 6), ("espp.yearly-limit", "", 25_000), ("refresher.first-month", "", 12),
    ("common.share-of-preferred", "early", 0.30), ("common.share-of-preferred", "late", 1 / 1.56),
    ("common.unicorn-value", "", 1e9), ("dilution.round", "series-c", 0.126), ("dilution.round", "late", 0.103),
    ("exit.return", "series-b", 0.2),
    ("equity.beta", "", 1.2), ("market.premium", "", 0.05), ("market.volatility", "", 0.16),
    ("concentration.pay-years", "", 2), ("concentration.tax-rate", "", 0.3), ("equity.volatility", "large public", 0.4),
    ("equity.small-company-people", "", 1_000), ("risk.aversion", "", 2), ("risk.wealth-of-pay", "", 1),
    ("risk.floor", "", 0.05), ("risk.held-at-fair", "", 1),
  ] as [(String, String, Double)]).map { name, scope, value in
    Parameter(
      name: name, scope: scope, effectiveFrom: day("2026-01-01"), value: value, unit: "", status: .judgement,
      reference: "")
  })

func terms(
  months: Int = 36, dayZero: String = "2027-02-01", rate: Double = 0.045, overrides: [String: Double] = [:]
) -> ValuationTerms {
  ValuationTerms(
    asOf: day("2026-11-21"), dayZero: day(dayZero), months: months, discountRate: rate, currency: .usd,
    parameters: testParameters.overridden(by: overrides, origin: "test"))
}

/// No layoffs and no quits: every payment is sure.
let noHazard: [String: Double] = [
  "hazard.involuntary[hospital]": 0, "hazard.involuntary[other]": 0, "hazard.quit": 0,
]

/// Base alone.
func plainOffer(_ base: Double = 180_000, kind: Offer.Kind = .written) -> Offer {
  var offer = Offer(id: "denver", title: "IT Director", kind: kind, baseSalary: Money(base, .usd))
  offer.job = .role(
    Role(
      id: "it-director", title: "IT Director", family: "", baseOccupation: "11-3021", isITOperations: true,
      isLeadership: true, isExecutive: false, bonusClass: "leader"))
  offer.employerKind = "hospital"
  return offer
}

/// The offer whose figures are in Reference/offer-values.csv.
func fullOffer() -> Offer {
  var offer = plainOffer()
  offer.raises = [Raise(timing: .yearly, size: .share(0.03), isContractual: false)]
  offer.bonus = TargetBonus(target: .shareOfBase(0.20), payout: .mean(0.9))
  offer.signOn = UpfrontPay(
    amount: Money(30_000, .usd), clawback: .init(months: 12, isProRata: true, onLayoff: false))
  offer.equity = [
    EquityGrant(
      units: 1_000, price: 84.20, vesting: VestingSchedule(months: 48, cliff: 12, every: 3), granted: nil,
      dividendYield: 0.02, currency: .usd)
  ]
  offer.retirement = RetirementMatch(
    tiers: [.init(rate: 0.5, limit: 0.06)],
    vesting: [12, 24, 36].map { VestingSchedule.Event(month: $0, share: 1.0 / 3) })
  offer.health = HealthPlan(premiumPerMonth: 300, employerSharePerMonth: 1_000)
  offer.leave = .days(25)
  return offer
}
