import Quantities

/// What must be said of a range's midpoint where no source gives the pay at that percentile as it is.
enum MidpointFinding {
  /// The findings for a target, as a probability.
  ///
  ///     MidpointFinding.findings(at: 0.8, of: pay)
  ///     // extended: P80, the midpoint, is beyond the P25 to P75 that are given: extended by our rule
  static func findings(at target: Double, of pay: PayDistribution) -> [PricingFinding] {
    var findings: [PricingFinding] = []
    let name = "\(percentile(target)), the midpoint,"
    if pay.isLowerBound(at: target) {
      findings.append(
        PricingFinding(flag: .topCoded, detail: "\(name) rests on a top code: it is at least so much"))
    }
    let given = pay.points.filter { $0.reading != .extended }.map(\.probability)
    if !pay.reaches(target), let first = given.first, let last = given.last {
      let range = "\(percentile(first)) to \(percentile(last))"
      findings.append(
        PricingFinding(
          flag: .extended, detail: "\(name) is beyond the \(range) that are given: extended by our rule"))
    }
    return findings
  }

  /// `P62.5`
  private static func percentile(_ probability: Double) -> String {
    "P" + (DecimalText(probability * 100, atMost: 2)?.text ?? "")
  }
}
