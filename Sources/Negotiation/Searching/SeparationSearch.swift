import Compensation
import Glibc

/// A search in periods where a job may end again, by someone who dislikes risk.
///
///     let search = SeparationSearch(
///       income: 6, discountFactor: 0.98, separation: 0.2, riskAversion: 2,
///       offers: .betaBinomial(n: 59, a: 600, b: 400, from: 10, to: 20))
///     search.reservationPay    // 11.7532; the lowest of the sixty offers to take is 11.8644
///
/// Every period without a job brings an offer; a job ends with probability `separation` at the end of each period.
/// Utility of pay x is x^(1 - g) / (1 - g), at g = 1 the logarithm; the usual constant moves every value alike, and would
/// cost digits. Offers are a list.
///
/// Reference: QuantEcon, "Job Search II: Search and Separation", whose defaults are the example.
public struct SeparationSearch: Sendable {
  public let income: Double
  public let discountFactor: Double
  public let separation: Double
  public let riskAversion: Double
  public let offers: [PayDraws.Draw]

  /// Nil for offers that are no list.
  public init?(
    income: Double, discountFactor: Double, separation: Double, riskAversion: Double, offers: PayDraws
  ) {
    guard case .list(let draws) = offers else { return nil }
    self.income = income
    self.discountFactor = discountFactor
    self.separation = separation
    self.riskAversion = riskAversion
    self.offers = draws
  }

  /// The pay at which a job is worth exactly as much as going on: v(R) = h.
  public var reservationPay: Double {
    // From v(R) = h: u(R) = (1 - alpha)(1 - beta) h + alpha u(c).
    pay((1 - separation) * (1 - discountFactor) * valueOfSearch + separation * utility(income))
  }

  /// The lowest offer of the list that is worth taking; nil when none is.
  public var lowestOfferTaken: Double? {
    let least = reservationPay
    // An offer that equals the reservation pay is taken, whatever its last digit.
    return offers.first { $0.pay >= least - 1e-12 * abs(least) }?.pay
  }

  /// h = u(c) + beta E max(v(w), h), the worth of a period without a job in units of utility.
  private var valueOfSearch: Double {
    let idle = utility(income)
    let best = max(idle, offers.map { utility($0.pay) }.max() ?? idle)
    let forEver = 1 / (1 - discountFactor)
    return Bisection.root(from: idle * forEver, to: best * forEver) { value in
      let mean = offers.reduce(0) { $0 + $1.probability * max(valueOfJob($1.pay, search: value), value) }
      return value - idle - discountFactor * mean
    }
  }

  /// v(w) = (u(w) + alpha (h - u(c))) / (1 - beta (1 - alpha)).
  private func valueOfJob(_ pay: Double, search: Double) -> Double {
    (utility(pay) + separation * (search - utility(income))) / (1 - discountFactor * (1 - separation))
  }

  private func utility(_ pay: Double) -> Double {
    riskAversion == 1 ? log(pay) : pow(pay, 1 - riskAversion) / (1 - riskAversion)
  }

  /// The pay of that utility.
  private func pay(_ utility: Double) -> Double {
    riskAversion == 1 ? exp(utility) : pow((1 - riskAversion) * utility, 1 / (1 - riskAversion))
  }
}
