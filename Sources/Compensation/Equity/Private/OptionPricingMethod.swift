/// Allots a company's equity to its classes as options on the whole: the option pricing method.
///
///     let method = OptionPricingMethod(table, volatility: 0.6, years: 5, rate: 0.02)
///     method.values(ofEquity: 10_000)           // money by class, adding up to 10,000
///     method.equity(atPrice: 5, ofClass: 1)     // what the whole must be worth for one class to be worth 5 a share
///
/// Between two breakpoints some classes share each dollar in proportion to their shares; that slice of the equity is a call
/// at the lower one less a call at the higher one. Below the first breakpoint the slices are cut where a rank of
/// preferences is paid in full. Volatility is of the whole equity, `years` to the exit, the rate continuous; no dividends.
///
/// Reference: AICPA, Valuation of Privately-Held-Company Equity Securities Issued as Compensation (2013), chapter 6;
/// Mercer Capital, A Layperson's Guide to the Option Pricing Model (2016), whose exhibit 9 is tested.
public struct OptionPricingMethod: Sendable, Equatable {
  public let table: CapTable
  public let volatility: Double
  public let years: Double
  public let rate: Double

  public init(_ table: CapTable, volatility: Double, years: Double, rate: Double) {
    self.table = table
    self.volatility = volatility
    self.years = years
    self.rate = rate
  }

  /// Today's worth of each class, in the table's order; the sum is the equity.
  public func values(ofEquity equity: Double) -> [Double] { values(equity, in: table.tranches) }

  /// What all the equity must be worth for a share of one class to be worth `price`: the backsolve, from the price of the
  /// last round. Nil for a class without shares.
  public func equity(atPrice price: Double, ofClass index: Int) -> Double? {
    let shares = table.classes[index].shares
    guard shares > 0 else { return nil }
    guard price > 0 else { return 0 }
    let tranches = table.tranches
    func excess(_ equity: Double) -> Double { values(equity, in: tranches)[index] / shares - price }
    // A class's value grows with the whole, without bound: in the end it shares in every dollar.
    var high = max(table.totalPreference, price * table.totalShares)
    while excess(high) < 0 && high < 1e300 { high *= 2 }
    return Bisection.root(from: 0, to: high, of: excess)
  }

  private func values(_ equity: Double, in tranches: [CapTable.Tranche]) -> [Double] {
    var values = [Double](repeating: 0, count: table.classes.count)
    for tranche in tranches {
      let worth = call(equity, at: tranche.lower) - (tranche.upper.map { call(equity, at: $0) } ?? 0)
      for index in values.indices { values[index] += worth * tranche.shares[index] }
    }
    return values
  }

  private func call(_ equity: Double, at strike: Double) -> Double {
    BlackScholes(
      .call, spot: equity, strike: strike, years: years, rate: rate, dividendYield: 0, volatility: volatility
    ).price
  }
}

extension CapTable {
  /// A slice of the equity every dollar of which is shared the same way.
  public struct Tranche: Sendable, Equatable {
    public let lower: Double
    /// Nil for the last, which has no end.
    public let upper: Double?
    /// Each class's part of a dollar, in the table's order; they add up to 1.
    public let shares: [Double]
  }

  /// From the first dollar up, without empty slices: one for each rank of preferences, one between each two breakpoints.
  public var tranches: [Tranche] {
    var tranches: [Tranche] = []
    var lower = 0.0
    for rank in Set(classes.map(\.rank)).sorted() {
      let claims = classes.map { $0.rank == rank ? $0.shares * $0.preference : 0 }
      let total = claims.reduce(0, +)
      guard total > 0 else { continue }
      tranches.append(Tranche(lower: lower, upper: lower + total, shares: claims.map { $0 / total }))
      lower += total
    }
    let breakpoints = breakpoints
    for (index, breakpoint) in breakpoints.enumerated() {
      let gaining = gainingShares(above: breakpoint.commonValue)
      let total = gaining.reduce(0, +)
      let upper = index + 1 < breakpoints.count ? breakpoints[index + 1].equity : nil
      guard total > 0, upper.map({ $0 > lower }) ?? true else { continue }
      tranches.append(Tranche(lower: lower, upper: upper, shares: gaining.map { $0 / total }))
      lower = upper ?? lower
    }
    return tranches
  }
}
