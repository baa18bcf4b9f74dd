import Quantities

/// What living in a place costs beside the United States, in one currency: 100 for the nation.
///
/// Of places in the United States a regional price parity; of places abroad a purchasing power parity over the market
/// rate, since pay in dollars has to be exchanged before it is spent there.
///
///     PriceLevel(place: "Denver, CO", level: 105.8, year: 2024)
public struct PriceLevel: Sendable, Equatable {
  /// What a level abroad is made of.
  public struct Parity: Sendable, Equatable {
    /// The currency of the country.
    public let currency: String
    /// What buys there what one dollar buys in the United States: 0.668 pounds. Of the whole country.
    public let localPerDollar: Double
    /// What one dollar is exchanged for: 0.746 pounds.
    public let marketRate: Double
    /// The day of the market rate, which is later than the year of the parity.
    public let rateDate: CalendarDate

    public init(currency: String, localPerDollar: Double, marketRate: Double, rateDate: CalendarDate) {
      self.currency = currency
      self.localPerDollar = localPerDollar
      self.marketRate = marketRate
      self.rateDate = rateDate
    }

    /// 100 x what the basket costs there, exchanged into dollars: 89.5 where 0.668 buys it and 0.746 is a dollar.
    public var level: Double { 100 * localPerDollar / marketRate }
  }

  public let place: String
  /// 100 for the United States.
  public let level: Double
  /// The year of the prices.
  public let year: Int
  /// Of all but rents; nil where it is not known.
  public let withoutRents: Double?
  /// Nil for places in the United States.
  public let parity: Parity?

  public init(place: String, level: Double, withoutRents: Double? = nil, year: Int, parity: Parity? = nil) {
    self.withoutRents = withoutRents
    self.place = place
    self.level = level
    self.year = year
    self.parity = parity
  }

  /// Abroad.
  public init(place: String, year: Int, parity: Parity) {
    self.init(place: place, level: parity.level, year: year, parity: parity)
  }

  /// Prices of the United States, for who does not say where they live.
  public static func nation(_ year: Int) -> PriceLevel {
    PriceLevel(place: "the nation", level: 100, withoutRents: 100, year: year)
  }
}
