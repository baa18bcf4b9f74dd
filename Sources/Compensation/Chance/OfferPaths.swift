import Glibc
import Quantities
import Simulation

/// An offer ready to be simulated: what it is worth in each course of events, part by part and year by year.
struct OfferPaths: Sendable {
  /// A part in an offer year that depends on chance.
  struct Slot: Sendable {
    let element: Int
    let year: Int
    /// Analytic, not rounded.
    let expected: Double
  }

  /// A payment whose size depends on more than the month of a layoff.
  private struct Flow: Sendable {
    let slot: Int
    let amount: Double
    /// By month of the layoff; the last for none.
    let weights: [Double]
    let factors: [FactorRule]
  }

  let slots: [Slot]
  /// Expected value of all parts, chance or not.
  let expected: Double
  /// Dimensions of the draws that it needs.
  let dimensions: [Int]
  private let sure: Double
  private let survival: Survival
  private let months: Int
  private let priceDimensions: [Int]
  /// Weights of the normals that make each level or change of the share price.
  private let rows: [[Double]]
  private let flows: [Flow]
  /// stay[slot][month of the layoff]: what depends on that alone.
  private let stay: [[Double]]

  init(_ valuation: Valuation, plan: DrawPlan, terms: ValuationTerms) throws {
    let valuer = try OfferValuer(offer: valuation.offer, terms: terms)
    let survival = valuer.survival
    self.survival = survival
    // One more for those who are never laid off.
    let months = survival.layoffHazards.count + 1
    self.months = months
    let odds = (1...months).map { month in
      month < months ? survival.odds(atEndOf: month - 1) - survival.odds(atEndOf: month) : survival.odds(atEndOf: month)
    }
    var rules = FactorRules(valuer: valuer, plan: plan, elements: valuation.elements)
    var slots: [Slot] = []
    var flows: [Flow] = []
    var stay: [[Double]] = []
    var sure = 0.0
    var expected = 0.0
    for (element, value) in valuation.elements.enumerated() {
      for year in value.years.map(\.year) {
        let own = value.flows.filter { terms.year(of: $0.month) == year && $0.expected != 0 }
        let mean = own.reduce(0) { $0 + $1.expected }
        expected += mean
        guard own.contains(where: { $0.risk != PayRisk() }) else {
          sure += mean
          continue
        }
        var table = [Double](repeating: 0, count: months)
        for flow in own {
          let weights = (1...months).map { flow.risk.weight(layoffIn: $0) }
          let chance = zip(weights, odds).reduce(0) { $0 + $1.0 * $1.1 }
          guard chance > 0 else { continue }
          let amount = flow.expected / chance
          let factors = try flow.risk.factors.compactMap { try rules.rule(for: $0) }
          if factors.isEmpty {
            for month in table.indices { table[month] += amount * weights[month] }
          } else {
            flows.append(Flow(slot: slots.count, amount: amount, weights: weights, factors: factors))
          }
        }
        slots.append(Slot(element: element, year: year, expected: mean))
        stay.append(table)
      }
    }
    self.slots = slots
    self.flows = flows
    self.stay = stay
    self.sure = sure
    self.expected = expected
    rows = rules.rows
    priceDimensions = rules.rows.isEmpty ? [] : rules.priceDimensions
    dimensions = [plan.layoff] + rules.dimensions + priceDimensions
  }

  /// Numbers kept from draw to draw, so that none are made anew.
  struct Scratch {
    var values: [Double]
    var normals: [Double]
    var rows: [Double]
  }

  var scratch: Scratch {
    Scratch(
      values: [Double](repeating: 0, count: slots.count),
      normals: [Double](repeating: 0, count: priceDimensions.count), rows: [Double](repeating: 0, count: rows.count))
  }

  /// Sets the value of each slot in a draw; the sum with what is sure.
  func total(_ point: [Double], _ scratch: inout Scratch) -> Double {
    let layoff = survival.monthOfLayoff(at: point[0], most: months) - 1
    for slot in stay.indices { scratch.values[slot] = stay[slot][layoff] }
    if !rows.isEmpty { setRows(point, &scratch) }
    for flow in flows where flow.weights[layoff] != 0 {
      var value = flow.amount * flow.weights[layoff]
      for factor in flow.factors { value *= factor.value(point, scratch.rows) }
      scratch.values[flow.slot] += value
    }
    var total = sure
    for value in scratch.values { total += value }
    return total
  }

  private func setRows(_ point: [Double], _ scratch: inout Scratch) {
    for (place, dimension) in priceDimensions.enumerated() {
      scratch.normals[place] = NormalQuantile.value(at: point[dimension])
    }
    for row in rows.indices {
      var sum = 0.0
      for place in scratch.normals.indices { sum += rows[row][place] * scratch.normals[place] }
      scratch.rows[row] = sum
    }
  }
}

extension Survival {
  /// The month in which the job is lost, by a number between 0 and 1: the first whose odds of having kept it are no higher;
  /// `most` for never.
  func monthOfLayoff(at luck: Double, most: Int) -> Int {
    var (low, high) = (0, most)
    while high - low > 1 {
      let middle = (low + high) / 2
      if odds(atEndOf: middle) > luck { low = middle } else { high = middle }
    }
    return high
  }
}
