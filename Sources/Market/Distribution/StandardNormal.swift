import Glibc

/// The standard normal distribution: Phi, its inverse and its density.
public enum StandardNormal {
  /// Phi(z), through erfc, so that the tails keep their digits.
  ///
  ///     StandardNormal.probability(below: 0)    // 0.5
  public static func probability(below z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The density at z.
  public static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// z with Phi(z) = p, for p strictly between 0 and 1; infinite at the ends.
  ///
  ///     StandardNormal.quantile(0.9)    // 1.2815515655446004
  ///
  /// Starts from Acklam's rational approximation (relative error 1.15e-9) and takes two Halley steps, which
  /// leave the error of erfc alone. The middle is exactly 0, so that a median comes back to the last digit.
  public static func quantile(_ p: Double) -> Double {
    if p <= 0 { return -.infinity }
    if p >= 1 { return .infinity }
    if p == 0.5 { return 0 }
    if p > 0.5 { return -quantile(1 - p) }
    var z = approximation(p)
    for _ in 0..<2 {
      let error = (probability(below: z) - p) / density(z)
      z -= error / (1 + z * error / 2)
    }
    return z
  }

  private static func approximation(_ p: Double) -> Double {
    if p < 0.02425 {
      let q = (-2 * log(p)).squareRoot()
      let top = polynomial(
        q,
        [
          -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734,
          4.374664141464968, 2.938163982698783,
        ])
      let bottom = polynomial(
        q, [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1])
      return top / bottom
    }
    let q = p - 0.5
    let r = q * q
    let top = polynomial(
      r,
      [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
        -3.066479806614716e+01, 2.506628277459239,
      ])
    let bottom = polynomial(
      r,
      [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
        -1.328068155288572e+01, 1,
      ])
    return q * top / bottom
  }

  /// Horner's rule, highest power first.
  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }
}
