import Compensation
import Quantities

extension TakeHome {
  /// Rents a month there and at home, in the totals' currency; nil unless both are known.
  func rents(
    of offer: Offer, _ prices: (offer: PriceLevel, home: PriceLevel)?, under terms: ValuationTerms
  ) -> (there: Double, home: Double)? {
    guard let prices, let own = facts.rent,
      let home = places.exchange("USD", terms.currency.code).map({ $0 * own })
    else { return nil }
    guard let rent = offer.rent else { return prices.offer == prices.home ? (home, home) : nil }
    return places.exchange(rent.currency.code, terms.currency.code).map { ($0 * rent.amount, home) }
  }

  /// What money after tax buys at the prices of home: with rents given, these by themselves and the rest at the prices of
  /// all else.
  static func buys(
    _ afterTax: Double, _ prices: (offer: PriceLevel, home: PriceLevel), _ rents: (there: Double, home: Double)?,
    _ terms: ValuationTerms
  ) -> Double {
    guard let rents else { return afterTax * prices.home.level / prices.offer.level }
    // Of places abroad there is one level for everything.
    let isKnown = prices.home.withoutRents != nil && prices.offer.withoutRents != nil
    let ratio =
      isKnown
      ? (prices.home.withoutRents ?? 1) / (prices.offer.withoutRents ?? 1) : prices.home.level / prices.offer.level
    let months = 12 * terms.annuity
    return months * rents.home + (afterTax - months * rents.there) * ratio
  }
}
