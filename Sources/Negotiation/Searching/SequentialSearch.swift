import Compensation
import Glibc

/// A search in periods: each brings an offer with some odds, and an accepted job lasts for ever.
///
///     let search = SequentialSearch(
///       income: 25, discountFactor: 0.99, arrival: 1,
///       offers: .betaBinomial(n: 50, a: 200, b: 100, from: 10, to: 60))
///     search.reservationPay    // 47.3165, QuantEcon's default
///
/// Income c is what one lives on meanwhile, in the same period as the offers; the discount factor beta is a period's,
/// from 0 to below 1; arrival is the probability of an offer in a period.
///
/// Reference: McCall, "Economics of information and job search" (1970).
public struct SequentialSearch: Sendable {
  public let income: Double
  public let discountFactor: Double
  public let arrival: Double
  public let offers: PayDraws

  public init(income: Double, discountFactor: Double, arrival: Double, offers: PayDraws) {
    self.income = income
    self.discountFactor = discountFactor
    self.arrival = arrival
    self.offers = offers
  }

  /// The lowest pay worth taking with time without end: R - c = beta a / (1 - beta) E[(w - R)+].
  public var reservationPay: Double {
    let patience = discountFactor * arrival / (1 - discountFactor)
    // The left side rises and the right side falls, and at the highest conceivable offer it is nothing.
    return Bisection.root(from: income, to: income + patience * offers.expectedExcess(over: income)) {
      $0 - income - patience * offers.expectedExcess(over: $0)
    }
  }

  /// The same with `periods` still to come, after which one lives on the income for ever: savings that run out.
  ///
  /// Backward induction of h = c + beta [a E max(w / (1 - beta), h) + (1 - a) h], from h = c / (1 - beta), as pay:
  /// R' = (1 - beta) c + beta (R + a E[(w - R)+]).
  public func reservationPay(periods: Int) -> Double {
    var pay = income
    for _ in 0..<max(0, periods) {
      let gain = arrival * offers.expectedExcess(over: pay)
      pay = (1 - discountFactor) * income + discountFactor * (pay + gain)
    }
    return pay
  }
}
