import Compensation

/// What depends on still being there: survival, vesting, forfeiture.
enum StayingKinds {
  static let all = [survival, vesting, forfeiture]

  /// Hazards are a month's and apply at each month end.
  private static let survival = ModelKind(
    "survival", outputs: ["annual_survival", "survival", "monthly_hazard", "annual_exit_probability"]
  ) { inputs, output in
    if output == "monthly_hazard" {
      return Survival.monthlyHazard(annualProbability: try inputs.number("annual_exit_probability", .share))
    }
    let months = inputs.has("months") ? try inputs.whole("months") : 12
    let odds = try hazards(inputs, months: months).oddsOfAverageLeaver(atEndOf: months)
    return output == "annual_exit_probability" ? 1 - odds : odds
  }

  /// One hazard of leaving for whatever reason, or a quit and a layoff apart.
  private static func hazards(_ inputs: ModelInputs, months: Int) throws -> Survival {
    let names = [("monthly_layoff", "monthly_quit"), ("layoff", "quit")]
    for (layoff, quit) in names where inputs.has(layoff) || inputs.has(quit) {
      return Survival(
        monthlyHazard: try inputs.number(layoff, .share), quitHazard: try inputs.number(quit, .share), months: months)
    }
    return Survival(monthlyHazard: try inputs.number("monthly_hazard", .share), months: months)
  }

  private static let vesting = ModelKind(
    "rsu_value", outputs: ["expected_value", "expected_vested_fraction"]
  ) { inputs, output in
    let events = try inputs.pairs("events_months", .periods, "events_fraction", .share)
    let sum = events.reduce(0) { $0 + $1.1 }
    guard sum < 1 + 1e-6 else { throw inputs.outOfRange("sum of events_fraction", sum, "at most 1") }
    let schedule = VestingSchedule(events: events.map { VestingSchedule.Event(month: Int($0.0), share: $0.1) })
    let survival = Survival(
      monthlyHazard: try inputs.number("monthly_exit_hazard", .share), months: schedule.events.last?.month ?? 0)
    let value = try inputs.number("grant_value", .notNegative)
    let yield = try inputs.number("q", .rate)
    let isShare = output == "expected_vested_fraction"
    return schedule.expectedValue(
      ofGrantWorth: isShare ? 1 : value, dividendYield: isShare ? 0 : yield, survival: survival)
  }

  private static let forfeiture = ModelKind(
    "forfeiture_cost", outputs: ["options_expected_to_vest", "compensation_cost"]
  ) { inputs, output in
    let grant = ForfeitureEstimate(
      options: try inputs.number("options", .notNegative), annualRate: try inputs.number("annual_forfeiture", .share),
      vestingYears: try inputs.number("vest_years", .notNegative))
    if output == "options_expected_to_vest" {
      _ = try inputs.number("fair_value", .notNegative, orElse: 0)
      return grant.expectedToVest
    }
    return grant.compensationCost(fairValue: try inputs.number("fair_value", .notNegative))
  }
}
