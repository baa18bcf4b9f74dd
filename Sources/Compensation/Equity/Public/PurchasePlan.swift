import Glibc

/// An employee stock purchase plan over one offering: shares at a discount, with or without looking back to the price at
/// its start.
///
///     let plan = PurchasePlan(
///       discount: 0.15, hasLookback: true, years: 0.5, rate: 0.045, dividendYield: 0, volatility: 0.35)
///     plan.valuePerShare(spot: 100, count: .fullWithholding)    // 25.5573
///     plan.presentGain(onContribution: 12_500)                  // 3,758.43
///
/// The discount is a ratio from 0 to below 1; the offering lasts `years`; rate and yield are continuous, a year.
///
/// Reference: FASB Technical Bulletin 97-1 and ASC 718-50-55, whose parts are shares, calls and puts at today's price.
public struct PurchasePlan: Sendable, Equatable {
  /// What fixes the number of shares a participant gets.
  public enum ShareCount: Sendable {
    /// The contribution divided by the price at the start (type A).
    case atStart
    /// All that was withheld buys shares at the lower price (type B).
    case fullWithholding
  }

  public let discount: Double
  public let hasLookback: Bool
  public let years: Double
  public let rate: Double
  public let dividendYield: Double
  public let volatility: Double

  public init(
    discount: Double, hasLookback: Bool, years: Double, rate: Double, dividendYield: Double, volatility: Double
  ) {
    self.discount = discount
    self.hasLookback = hasLookback
    self.years = years
    self.rate = rate
    self.dividendYield = dividendYield
    self.volatility = volatility
  }

  /// Fair value per share of the initial entitlement, in money: d S e^(-qT) + (1-d) call, and d put more where all that
  /// was withheld buys shares.
  ///
  /// Without looking back there is nothing but the discount: of a share then (type A), or of a sum of money then
  /// (type B), d S e^(-rT).
  public func valuePerShare(spot: Double, count: ShareCount) -> Double {
    guard hasLookback else {
      switch count {
      case .atStart: return discount * spot * exp(-dividendYield * years)
      case .fullWithholding: return discount * spot * exp(-rate * years)
      }
    }
    let shares = discount * spot * exp(-dividendYield * years) + (1 - discount) * atTheMoney(.call, spot)
    return count == .fullWithholding ? shares + discount * atTheMoney(.put, spot) : shares
  }

  /// What a participant who sells at once gains, brought to today, on money withheld evenly enough to be there at the
  /// end: C ((e^(-rT) + call(1, 1))/(1-d) - e^(-rT)).
  ///
  /// Without looking back C e^(-rT) d/(1-d): 15 % off is 17.6 % of the contribution.
  public func presentGain(onContribution contribution: Double) -> Double {
    let later = exp(-rate * years)
    return contribution * ((later + (hasLookback ? atTheMoney(.call, 1) : 0)) / (1 - discount) - later)
  }

  private func atTheMoney(_ kind: BlackScholes.Kind, _ spot: Double) -> Double {
    BlackScholes(
      kind, spot: spot, strike: spot, years: years, rate: rate, dividendYield: dividendYield, volatility: volatility
    ).price
  }
}
