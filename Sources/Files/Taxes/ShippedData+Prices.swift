import CSVStream
import Foundation
import Market
import Quantities
import Scenarios

extension ShippedData {
  /// Price levels of places on one scale, 100 for the United States, of the last year that had begun by a day.
  ///
  /// Of metropolitan areas and states the BEA's regional price parities; a place without one of its own has its state's.
  /// Of places abroad the country's purchasing power parity over the market rate on the day. Money after tax, in
  /// dollars, x the level of home / the level of a place is what it buys, in prices of home.
  ///
  ///     try data.priceLevels(on: today)(london)?.level    // 89.5: 0.668 pounds for what a dollar buys, at 0.746 a dollar
  public func priceLevels(on date: CalendarDate) throws -> (Location) -> PriceLevel? {
    let baskets = try basketPrices(on: date)
    let rates = try exchangeRates(on: date)
    return { place in
      guard let basket = baskets(place) else { return nil }
      guard basket.source == .national else {
        return PriceLevel(
          place: basket.place, level: 100 * basket.all, withoutRents: basket.withoutRents.map { 100 * $0 },
          year: basket.year)
      }
      return rates.rate(from: "USD", to: basket.currency).map { rate in
        PriceLevel(
          place: basket.place, year: basket.year,
          parity: .init(
            currency: basket.currency, localPerDollar: basket.all, marketRate: rate, rateDate: rates.date))
      }
    }
  }

  /// What costs in a place, in its currency, what costs a dollar in the United States: of the last year that had begun by
  /// a day. Nil for a place without prices or whose currency is not known.
  ///
  ///     try data.basketPrices(on: today)(london)?.all    // 0.668 pounds
  public func basketPrices(on date: CalendarDate) throws -> (Location) -> BasketPrice? {
    let parameters = try parameters(of: ["value"])
    let weights = try Dictionary(
      uniqueKeysWithValues: ["goods", "utilities", "other-services"].map {
        ($0.replacing("-", with: "_"), try parameters.value("prices.spending-share", scope: $0, on: date))
      })
    let metros = try regionalPrices("metro", before: date.year, weights)
    let states = try regionalPrices("state", before: date.year, weights)
    let abroad = try purchasingPowers(on: date)
    let currencies = try currencies()
    return { place in
      func price(_ found: RegionalPrice, of name: String) -> BasketPrice {
        BasketPrice(
          place: name, currency: "USD", all: found.all, withoutRents: found.withoutRents, year: found.year)
      }
      guard place.country == "US" else {
        guard let power = abroad[place.country], let currency = currencies.currency(of: place.country) else {
          return nil
        }
        return BasketPrice(
          place: place.countryName, currency: currency.code, all: power.localPerDollar, withoutRents: nil,
          year: power.year, source: .national)
      }
      if let found = metros[place.id] { return price(found, of: place.shortName) }
      let state = "US-\(place.state)"
      return states[state].map { price($0, of: state) }
    }
  }

  private struct RegionalPrice {
    let all: Double
    let withoutRents: Double?
    let year: Int
  }

  /// All items, and all but rents: the mean of the other parts by what is spent on each, as the price of all items is
  /// nearly the geometric mean of its four parts.
  private func regionalPrices(
    _ file: String, before end: Int, _ weights: [String: Double]
  ) throws -> [String: RegionalPrice] {
    var found: [String: RegionalPrice] = [:]
    for row in try table("datasets/bea-rpp/\(file).csv").rows {
      guard let year = Int(row["year"]), year < end, let all = row.number("all_items"),
        year >= found[row["location"]]?.year ?? 0
      else { continue }
      let parts = weights.compactMap { part, weight in row.number(part).map { weight * log($0 / 100) } }
      let rest = parts.count == weights.count ? exp(parts.reduce(0, +) / weights.values.reduce(0, +)) : nil
      found[row["location"]] = RegionalPrice(all: all / 100, withoutRents: rest, year: year)
    }
    return found
  }
}

extension Location {
  /// Of a place abroad: what follows the comma of a city's name.
  fileprivate var countryName: String {
    kind == .city ? String(name[(name.lastIndex(of: ",") ?? name.startIndex)...].dropFirst(2)) : name
  }
}
