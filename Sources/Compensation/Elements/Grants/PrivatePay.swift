import Glibc
import Quantities

extension OfferValuer {
  /// Options on shares that nobody quotes.
  func privateOption(_ grant: EquityGrant, _ option: OptionTerms, _ company: PrivateCompany) throws -> GrantValue {
    let lastMonth = try monthsToExpiry(of: option, grant)
    let holding = try holding(of: option, grant, company)
    let tranches = holding.tranches(of: tranches(of: grant)).map { $0.month < lastMonth ? $0 : $0.worthless }
    let cost = ExerciseCost(grant: grant, option: option, terms: terms, lastMonth: lastMonth)
    let window = try exerciseWindow(of: option)
    let isBought = option.kind != .appreciation
    var detail =
      holding.text + "; break-even at an exit of \(money(holding.breakEven))"
      + (isBought
        ? cost.chequeText(tranches, windowMonths: window).map { "; \($0)" } ?? ""
        : "; the gain is paid in money, nothing is bought")
    if option.allowsEarlyExercise {
      let days = try Int(terms.parameters.value("option.election-days", on: terms.asOf))
      detail +=
        "; may be bought before vesting for \(money(cost.all)), then file the 83(b) election within \(days) days"
    }
    let lost = ElementFact(
      "lost_if_not_exercised", cost.vestedUnits(tranches) * holding.perUnit, .money,
      "What the options that vest in the window are worth today, and lost if one leaves then and does not buy.",
      "units vested by then x fair value of one")
    var value = GrantValue(
      family: "private_option", tranches: tranches, certainty: .hopedFor, detail: detail,
      facts: (isBought ? cost.facts(tranches, windowMonths: window) + [lost] : []) + holding.facts, isPaper: true)
    value.exits = holding.exits
    if option.kind == .incentive {
      value.facts.append(try IncentiveOptionLimit(offer: offer, terms: terms).fact(grant))
    }
    if let trigger = option.trigger {
      try wait(
        forExitWithin: lastMonth, trigger, of: company, holding, what: "options", expiry: "option.term-months", &value)
    }
    return value
  }

  /// What the options are of, until the exit or the options' own end, if that comes first.
  func holding(of option: OptionTerms, _ grant: EquityGrant, _ company: PrivateCompany) throws -> PrivateHolding {
    try PrivateHolding(
      self, grant, company, strike: option.strike, lastMonth: max(1, monthsToExpiry(of: option, grant)))
  }

  /// Shares that nobody quotes; with a double trigger lost unless there is an exit in time.
  func privateShares(_ grant: EquityGrant, _ company: PrivateCompany, _ trigger: DoubleTrigger?) throws -> GrantValue {
    let holding = try PrivateHolding(self, grant, company, strike: nil)
    var value = GrantValue(
      family: "private_shares", tranches: holding.tranches(of: tranches(of: grant)), certainty: .hopedFor,
      detail: holding.text, facts: holding.facts, isPaper: true)
    value.exits = holding.exits
    if let trigger {
      try wait(
        forExitWithin: months(to: trigger.expiry, of: grant, usually: "rsu.expiry-months"), trigger, of: company,
        holding, what: "shares",
        expiry: "rsu.expiry-months", &value)
    }
    return value
  }

  /// A second trigger: without an exit within so many months it was all for nothing. The odds are 1 - e^(-lambda T). Units
  /// whose time is served survive a departure, so that leaving counts to that day only.
  private func wait(
    forExitWithin months: Int, _ trigger: DoubleTrigger, of company: PrivateCompany, _ holding: PrivateHolding,
    what: String, expiry: String, _ value: inout GrantValue
  ) throws {
    let intensity =
      try trigger.exitIntensity
      ?? terms.parameters.row("exit.intensity", scopes: [company.stage.rawValue, "early"], on: terms.asOf).value
    let chance = -expm1(-intensity * Double(months) / 12)
    // What would be served after the units expire is nobody's.
    value.tranches.removeAll { $0.month > months }
    for index in value.tranches.indices {
      value.tranches[index].chance = chance
      value.tranches[index].factors = [.exit(grant: holding.place, odds: chance)]
    }
    value.detail +=
      "; \(what == "shares" ? "delivered" : "vested") only after an exit: odds \(NumberText.share(chance)) "
      + "before they expire"
    value.facts.append(
      ElementFact(
        "exit_odds", chance, .share, "Odds that the company is sold or listed before the \(what) expire.",
        "1 - e^(-lambda T), lambda a year's exit intensity, T the years to expiry",
        defaults: ["exit.intensity", expiry]))
  }

  func money(_ amount: Double) -> String { NumberText.money(amount, currency: terms.currency.code) }
}
