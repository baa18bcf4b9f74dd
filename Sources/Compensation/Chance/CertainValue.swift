import Quantities
import Simulation

/// The sure amount as good as an uncertain offer, and what of it each part carries.
///
/// C = u^-1(E u(W0 + X)) - W0, with X what all pay of the window comes to today, on the draws. Part i is certain_i = expected_i - (E
/// X - C) Cov(X_i, X) / Var(X): what pays in bad times costs nothing, or is worth more than it can be expected to pay.
/// Parts add up.
struct CertainValue {
  /// With certain value by part and year, and percentiles.
  let valuation: Valuation

  init(
    _ valuation: Valuation, paths: OfferPaths, courses: OfferCourses, attitude: RiskAttitude, terms: ValuationTerms
  ) {
    var all = Moments(slots: paths.slots.count)
    for part in courses.moments { all.add(part) }
    let mean = paths.expected + all.apart / all.count
    // To the cent nothing varies: rounding of sums is no risk.
    let varies = all.deviation > 0.005
    let premium = varies ? attitude.premium(of: courses.totals, mean: mean, expected: paths.expected) : 0
    var result = valuation
    var costs: [Int: [Int: Double]] = [:]
    for (index, slot) in paths.slots.enumerated() {
      costs[slot.element, default: [:]][slot.year] = premium * all.share(of: index)
    }
    for element in result.elements.indices {
      result.elements[element].setCertain { year in
        (Money(year.expected.amount - (costs[element]?[year.year] ?? 0), terms.currency), .zero(terms.currency))
      }
    }
    if attitude.isHeldAtFair { CertainValue.hold(&result) }
    var error = SampleMean()
    for part in courses.moments where part.count > 0 { error.add(paths.expected + part.apart / part.count) }
    result.simulated = SimulatedTotal(
      percentiles: SimulatedPercentiles(courses.quantiles, terms.currency), mean: Money(mean, terms.currency),
      standardError: Money(error.standardError, terms.currency), varies: varies)
    self.valuation = result
  }

  /// Takes what the total has over the total of fair values off the parts that are above their own, each by its excess.
  /// A bonus that mostly pays over its target is one; what is worth no more than it costs the company stays as it is.
  private static func hold(_ valuation: inout Valuation) {
    guard let certain = valuation.certain else { return }
    let excess = (certain - valuation.total(\.fair)).minorUnits
    guard excess > 0 else { return }
    func above(_ year: YearValue) -> Int64 { max(0, ((year.certain ?? year.fair) - year.fair).minorUnits) }
    let all = valuation.elements.flatMap(\.years).reduce(0) { $0 + above($1) }
    var (seen, taken): (Int64, Int64) = (0, 0)
    for element in valuation.elements.indices {
      valuation.elements[element].setCertain { year in
        guard let certain = year.certain else { return (year.expected, .zero(year.expected.currency)) }
        seen += above(year)
        // Of the running sum, so that cents add up.
        let due = Int64((Double(excess) * Double(seen) / Double(all)).rounded()) - taken
        taken += due
        let part = Money(minorUnits: due, currency: certain.currency)
        return (certain - part, part)
      }
    }
  }
}
