import Market
import Quantities
import Synchronization

extension ShippedData {
  /// ECB rates and the currencies of countries, for the market model: read when they are first asked for.
  ///
  ///     try data.marketRates().rate(from: "GBP", to: "USD", on: today)    // 1.3399, of 2026-10-30
  public func marketRates() -> MarketRates {
    let book = RateBook(data: self)
    return MarketRates(
      source: ExchangeRates.source, rate: { try book.rate(from: $0, to: $1, on: $2) },
      currency: { try book.currency(of: $0) })
  }
}

/// Rates by day and currencies by country, each table read once.
private final class RateBook: Sendable {
  private struct Held {
    var rates: [CalendarDate: ExchangeRates] = [:]
    var currencies: CurrencyDirectory?
  }

  private let data: ShippedData
  private let held = Mutex(Held())

  init(data: ShippedData) { self.data = data }

  func rate(from: String, to: String, on date: CalendarDate) throws -> MarketRates.Rate? {
    let rates = try held.withLock { held in
      if let rates = held.rates[date] { return rates }
      let rates = try data.exchangeRates(on: date)
      held.rates[date] = rates
      return rates
    }
    return rates.rate(from: from, to: to).map { MarketRates.Rate(value: $0, date: rates.date) }
  }

  func currency(of country: String) throws -> String? {
    try held.withLock { held in
      let currencies = try held.currencies ?? data.currencies()
      held.currencies = currencies
      return currencies.currency(of: country)?.code
    }
  }
}
