/// What costs in a place, in its own currency, what costs one dollar in the United States on average.
///
///     BasketPrice(place: "Denver, CO", currency: "USD", all: 1.058, withoutRents: 1.031, year: 2024)
///     BasketPrice(place: "United Kingdom", currency: "GBP", all: 0.668, withoutRents: nil, year: 2024)
public struct BasketPrice: Sendable, Equatable {
  public enum Source: String, Sendable {
    /// Regional price parities of the Bureau of Economic Analysis: what households buy.
    case regional = "bea-rpp"
    /// Purchasing power parities of the World Bank: all that a country makes.
    case national = "world-bank-ppp"
  }

  /// The place the price is known of: of a city without one of its own, the state or the country around it.
  public let place: String
  public let currency: String
  /// Of everything that is bought.
  public let all: Double
  /// Of everything but housing; nil where prices are known as a whole only.
  public let withoutRents: Double?
  public let year: Int
  public let source: Source

  public init(
    place: String, currency: String, all: Double, withoutRents: Double?, year: Int, source: Source = .regional
  ) {
    self.place = place
    self.currency = currency
    self.all = all
    self.withoutRents = withoutRents
    self.year = year
    self.source = source
  }

  /// Of what is left to spend where rent is a line of its own, or of all.
  public func ofSpending(withRentApart: Bool) -> Double { withRentApart ? withoutRents ?? all : all }
}
