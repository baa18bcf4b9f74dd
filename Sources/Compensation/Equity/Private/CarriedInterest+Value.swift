import Glibc

extension CarriedInterest {
  /// What the manager's part is worth today, in money, of a fund whose investments swing with `volatility`.
  ///
  ///     CarriedInterest(hurdle: 0.08, carry: 0.2, catchUp: 1)
  ///       .value(ofFund: 100, years: 7, rate: 0.044, volatility: 0.3)    // 5.0
  ///
  /// The part is piecewise linear in what is distributed, so that it is a sum of calls on the fund: catch-up x the call
  /// at the hurdle, less (catch-up - carry) x the call where the manager has caught up. Exact; the fund's value is
  /// lognormal, priced as all else at the market's price of risk. Rates are continuous, a year; the hurdle compounds
  /// once a year.
  public func value(ofFund contributed: Double, years: Double, rate: Double, volatility: Double) -> Double {
    func call(_ strike: Double) -> Double {
      BlackScholes(
        .call, spot: contributed, strike: strike, years: years, rate: rate, dividendYield: 0, volatility: volatility
      ).price
    }
    let hurdled = contributed * pow(1 + hurdle, years)
    guard catchUp > 0 else { return carry * call(hurdled) }
    // A share no larger than the carry never catches up.
    guard catchUp > carry else { return catchUp * call(hurdled) }
    let layer = carry * (hurdled - contributed) / (catchUp - carry)
    return catchUp * call(hurdled) - (catchUp - carry) * call(hurdled + layer)
  }
}
