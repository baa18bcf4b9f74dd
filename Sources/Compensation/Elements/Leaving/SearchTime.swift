import Glibc

/// Months without work after a layoff.
///
///     SearchTime(arrival: 0.1).mean                                              // 10
///     SearchTime(arrival: 0.1, bound: 12, factor: 0.5).mean                      // 14.6
struct SearchTime {
  /// Odds of a job in a month.
  let arrival: Double
  /// Months in which a non-compete keeps offers away, and what it leaves of the odds.
  var bound = 0
  var factor = 1.0

  /// The bound months at lower odds, then the rest of the search at the usual ones.
  var mean: Double {
    let lower = arrival * factor
    let still = pow(1 - lower, Double(bound))
    let within = lower > 0 ? (1 - still) / lower : Double(bound)
    return within + still / arrival
  }
}
