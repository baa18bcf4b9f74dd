/// What numbers a parameter may have so that the formulas that use it have an answer.
///
///     ParameterDomain.bounds(of: "leave.working-days", broken: 0)          // "more than 0": a day's pay is base over it
///     ParameterDomain.bounds(of: "hazard.involuntary[bank]", broken: 2)    // "between 0 and 1"
public enum ParameterDomain {
  /// Divided by, counted by, or the length of something there has to be.
  private static let aboveZero: Set<String> = [
    "common.share-of-preferred", "contract.billable-hours", "equity.volatility", "espp.offering-months", "exit.months",
    "fund.years", "fund.volatility", "horizon.months", "leave.working-days", "match.pay-cap", "option.term-months",
    "pension.years-paid", "psu.peers", "refresher.first-month", "risk.floor",
    "rsu.expiry-months", "search.arrival-unemployed", "search.offer-log-sd", "search.offer-log-sd-high",
    "search.offer-log-sd-low", "work.hours-a-week", "work.weeks-a-year",
  ]

  /// Probabilities and shares of a whole that are not named so.
  private static let shares: Set<String> = [
    "credit.recovery", "health.coinsurance", "hazard.involuntary", "hazard.quit", "hazard.layoff-average",
    "credit.annual-default", "exit.odds", "commission.odds", "health.spend-odds", "control.loss-given-change",
    "psu.correlation", "risk.floor", "common.share-of-preferred",
  ]

  /// A whole of it would leave nothing to divide by.
  private static let belowOne: Set<String> = ["dilution.round", "gross-up.tax-rate", "parachute.tax-rate"]

  /// Where numbers below zero mean something.
  private static let signed: Set<String> = ["discount.annual-rate", "ageing.annual-rate"]

  /// The bounds that a number breaks, in words that follow "it must be"; nil for one that is fine.
  public static func bounds(of key: String, broken value: Double) -> String? {
    let name = String(key.prefix { $0 != "[" })
    if aboveZero.contains(name), value <= 0 { return "more than 0" }
    if name == "option.exercise-multiple", value < 1 { return "at least 1" }
    if name == "equity.volatility", value > 3 { return "at most 3, a year's standard deviation of returns" }
    if belowOne.contains(name), !(0..<1).contains(value) { return "at least 0 and less than 1" }
    if shares.contains(name) || name.hasSuffix("probability"), !(0...1).contains(value) { return "between 0 and 1" }
    if name == "discount.annual-rate", value <= -1 { return "more than -1" }
    return value < 0 && isCount(name) ? "0 or more" : nil
  }

  /// Spans, counts and rates of pay, of which there are no fewer than none.
  private static func isCount(_ name: String) -> Bool {
    !signed.contains(name)
      && [
        "-months", ".months", ".month", "-days", "-hours", "-factor", ".multiple", "-multiple", "-limit", ".limit",
        "-rate",
      ]
      .contains(where: name.hasSuffix)
  }
}
