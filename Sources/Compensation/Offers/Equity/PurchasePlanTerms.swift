/// An employee stock purchase plan as one takes part in it.
///
///     espp: {contribution: 10%, discount: 15%, look_back: yes, offering: 6mo, limit: 15%}
public struct PurchasePlanTerms: Sendable, Equatable {
  public enum Contribution: Sendable, Equatable {
    /// Of pay.
    case share(Double)
    /// A year, in the currency of the base.
    case amount(Double)
  }

  public var contribution: Contribution
  /// The most the plan takes, as a share of pay; nil where it says none.
  public var limit: Double?
  /// Off the price, a ratio below 1.
  public var discount: Double
  /// Whether the price at the start counts when it is lower.
  public var hasLookback: Bool
  /// Months of one offering; nil for the usual ones.
  public var offeringMonths: Int?
  /// Of the share, a year; nil for the usual one.
  public var volatility: Double?
  /// Annual effective.
  public var dividendYield: Double
  /// When the shares are sold; nil where it is not said: at once.
  public var sale: StockTaxTerms.Sale?

  public init(
    contribution: Contribution, limit: Double? = nil, discount: Double, hasLookback: Bool, offeringMonths: Int? = nil,
    volatility: Double? = nil, dividendYield: Double = 0
  ) {
    self.contribution = contribution
    self.limit = limit
    self.discount = discount
    self.hasLookback = hasLookback
    self.offeringMonths = offeringMonths
    self.volatility = volatility
    self.dividendYield = dividendYield
  }
}
