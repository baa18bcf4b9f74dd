import Glibc

/// The pay level of one labour market over the nation's, by a basket of occupations with fixed weights.
///
/// G = exp(sum w ln(mean in the place / mean in the nation)), w = national employment, over the detailed
/// occupations of groups 11, 13 and 15 that are published in the place. The same jobs everywhere, so that a
/// place full of highly paid occupations does not look expensive for that alone.
///
///     Denver 1.128, Columbus OH 0.932, San Jose 1.411 (OEWS May 2025)
public enum CostOfLabour {
  /// Whether an occupation is of the groups that are compared: `11-3021` is, `29-1141` is not.
  public static func counts(_ code: String) -> Bool {
    ["11", "13", "15"].contains { code.utf8.starts(with: $0.utf8) }
  }

  /// The index, or nil when no occupation is published in both.
  public static func index(place: [String: MeanPay], nation: [String: MeanPay]) -> Double? {
    var sum = 0.0
    var weights = 0.0
    // Sorted, so that the order of addition, and with it the last digit, never varies.
    for code in place.keys.sorted() where counts(code) {
      guard let local = place[code], let whole = nation[code], let weight = whole.employment, local.mean > 0,
        whole.mean > 0
      else { continue }
      sum += weight * log(local.mean / whole.mean)
      weights += weight
    }
    return weights > 0 ? exp(sum / weights) : nil
  }
}
