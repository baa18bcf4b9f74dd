import Glibc
import Quantities

extension OfferValuer {
  /// Restricted stock units: a share delivered then costs its price less the dividends before, price x e^(-qt).
  func restrictedStock(_ grant: EquityGrant) -> GrantValue {
    let price = grant.price * exchange(of: grant)
    let tranches = tranches(of: grant).map { tranche in
      var tranche = tranche
      tranche.headline = tranche.units * price
      tranche.fair =
        StockDelivery(value: tranche.headline, month: tranche.month, dividendYield: log(1 + grant.dividendYield)).fair
      tranche.factors = [.growth(from: 0, to: tranche.month, volatility: grant.volatility)]
      return tranche
    }
    let inside = tranches.filter { $0.month <= terms.months }.count
    return GrantValue(
      family: "equity", tranches: tranches,
      detail: "RSU, \(inside) vesting dates in the window, at today's price less dividends, if still employed")
  }

  /// Phantom shares: the same in money, so only as safe as the employer.
  func phantomShares(_ grant: EquityGrant, _ credit: CreditTerms) throws -> GrantValue {
    let failure =
      try credit.annualDefault
      ?? terms.parameters.row("credit.annual-default", scopes: [offer.employerKind, "other"], on: terms.asOf).value
    let recovery = try credit.recovery ?? terms.parameters.value("credit.recovery", on: terms.asOf)
    var value = restrictedStock(grant)
    value.tranches = value.tranches.map { tranche in
      var tranche = tranche
      let paid = pow(1 - failure, tranche.years)
      tranche.fair *= paid + (1 - paid) * recovery
      return tranche
    }
    return GrantValue(
      family: "phantom", tranches: value.tranches,
      detail: "phantom shares, \(datesInWindow(value.tranches)), paid in money: odds of "
        + "\(NumberText.share(failure)) a year that the employer cannot, \(NumberText.share(recovery)) paid then")
  }
}
