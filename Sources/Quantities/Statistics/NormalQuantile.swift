import Glibc

/// The inverse of the standard normal distribution: one rational function, to 16 digits, without the error function, so
/// that simulations can afford it.
///
///     NormalQuantile.value(at: 0.975)    // 1.959963984540054
///
/// Reference: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37
/// (1988), PPND16.
public enum NormalQuantile {
  /// z with Phi(z) = p, for p strictly between 0 and 1; infinite at the ends.
  ///
  /// The middle is exactly 0, so that a median comes back to the last digit.
  public static func value(at p: Double) -> Double {
    if p <= 0 { return -.infinity }
    if p >= 1 { return .infinity }
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * middle.value(at: r)
    }
    let r = (-log(min(p, 1 - p))).squareRoot()
    let z = r <= 5 ? tail.value(at: r - 1.6) : farTail.value(at: r - 5)
    return q < 0 ? -z : z
  }

  /// The same for many, eight side by side, with the same digits.
  public static func fill(_ normals: UnsafeMutablePointer<Double>, from numbers: UnsafePointer<Double>, count: Int) {
    let ratio = middle
    let whole = count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      var lanes = SIMD8<Double>()
      for lane in 0..<8 { lanes[lane] = numbers[start + lane] }
      let q = lanes - 0.5
      let r = 0.180625 - q * q
      let z = q * ratio.value(at: r)
      for lane in 0..<8 { normals[start + lane] = z[lane] }
      // The tails have a rule of their own.
      let isTail = (q .> 0.425) .| (q .< -0.425)
      if any(isTail) {
        for lane in 0..<8 where isTail[lane] { normals[start + lane] = value(at: lanes[lane]) }
      }
    }
    for index in whole..<count { normals[index] = value(at: numbers[index]) }
  }

  /// A ratio of two polynomials of degree 7.
  private struct Ratio {
    let top: Polynomial
    let bottom: Polynomial

    @inline(__always)
    func value(at x: Double) -> Double { top.value(at: x) / bottom.value(at: x) }

    @inline(__always)
    func value(at x: SIMD8<Double>) -> SIMD8<Double> { top.value(at: x) / bottom.value(at: x) }
  }

  /// Coefficients, lowest power first.
  private struct Polynomial: ExpressibleByArrayLiteral {
    let c0, c1, c2, c3, c4, c5, c6, c7: Double

    init(arrayLiteral c: Double...) {
      (c0, c1, c2, c3) = (c[0], c[1], c[2], c[3])
      (c4, c5, c6, c7) = (c[4], c[5], c[6], c[7])
    }

    /// Horner's rule, one power a line: a loop would cost more than the arithmetic.
    @inline(__always)
    func value(at x: Double) -> Double {
      var sum = c7
      sum = sum * x + c6
      sum = sum * x + c5
      sum = sum * x + c4
      sum = sum * x + c3
      sum = sum * x + c2
      sum = sum * x + c1
      return sum * x + c0
    }

    @inline(__always)
    func value(at x: SIMD8<Double>) -> SIMD8<Double> {
      var sum = c7 * x + c6
      sum = sum * x + c5
      sum = sum * x + c4
      sum = sum * x + c3
      sum = sum * x + c2
      sum = sum * x + c1
      return sum * x + c0
    }
  }

  private static let middle = Ratio(
    top: [
      3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
      4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    bottom: [
      1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
      3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ])

  private static let tail = Ratio(
    top: [
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    bottom: [
      1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ])

  private static let farTail = Ratio(
    top: [
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    bottom: [
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
      1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ])
}
