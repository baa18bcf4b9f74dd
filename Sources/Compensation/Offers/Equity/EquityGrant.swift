import Quantities

/// A grant of shares, or of rights to them: what every kind has in common, and its own terms.
///
/// A grant given in money is turned into units once, at the stated price; a later change of price changes what
/// the units are worth, never their number.
///
///     equity: [{kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly, price: 84.20}]
///     equity: [{kind: nso, units: 12000, strike: 40, price: 42.50, vesting: 4y/1y cliff monthly}]
public struct EquityGrant: Sendable, Equatable {
  /// Shares or rights; or money units at price 1 when the paper names no price.
  public var units: Double
  /// Of a share, in money.
  public var price: Double
  public var vesting: VestingSchedule
  /// The schedule's day zero; nil for a new offer, which starts on day 0 of the scenario.
  public var granted: CalendarDate?
  /// Annual effective yield of dividends not paid on unvested shares.
  public var dividendYield: Double
  /// Of the share, a year's standard deviation of log returns; nil for the usual one.
  public var volatility: Double?
  public var currency: Currency
  /// Its place in the offer's list of grants, from 0, so that it is called `equity[1]` in output too when a grant of
  /// another kind stands before it.
  public var pathIndex: Int
  public var instrument: EquityInstrument
  /// What an event makes one's own at once; nil where nothing is said of it.
  public var acceleration: Acceleration?
  /// Of the share, against the market; nil for the usual one.
  public var beta: Double?
  /// How its holder means to be taxed.
  public var taxTerms = StockTaxTerms()

  public init(
    units: Double, price: Double, vesting: VestingSchedule, granted: CalendarDate?, dividendYield: Double,
    volatility: Double? = nil, currency: Currency, pathIndex: Int = 0, instrument: EquityInstrument = .restrictedStock
  ) {
    self.units = units
    self.price = price
    self.vesting = vesting
    self.granted = granted
    self.dividendYield = dividendYield
    self.volatility = volatility
    self.currency = currency
    self.pathIndex = pathIndex
    self.instrument = instrument
  }

  /// The field of the offer that holds its price: `equity[0].price`, or what the last investors paid.
  public var priceField: String {
    switch instrument {
    case .privateOption(_, let company), .privateShares(let company, _): company.priceField
    default: "equity[\(pathIndex)].price"
    }
  }

  /// Whether its value goes with the price of a share at all.
  public var hasPrice: Bool {
    switch instrument {
    case .profitsInterest, .carriedInterest: false
    default: true
    }
  }
}
