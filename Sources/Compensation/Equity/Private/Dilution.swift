/// What rounds of new shares leave of an ownership.
public enum Dilution {
  /// Ownership after each round has given away its part of the company: the product of 1 - d.
  ///
  ///     Dilution.ownership(0.005, afterRounds: [0.205, 0.195])    // 0.0032
  ///
  /// Ownership and dilutions are ratios from 0 to 1.
  public static func ownership(_ ownership: Double, afterRounds dilutions: [Double]) -> Double {
    dilutions.reduce(ownership) { $0 * (1 - $1) }
  }
}
