/// How a holder means to be taxed on a grant, as far as the law leaves a choice.
///
///     {kind: iso, units: 12000, strike: 40, price: 42.50, vesting: 4y, sale: at once}
///     {kind: shares, units: 80000, vesting: 4y, election_83b: {value: 0.40, paid: 0.01}, qsbs: yes}
public struct StockTaxTerms: Sendable, Equatable {
  /// When shares bought below their value are sold.
  public enum Sale: String, Sendable, CaseIterable {
    /// Two years from the grant and one from the purchase: the gain is long-term. Reference: IRC 422(a)(1) and 423(a)(1).
    case qualifying
    /// On the day they are bought: pay of that year. Reference: IRC 421(b).
    case atOnce = "at once"
  }

  /// Income is counted when shares that may still be lost are received. Reference: IRC 83(b).
  public struct Election: Sendable, Equatable {
    /// Of a share when it is received, in the grant's currency.
    public var value: Double
    /// For a share; the strike, of an option that is exercised early.
    public var paid: Double

    public init(value: Double, paid: Double) {
      self.value = value
      self.paid = paid
    }
  }

  public var sale: Sale?
  public var election: Election?
  /// Qualified small business stock. Reference: IRC 1202.
  public var isSmallBusinessStock: Bool

  public init(sale: Sale? = nil, election: Election? = nil, isSmallBusinessStock: Bool = false) {
    self.sale = sale
    self.election = election
    self.isSmallBusinessStock = isSmallBusinessStock
  }
}
