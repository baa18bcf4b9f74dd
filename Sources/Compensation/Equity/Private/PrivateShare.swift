import Glibc

/// What a share of a private company, or an option on one, is worth today.
///
///     let share = PrivateShare(
///       units: 210_000, strike: 1.85, preferredPrice: 6.40, fullyDiluted: 26_000_000, table: nil, commonRatio: 0.29,
///       volatility: 0.75, years: 3.5, rate: 0.044)
///     share.commonValue    // 1.86
///     share.perUnit        // 0.98
///
/// With a cap table the whole company is worth what makes the last investors' class worth its price, and every class
/// gets its part of it by the option pricing method. Without one a common share is taken at a ratio of the preferred's
/// price, and an option on it at Black-Scholes. Amounts are money; volatility is of the equity, a year; the rate is
/// continuous.
struct PrivateShare {
  let units: Double
  /// Nil for shares.
  let strike: Double?
  let preferredPrice: Double
  let fullyDiluted: Double
  let table: PrivateCompany.Table?
  /// Of a common share to the preferred's price, where there is no table.
  let commonRatio: Double
  let volatility: Double
  let years: Double
  let rate: Double

  /// What all shares would fetch at the last investors' price.
  var postMoney: Double { preferredPrice * fullyDiluted }

  /// The table with the grant in it; nil where nobody told who is paid first.
  var ownTable: CapTable? { table?.classes.holding(units, strike: strike, fullyDiluted: fullyDiluted) }

  /// The same, as if nobody was paid first where it is not known.
  private var hopefulTable: CapTable {
    ownTable ?? CapTable([]).holding(units, strike: strike, fullyDiluted: fullyDiluted)
  }

  /// Equity, a common share, and one unit of the grant: today.
  func values() -> (equity: Double, common: Double, perUnit: Double) {
    guard let table, let own = ownTable else {
      let common = preferredPrice * commonRatio
      return (postMoney, common, strike.map { call(on: common, strike: $0) } ?? common)
    }
    let method = OptionPricingMethod(own, volatility: volatility, years: years, rate: rate)
    guard let equity = method.equity(atPrice: preferredPrice, ofClass: table.lastRound) else {
      return (0, 0, 0)
    }
    let values = method.values(ofEquity: equity)
    // A class that nobody holds, such as a grant of nothing, has no share to price.
    let perShare = zip(values, own.classes).map { $1.shares > 0 ? $0 / $1.shares : 0 }
    // A common share is what is left of the equity when every dollar above the preferences is shared: any class of it.
    let common = own.classes.firstIndex { $0.right == .common }.map { perShare[$0] } ?? 0
    return (equity, common, perShare[own.classes.count - 1])
  }

  private func call(on common: Double, strike: Double) -> Double {
    BlackScholes(
      .call, spot: common, strike: strike, years: years, rate: rate, dividendYield: 0, volatility: volatility
    ).price
  }

  /// The exit at which a unit begins to pay, when later rounds keep so much of each share: with a table the waterfall
  /// at that price of a common share; without one the least it can be, whoever is paid first.
  func breakEvenExit(keep: Double) -> Double {
    hopefulTable.equity(atCommonValue: keep > 0 ? (strike ?? 0) / keep : 0)
  }

  /// What all units pay at an exit, the strike paid; without a table as if nobody was paid first, so at most.
  func payout(atExit equity: Double, keep: Double) -> Double {
    units * max(0, Waterfall(of: equity, in: hopefulTable).commonValue * keep - (strike ?? 0))
  }
}
