import CSVStream
import Quantities

/// What money buys in a country, beside what it is exchanged for: units of its currency that buy there what one
/// dollar buys in the United States.
///
///     try data.purchasingPower(of: "GB", on: today)    // 0.668 pounds, 2024
public struct PurchasingPower: Sendable, Equatable {
  /// Who publishes it.
  public static let source = "World Bank PPP"

  public let country: String
  public let year: Int
  public let localPerDollar: Double
}

extension ShippedData {
  /// Of the last year that had begun by a day; nil for a country that is not listed.
  public func purchasingPower(of country: String, on date: CalendarDate) throws -> PurchasingPower? {
    try purchasingPowers(on: date, of: country)[country]
  }

  /// By country, of the last year of each that had begun by a day; of one country where it is named.
  func purchasingPowers(on date: CalendarDate, of country: String? = nil) throws -> [String: PurchasingPower] {
    let former = try table("codes/former-currencies.csv").rows
    var found: [String: PurchasingPower] = [:]
    for row in try table("datasets/world-bank-ppp/ppp.csv", keep: { country == nil || $0.text(0) == country }).rows {
      guard let year = Int(row["year"]), year <= date.year, year >= found[row["country"]]?.year ?? 0,
        let value = row.number("local_per_international_dollar")
      else { continue }
      // Figures of years before a new currency are in the old one.
      let units = former.first { old in
        old["country"] == row["country"]
          && CalendarDate(old["effective_from"]).map { $0.year > year && $0 <= date } == true
      }
      found[row["country"]] = PurchasingPower(
        country: row["country"], year: year, localPerDollar: value / (units?.number("units_for_one") ?? 1))
    }
    return found
  }
}
