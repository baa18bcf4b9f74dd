/// How long an employee option is expected to stay alive, for pricing it as a European one.
public enum ExpectedTerm {
  /// The simplified method: the mean of the weighted vesting time and the contractual term, in years.
  ///
  ///     ExpectedTerm.simplified(
  ///       vestingYears: [1, 2, 3, 4], shares: [0.25, 0.25, 0.25, 0.25], contractualYears: 10)    // 6.25
  ///
  /// Shares belong to the vesting times in order and add up to 1. Meant for "plain vanilla" grants made at the money.
  ///
  /// Reference: SEC Staff Accounting Bulletin 107, Topic 14.D.2, question 6, extended by SAB 110; 6.25 is the
  /// bulletin's own example.
  public static func simplified(vestingYears: [Double], shares: [Double], contractualYears: Double) -> Double {
    let vesting = zip(vestingYears, shares).reduce(0) { $0 + $1.0 * $1.1 }
    return (vesting + contractualYears) / 2
  }
}
