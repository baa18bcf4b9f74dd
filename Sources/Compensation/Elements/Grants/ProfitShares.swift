import Glibc
import Quantities

extension OfferValuer {
  /// A part of a company's gain above a threshold: its part of a call on all equity, as it vests.
  func profitsInterest(_ grant: EquityGrant, _ interest: ProfitsInterestTerms) throws -> GrantValue {
    let stage = interest.stage.rawValue
    let parameters = terms.parameters
    let volatility = try interest.volatility ?? parameters.value("equity.volatility", scope: stage, on: terms.asOf)
    let years =
      try (interest.exitMonths.map(Double.init) ?? parameters.value("exit.months", scope: stage, on: terms.asOf)) / 12
    let whole = ProfitsInterest(
      share: interest.share, threshold: interest.threshold, volatility: volatility, years: years,
      rate: terms.continuousRate
    ).value(ofEquity: interest.companyValue)
    let call = BlackScholes(
      .call, spot: interest.companyValue, strike: interest.threshold, years: years, rate: terms.continuousRate,
      dividendYield: 0, volatility: volatility)
    let paper = interest.share * max(0, interest.companyValue - interest.threshold)
    return GrantValue(
      family: "profits_interest", tranches: parts(of: grant, headline: paper, fair: whole, by: .equityCall(call)),
      certainty: .hopedFor,
      detail: "\(NumberText.share(interest.share)) of what the company is worth above "
        + "\(money(interest.threshold * exchange(of: grant))), today \(money(interest.companyValue * exchange(of: grant))): "
        + "a call, volatility \(NumberText.share(volatility)), exit in \(NumberText.short(years)) years",
      isPaper: true)
  }

  /// A part of a fund manager's profit, as it vests.
  func carriedInterest(_ grant: EquityGrant, _ interest: CarriedInterestTerms) throws -> GrantValue {
    func usual(_ stated: Double?, _ name: String) throws -> Double {
      try stated ?? terms.parameters.value(name, on: terms.asOf)
    }
    let carry = CarriedInterest(
      hurdle: try usual(interest.hurdle, "carry.hurdle"), carry: try usual(interest.carry, "carry.share"),
      catchUp: try usual(interest.catchUp, "carry.catch-up"))
    let years = try usual(interest.years, "fund.years")
    let volatility = try usual(interest.volatility, "fund.volatility")
    let fair =
      interest.share
      * carry.value(
        ofFund: interest.fund, years: years, rate: terms.continuousRate, volatility: volatility)
    let paper = interest.targetMultiple.map {
      interest.share * carry.dollars(contributed: interest.fund, distributed: interest.fund * $0, years: years)
    }
    let luck = PayRisk.Factor.carry(
      carry, fund: interest.fund, years: years, rate: terms.continuousRate, volatility: volatility)
    return GrantValue(
      family: "carried_interest", tranches: parts(of: grant, headline: paper ?? 0, fair: fair, by: luck),
      certainty: .hopedFor,
      detail: "\(NumberText.share(interest.share)) of a carry of \(NumberText.share(carry.carry)) on "
        + "\(money(interest.fund * exchange(of: grant))), after a return of \(NumberText.share(carry.hurdle)) a year, "
        + "\(NumberText.share(carry.catchUp)) catch-up: calls on the fund, volatility \(NumberText.share(volatility)), "
        + "\(NumberText.short(years)) years"
        + (interest.targetMultiple == nil ? "; no headline without `target_multiple`" : ""),
      isPaper: true)
  }

  /// A whole, vesting in parts.
  private func parts(
    of grant: EquityGrant, headline: Double, fair: Double, by factor: PayRisk.Factor
  ) -> [Tranche] {
    tranches(of: grant).map { tranche in
      var tranche = tranche
      tranche.headline = tranche.units * headline * exchange(of: grant)
      tranche.fair = tranche.units * fair * exchange(of: grant)
      tranche.factors = [factor]
      return tranche
    }
  }
}
