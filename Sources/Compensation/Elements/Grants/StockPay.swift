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
    return GrantValue(
      family: "equity", tranches: tranches,
      detail: "RSU, \(datesInWindow(tranches)), at today's price less dividends, if still employed")
  }
}
