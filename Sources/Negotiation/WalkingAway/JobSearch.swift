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
    x <= 0 ? 1 : StandardNormal.probability(below: -(log(x / median)) / logSD)
  }

  /// r + delta + lambda_e (1 - F(x)): how fast holding a job that pays x ends.
  func endRate(_ x: Double) -> Double { discount + separation + arrivalEmployed * share(above: x) }

  /// The lowest pay worth taking without a job:
  /// R = b + (lambda_u - lambda_e) integral from R of (1 - F) / (r + delta + lambda_e (1 - F)) dx.
  ///
  /// `income` is what one lives on meanwhile, b, in the same period as the median.
  public func reservationPay(income: Double) -> Double {
    let top = median * exp(12 * logSD)
    var low = 0.0
    var high = top
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      let gain = Quadrature.integral(from: middle, to: top) { share(above: $0) / endRate($0) }
      if income + (arrivalUnemployed - arrivalEmployed) * gain > middle { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The lowest pay worth leaving a job for, when leaving costs something once:
  /// integral from w0 to w* of dx / (r + delta + lambda_e (1 - F(x))) = k, all pay per month.
  public func payToSwitch(from current: Double, cost: Double) -> Double {
    guard cost > 0 else { return current }
    // The integrand lies between the slowest and the fastest end rate, which brackets the answer.
    var low = current
    var high = current + cost * (discount + separation + arrivalEmployed)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      let value = Quadrature.integral(from: current, to: middle) { 1 / endRate($0) }
      if value < cost { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// Gauss-Legendre quadrature on equal panels; the same digits on every run.
enum Quadrature {
  /// Nodes and weights of the 8-point rule on [-1, 1] (Abramowitz and Stegun, table 25.4).
  private static let rule: [(node: Double, weight: Double)] = [
    (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
  ]

  static func integral(from low: Double, to high: Double, of function: (Double) -> Double) -> Double {
    guard high > low else { return 0 }
    // Panels grow geometrically where the range spans decades, so that the bulk of a log-normal is well covered.
    let panels = 48
    let ratio = low > 0 ? min(pow(high / low, 1 / Double(panels)), 1.6) : 1
    var edges = [low]
    if ratio > 1.02 {
      for index in 1...panels { edges.append(low * pow(high / low, Double(index) / Double(panels))) }
    } else {
      for index in 1...panels { edges.append(low + (high - low) * Double(index) / Double(panels)) }
    }
    var total = 0.0
    for (start, end) in zip(edges, edges.dropFirst()) {
      let middle = (start + end) / 2
      let half = (end - start) / 2
      for (node, weight) in rule {
        total += half * weight * (function(middle + half * node) + function(middle - half * node))
      }
    }
    return total
  }
}
