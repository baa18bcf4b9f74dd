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
    let rows = try table("datasets/world-bank-ppp/ppp.csv") { $0.text(0) == country }.rows
    return rows.compactMap { row -> PurchasingPower? in
      guard let year = Int(row["year"]), year <= date.year, let value = row.number("local_per_international_dollar")
      else { return nil }
      return PurchasingPower(country: country, year: year, localPerDollar: value)
    }.max { $0.year < $1.year }
  }
}
