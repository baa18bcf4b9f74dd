import Compensation
import Files
import Market
import Quantities
import Scenarios

extension Session {
  /// What taxes offers, for a household; nil where none is in a place with taxes here.
  ///
  /// Throws ``UnknownTaxPlace`` with its offer through `trouble`, so that the caller can say where that was written.
  func takeHome(
    of offers: [Offer], _ facts: TakeHome.Facts, on date: CalendarDate,
    trouble: (UnknownTaxPlace, Offer) -> any Error = { found, _ in found }
  ) throws -> TakeHome? {
    let sites = try OfferSites(data)
    let places = try offers.map { offer in
      do { return try sites.place(of: offer) } catch let found as UnknownTaxPlace { throw trouble(found, offer) }
    }
    guard places.contains(where: { $0 != nil }) else { return nil }
    let found = Dictionary(zip(offers, places).map { ($0.id, $1) }) { first, _ in first }
    let rates = try data.exchangeRates(on: date)
    return TakeHome(
      facts, law: try data.taxLaw(of: sites.files(places.compactMap { $0 })), treatment: try data.payTreatment(),
      places: TaxedPlaces(
        place: { found[$0.id] ?? nil }, prices: try data.priceLevels(on: date),
        exchange: { from, to in from == to ? 1 : rates.rate(from: from, to: to) }))
  }
}
