import Compensation
import Quantities

/// One input moved down and up, and what that does to the verdict.
public struct Driver: Sendable, Equatable {
  /// What an input is measured in, for printing.
  public enum Unit: Sendable, Equatable { case money, share, months }

  /// A path: `seattle.equity[0].price`, `assumptions.discount_rate`.
  public let input: String
  public let unit: Unit
  public let low: Double
  public let high: Double
  /// Change of best minus second, or of the only offer's value, in the totals' currency.
  public let effectLow: Double
  public let effectHigh: Double

  /// The larger of the two effects, without its sign.
  public var reach: Double { max(abs(effectLow), abs(effectHigh)) }
}

/// The value of one input at which best and second change places.
public struct Flip: Sendable, Equatable {
  public let input: String
  public let offer: String
  public let unit: Driver.Unit
  public let from: Double
  public let to: Double
}

/// What the verdict hangs on: inputs moved one at a time by the shares of `compare.sensitivity`.
///
///     let sensitivity = try Sensitivity(of: comparison, under: terms)
///     sensitivity.drivers.first?.input    // "seattle.equity[0].price"
public struct Sensitivity: Sendable {
  /// Strongest first.
  public let drivers: [Driver]
  public let flips: [Flip]

  /// Values are expected ones, after tax and prices where the comparison's are; then `takeHome` is the one it had.
  public init(of comparison: Comparison, under terms: ValuationTerms, takeHome: TakeHome? = nil) throws {
    let best = comparison.ranking[0].offer
    let second = comparison.ranking.count > 1 ? comparison.ranking[1].offer : nil
    let gap = Gap(best: best, second: second, terms: terms, measure: comparison.measure, takeHome: takeHome)
    let start = try gap.value()
    var drivers: [Driver] = []
    for input in try Input.all(of: [best] + (second.map { [$0] } ?? []), terms: terms) {
      // A longer stay adds up to more; only against another offer does that say something.
      if second == nil, input.path == "assumptions.horizon" { continue }
      let low = try gap.value(with: input, at: input.low) - start
      let high = try gap.value(with: input, at: input.high) - start
      guard max(abs(low), abs(high)) >= 0.005 else { continue }
      drivers.append(
        Driver(
          input: input.path, unit: input.unit, low: input.low, high: input.high, effectLow: low, effectHigh: high))
    }
    self.drivers = drivers.sorted { ($0.reach, $1.input) > ($1.reach, $0.input) }
    flips = second == nil ? [] : try Flip.all(gap: gap, start: start)
  }
}

/// Best minus second, under changed inputs.
struct Gap {
  let best: Offer
  let second: Offer?
  let terms: ValuationTerms
  let measure: Measure
  let takeHome: TakeHome?

  func value() throws -> Double { try value(best, second, terms) }

  func value(with input: Input, at value: Double) throws -> Double {
    var (first, other, changed) = (best, second, terms)
    input.set(value, &first, &changed)
    if var offer = other {
      input.set(value, &offer, &changed)
      other = offer
    }
    return try self.value(first, other, changed)
  }

  private func value(_ first: Offer, _ other: Offer?, _ terms: ValuationTerms) throws -> Double {
    try value(of: first, terms) - (other.map { try value(of: $0, terms) } ?? 0)
  }

  private func value(of offer: Offer, _ terms: ValuationTerms) throws -> Double {
    let valuation = try offer.valued(under: terms)
    let taxed = measure == .beforeTax ? nil : takeHome?.taxed(valuation, under: terms)
    return (measure.value(taxed, of: valuation) ?? valuation.total(\.expected)).amount
  }
}
