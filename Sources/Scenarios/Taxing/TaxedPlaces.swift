import Compensation
import Market
import Taxation

/// Where the pay of an offer is taxed.
public enum OfferTaxPlace: Sendable, Equatable {
  case unitedStates(WorkSites)
  /// `GB`, `GB-SCT`, `CA-ON`, and its currency.
  case abroad(String, currency: String, hasRuling: Bool)
  /// All taxes as a share of pay, as the user gives it, in the offer's currency.
  case rate(Double, currency: String)

  /// `US`, `GB`; empty for a rate that was given.
  public var country: String {
    switch self {
    case .unitedStates: "US"
    case .abroad(let place, _, _): String(place.prefix(2))
    case .rate: ""
    }
  }

  public var currency: String {
    switch self {
    case .unitedStates: "USD"
    case .abroad(_, let currency, _), .rate(_, let currency): currency
    }
  }
}

/// Which places' taxes and prices are known, and what their money is.
public struct TaxedPlaces {
  let place: (Offer) -> OfferTaxPlace?
  let prices: (Location) -> PriceLevel?
  /// Units of the second currency for one of the first; nil where no rate is known.
  let exchange: (String, String) -> Double?

  public init(
    place: @escaping (Offer) -> OfferTaxPlace?, prices: @escaping (Location) -> PriceLevel?,
    exchange: @escaping (String, String) -> Double?
  ) {
    self.place = place
    self.prices = prices
    self.exchange = exchange
  }
}

/// A city with an income tax of its own that an offer in it says nothing of.
public struct UntaxedCity: Sendable {
  public let offer: String
  public let city: String

  public init(offer: String, city: String) {
    self.offer = offer
    self.city = city
  }
}

extension Offer {
  /// Where one would live: at home where that is stated, else where the work is.
  public var residence: Location? { home ?? location }
}
