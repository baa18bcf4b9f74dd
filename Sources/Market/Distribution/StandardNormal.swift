import Glibc
import Quantities

/// The standard normal distribution: Phi, its inverse and its density.
public enum StandardNormal {
  /// Phi(z), through erfc, so that the tails keep their digits.
  ///
  ///     StandardNormal.probability(below: 0)    // 0.5
  public static func probability(below z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The density at z.
  public static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// z with Phi(z) = p; infinite at 0 and 1.
  ///
  ///     StandardNormal.quantile(0.9)    // 1.2815515655446004
  public static func quantile(_ p: Double) -> Double { NormalQuantile.value(at: p) }
}
