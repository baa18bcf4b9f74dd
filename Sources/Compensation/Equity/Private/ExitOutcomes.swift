import Glibc

/// What a private company may be sold for, and how likely each is: the probability-weighted expected return method.
///
///     let exits = ExitOutcomes([(0.7, 0), (0.3, 100_000_000)], years: 5)
///     exits.value(ofOptions: 50_000, strike: 3.4, in: table, rate: 0.2)
///
/// Proceeds are money for all equity, `years` from today; odds add up to 1, or nothing is had of the rest. Real-world odds
/// ask for the return investors ask for, never for the risk-free rate: ``rate(explaining:ofClass:in:)`` finds it.
///
/// Reference: AICPA, Valuation of Privately-Held-Company Equity Securities Issued as Compensation (2013), chapter 6.
public struct ExitOutcomes: Sendable {
  public let outcomes: [(probability: Double, equity: Double)]
  public let years: Double

  public init(_ outcomes: [(probability: Double, equity: Double)], years: Double) {
    self.outcomes = outcomes
    self.years = years
  }

  /// Present value of options that are not part of the table, in money: the sum over outcomes of
  /// p x options x max(x keep - strike, 0) x e^(-rate years), x a common share's value.
  ///
  /// `keep` is what later rounds leave of a share, 1 without any; the rate is continuous, a year.
  public func value(
    ofOptions options: Double, strike: Double, in table: CapTable, keep: Double = 1, rate: Double
  ) -> Double {
    let mean = outcomes.reduce(0) { sum, outcome in
      let common = Waterfall(of: outcome.equity, in: table).commonValue
      return sum + outcome.probability * max(common * keep - strike, 0)
    }
    return options * mean * exp(-rate * years)
  }

  /// The continuous rate that discounts what a class can expect per share to its price: ln(mean / price) / years. Nil
  /// where there is no time, no price, or nothing to expect.
  ///
  /// From the last round's preferred price it is usually .2 to .4.
  public func rate(explaining price: Double, ofClass index: Int, in table: CapTable) -> Double? {
    let mean = outcomes.reduce(0) { $0 + $1.probability * Waterfall(of: $1.equity, in: table).payouts[index] }
    let perShare = mean / table.classes[index].shares
    guard years > 0, price > 0, perShare > 0, perShare.isFinite else { return nil }
    return log(perShare / price) / years
  }
}
