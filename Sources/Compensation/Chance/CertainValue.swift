import Quantities
import Simulation

/// The sure amount as good as an uncertain offer, and what of it each part carries.
///
/// C = u^-1(E u(W0 + X)) - W0, with X what all pay of the window comes to today. Part i is certain_i = expected_i - (E X - C)
/// Cov(X_i, X) / Var(X): what pays in bad times costs nothing, or is worth more than it can be expected to pay. Parts add up.
struct CertainValue {
  /// Sums over the draws of a replicate, around expected values so that no digits are lost.
  struct Moments: Sendable {
    private(set) var count = 0.0
    private(set) var apart = 0.0
    private(set) var squares = 0.0
    /// By slot: its own differences, and those times the total's.
    private(set) var own: [Double]
    private(set) var products: [Double]

    init(slots: Int) {
      own = [Double](repeating: 0, count: slots)
      products = own
    }

    mutating func add(_ values: [Double], slots: [OfferPaths.Slot], apart: Double) {
      count += 1
      self.apart += apart
      squares += apart * apart
      for slot in own.indices {
        let difference = values[slot] - slots[slot].expected
        own[slot] += difference
        products[slot] += difference * apart
      }
    }

    mutating func add(_ other: Moments) {
      count += other.count
      apart += other.apart
      squares += other.squares
      for slot in own.indices {
        own[slot] += other.own[slot]
        products[slot] += other.products[slot]
      }
    }

    /// Cov(X_i, X) / Var(X); 0 where nothing varies.
    func share(of slot: Int) -> Double {
      let variance = squares - apart * apart / count
      return variance > 0 ? (products[slot] - own[slot] * apart / count) / variance : 0
    }

    var deviation: Double { max(0, (squares - apart * apart / count) / count).squareRoot() }
  }

  /// With certain value by part and year, and percentiles.
  let valuation: Valuation

  init(
    _ valuation: Valuation, paths: OfferPaths, totals: [Double], moments: [Moments], attitude: RiskAttitude,
    terms: ValuationTerms
  ) {
    var all = Moments(slots: paths.slots.count)
    for part in moments { all.add(part) }
    let mean = paths.expected + all.apart / all.count
    // To the cent nothing varies: rounding of sums is no risk.
    let varies = all.deviation > 0.005
    var premium = varies ? attitude.premium(of: totals, mean: mean) : 0
    if varies, attitude.isHeldAtFair {
      premium = max(premium, paths.expected - valuation.total(\.fair).amount)
    }
    var result = valuation
    var costs: [Int: [Int: Double]] = [:]
    for (index, slot) in paths.slots.enumerated() {
      costs[slot.element, default: [:]][slot.year] = premium * all.share(of: index)
    }
    for element in result.elements.indices {
      result.elements[element].setCertain { year in
        Money(year.expected.amount - (costs[element]?[year.year] ?? 0), terms.currency)
      }
    }
    var error = SampleMean()
    for part in moments where part.count > 0 { error.add(paths.expected + part.apart / part.count) }
    result.simulated = SimulatedTotal(
      percentiles: SimulatedPercentiles(of: totals, terms.currency), mean: Money(mean, terms.currency),
      standardError: Money(error.standardError, terms.currency), varies: varies)
    self.valuation = result
  }
}
