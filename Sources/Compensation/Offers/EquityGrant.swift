import Quantities

/// Shares delivered as they vest.
///
/// A grant given in money is turned into units once, at the stated price; a later change of price changes what
/// the units are worth, never their number.
///
///     equity: [{kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly, price: 84.20}]
public struct EquityGrant: Sendable, Equatable {
  /// Shares; or money units at price 1 when the paper names no price.
  public var units: Double
  public var price: Double
  public var vesting: VestingSchedule
  /// The schedule's day zero; nil for a new offer, which starts on day 0 of the scenario.
  public var granted: CalendarDate?
  /// Annual effective yield of dividends not paid on unvested shares.
  public var dividendYield: Double
  public var currency: Currency
  /// Its place in the offer's list of grants, from 0, so that it is called `equity[1]` in output too when a grant of
  /// another kind stands before it.
  public var pathIndex: Int

  public init(
    units: Double, price: Double, vesting: VestingSchedule, granted: CalendarDate?, dividendYield: Double,
    currency: Currency, pathIndex: Int = 0
  ) {
    self.units = units
    self.price = price
    self.vesting = vesting
    self.granted = granted
    self.dividendYield = dividendYield
    self.currency = currency
    self.pathIndex = pathIndex
  }
}
