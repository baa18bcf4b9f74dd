import Compensation
import Glibc
import Market

/// Offers one person can draw and how often they come: a job search in continuous time, monthly rates.
///
/// Offers are log-normal. Reference: Burdett and Mortensen, "Wage differentials, employer size, and unemployment",
/// International Economic Review 39 (1998), with exogenous offers.
public struct JobSearch: Sendable, Equatable {
  /// Median of the offers one can draw, any period, as long as all amounts share it.
  public var median: Double
  /// Log standard deviation of the offers one person draws: less than that of the whole market.
  public var logSD: Double
  /// Offers a month without a job.
  public var arrivalUnemployed: Double
  /// Offers a month while employed.
  public var arrivalEmployed: Double
  /// Monthly hazard of losing a job.
  public var separation: Double
  /// Monthly discount rate.
  public var discount: Double

  public init(
    median: Double, logSD: Double, arrivalUnemployed: Double, arrivalEmployed: Double, separation: Double,
    discount: Double
  ) {
    self.median = median
    self.logSD = logSD
    self.arrivalUnemployed = arrivalUnemployed
    self.arrivalEmployed = arrivalEmployed
    self.separation = separation
    self.discount = discount
  }

  /// P(an offer is above x).
  func share(above x: Double) -> Double {
    if logSD == 0 { return x < median ? 1 : 0 }
    return x <= 0 ? 1 : StandardNormal.probability(below: -(log(x / median)) / logSD)
  }

  /// r + delta + lambda_e (1 - F(x)): how fast holding a job that pays x ends.
  func endRate(_ x: Double) -> Double { discount + separation + arrivalEmployed * share(above: x) }

  /// The lowest pay worth taking without a job:
  /// R = b + (lambda_u - lambda_e) integral from R of (1 - F) / (r + delta + lambda_e (1 - F)) dx.
  ///
  /// `income` is what one lives on meanwhile, b, in the same period as the median.
  public func reservationPay(income: Double) -> Double {
    // Nobody draws more than this, so that nothing is left to integrate above it.
    let top = max(income, draws.top)
    return Bisection.root(from: 0, to: top) { pay in
      let gain = integral(from: pay, to: top) { share(above: $0) / endRate($0) }
      return pay - income - (arrivalUnemployed - arrivalEmployed) * gain
    }
  }

  /// The lowest pay worth leaving a job for, when leaving costs something once:
  /// integral from w0 to w* of dx / (r + delta + lambda_e (1 - F(x))) = k, all pay per month.
  public func payToSwitch(from current: Double, cost: Double) -> Double {
    guard cost > 0 else { return current }
    // No pay ends a job faster than the current one, which bounds the answer from above.
    return Bisection.root(from: current, to: current + cost * endRate(current)) { pay in
      integral(from: current, to: pay) { 1 / endRate($0) } - cost
    }
  }

  private var draws: PayDraws { .logNormal(logMean: log(median), logSD: logSD) }

  /// Integrates over pay in pieces of half a standard deviation, so that the bulk of the offers is met however narrow it
  /// is; outside of it the integrand is flat.
  private func integral(from low: Double, to high: Double, of function: (Double) -> Double) -> Double {
    guard high > low else { return 0 }
    let steps = logSD > 0 ? stride(from: -9.0, through: 12 + logSD, by: 0.5).map { $0 } : [0]
    let edges = [low] + steps.map { median * exp($0 * logSD) }.filter { $0 > low && $0 < high } + [high]
    return zip(edges, edges.dropFirst()).reduce(0) { $0 + Quadrature.integral(from: $1.0, to: $1.1, of: function) }
  }
}
