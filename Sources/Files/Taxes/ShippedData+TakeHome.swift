import Market
import Quantities
import Scenarios

extension ShippedData {
  /// How income tax sees the parts of pay.
  public func payTreatment() throws -> PayTreatment {
    let rows = try table("taxes/pay-treatment.csv").rows.compactMap { row in
      PayTreatment.Kind(rawValue: row["treatment"]).map { (row["part"], $0) }
    }
    return PayTreatment(Dictionary(rows) { first, _ in first })
  }

  /// Price levels of metropolitan areas and states, of the last year that had begun by a day: the BEA's regional price
  /// parities, 100 for the nation. A place without one of its own has its state's.
  public func priceLevels(on date: CalendarDate) throws -> (Location) -> PriceLevel? {
    func levels(_ file: String) throws -> [String: (level: Double, year: Int)] {
      var found: [String: (level: Double, year: Int)] = [:]
      for row in try table("datasets/bea-rpp/\(file).csv").rows {
        guard let year = Int(row["year"]), year < date.year, let level = row.number("all_items") else { continue }
        if year >= found[row["location"]]?.year ?? 0 { found[row["location"]] = (level, year) }
      }
      return found
    }
    let (metros, states) = (try levels("metro"), try levels("state"))
    return { place in
      guard place.country == "US" else { return nil }
      if let found = metros[place.id] {
        return PriceLevel(place: place.shortName, level: found.level, year: found.year)
      }
      let state = "US-\(place.state)"
      return states[state].map { PriceLevel(place: state, level: $0.level, year: $0.year) }
    }
  }
}
