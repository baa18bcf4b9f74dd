import Quantities
import Simulation

/// An offer ready to be simulated: what it is worth in each course of events, part by part and year by year.
///
/// It holds all that its courses depend on, so that equal paths have equal courses.
struct OfferPaths: Sendable, Equatable {
  /// A part in an offer year that depends on chance.
  struct Slot: Sendable, Equatable {
    let element: Int
    let year: Int
    /// Analytic, not rounded.
    let expected: Double
  }

  /// Payments of a slot whose size the same factors decide.
  private struct Flow: Sendable, Equatable {
    let slot: Int
    /// What they come to by month of the layoff, from 0, before the factors; the last for none.
    var amounts: [Double]
    let factors: [FactorRule]
  }

  let slots: [Slot]
  /// Expected value of all parts, chance or not.
  let expected: Double
  /// Dimensions of the draws that it needs; a layoff's is the first.
  let dimensions: [Int]
  /// Value of what chance does not touch.
  private let sure: Double
  /// Odds of still holding the job at the end of month 1, 2, ...
  private let kept: [Double]
  private let pricePlaces: [Int]
  /// Weights of the normals that make each level or change of the share price.
  private let rows: [[Double]]
  private let flows: [Flow]

  init(_ valuation: Valuation, plan: DrawPlan, terms: ValuationTerms) throws {
    let valuer = try OfferValuer(offer: valuation.offer, terms: terms)
    let survival = valuer.survival
    let kept = (1...survival.layoffHazards.count).map { survival.odds(atEndOf: $0) }
    let odds = zip([1] + kept, kept + [0]).map { $0 - $1 }
    var rules = FactorRules(valuer: valuer, plan: plan, elements: valuation.elements)
    var slots: [Slot] = []
    var flows: [Flow] = []
    var sure = 0.0
    var expected = 0.0
    for (element, value) in valuation.elements.enumerated() {
      for year in value.years.map(\.year) {
        let own = value.flows.filter { terms.year(of: $0.month) == year && $0.expected != 0 }
        let mean = own.reduce(0) { $0 + $1.expected }
        expected += mean
        if own.allSatisfy({ $0.risk == .sure }) {
          sure += mean
        } else {
          for (factors, amounts) in OfferPaths.amounts(of: own, odds: odds) {
            flows.append(
              Flow(slot: slots.count, amounts: amounts, factors: try factors.compactMap { try rules.rule(for: $0) }))
          }
          slots.append(Slot(element: element, year: year, expected: mean))
        }
      }
    }
    pricePlaces = rules.pricePlaces()
    rows = rules.rows
    dimensions = rules.dimensions
    self.slots = slots
    self.flows = flows
    self.sure = sure
    self.expected = expected
    self.kept = kept
  }

  /// Payments put together by the factors that decide them: by month of the layoff, sized so that the mean is expected.
  private static func amounts(
    of flows: [PayFlow], odds: [Double]
  ) -> [(factors: [PayRisk.Factor], amounts: [Double])] {
    var found: [(factors: [PayRisk.Factor], amounts: [Double])] = []
    for flow in flows {
      let weights = odds.indices.map { flow.risk.weight(layoffIn: $0 + 1 < odds.count ? $0 + 1 : nil) }
      let chance = zip(weights, odds).reduce(0) { $0 + $1.0 * $1.1 }
      guard chance > 0 else { continue }
      let amounts = weights.map { $0 * flow.expected / chance }
      if let place = found.firstIndex(where: { $0.factors == flow.risk.factors }) {
        for month in odds.indices { found[place].amounts[month] += amounts[month] }
      } else {
        found.append((flow.risk.factors, amounts))
      }
    }
    return found
  }

  // MARK: Draws

  /// Room for its draws.
  var stretch: Stretch {
    Stretch(numbers: dimensions.count, normals: pricePlaces.count, rows: rows.count, slots: slots.count)
  }

  /// What it comes to with the numbers of a stretch: the value of each slot, and the totals.
  func fill(_ stretch: Stretch) {
    setLayoffs(of: stretch)
    setRows(of: stretch)
    for slot in slots.indices { stretch.used(stretch.values[slot]).update(repeating: 0) }
    let work = stretch.work
    for flow in flows {
      flow.amounts.withUnsafeBufferPointer { amounts in
        for draw in work.indices { work[draw] = amounts[stretch.layoffs[draw]] }
      }
      for factor in flow.factors { factor.scale(work, in: stretch) }
      let values = stretch.values[flow.slot]
      for draw in work.indices { values[draw] += work[draw] }
    }
    let totals = stretch.totals
    totals.update(repeating: sure)
    for slot in slots.indices {
      let values = stretch.values[slot]
      for draw in totals.indices { totals[draw] += values[draw] }
    }
  }

  /// The month in which the job is lost: the first whose odds of having kept it are no higher than the number drawn.
  private func setLayoffs(of stretch: Stretch) {
    let luck = stretch.numbers[0]
    let never = kept.last ?? 1
    kept.withUnsafeBufferPointer { kept in
      for draw in 0..<stretch.count {
        // Most never are, and need no search.
        var (low, high) = (luck[draw] < never ? kept.count : 0, kept.count)
        while low < high {
          let middle = (low + high) / 2
          if kept[middle] > luck[draw] { low = middle + 1 } else { high = middle }
        }
        stretch.layoffs[draw] = low
      }
    }
  }

  private func setRows(of stretch: Stretch) {
    for (place, number) in pricePlaces.enumerated() {
      let (numbers, normals) = (stretch.numbers[number], stretch.normals[place])
      guard let from = numbers.baseAddress, let into = normals.baseAddress else { continue }
      NormalQuantile.fill(into, from: from, count: stretch.count)
    }
    for (place, weights) in rows.enumerated() {
      let row = stretch.used(stretch.rows[place])
      row.update(repeating: 0)
      for (component, weight) in weights.enumerated() {
        let normals = stretch.normals[component]
        for draw in row.indices { row[draw] += weight * normals[draw] }
      }
    }
  }
}
