import Glibc
import Quantities

extension OfferValuer {
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
      tranche.factors.append(.credit(annualDefault: failure, recovery: recovery, months: tranche.month))
      return tranche
    }
    return GrantValue(
      family: "phantom", tranches: value.tranches,
      detail: "phantom shares, \(datesInWindow(value.tranches)), paid in money: odds of "
        + "\(NumberText.share(failure)) a year that the employer cannot, \(NumberText.share(recovery)) paid then")
  }
}
