import Glibc
import Quantities

/// A factor ready to be computed in each draw: its numbers are looked up, its mean is 1.
enum FactorRule: Sendable {
  /// Where its number stands among those drawn.
  typealias Place = Int

  case payout(PayoutDistribution, Place, scale: Double)
  case growth(row: Place, deviation: Double)
  case gain(LogNormalGain, row: Place)
  case purchase(row: Place, deviation: Double, later: Double, kept: Double, scale: Double)
  case rank(RankTable, row: Place, own: Place)
  case odds(Double, Place)
  /// Ends of the outcomes on the unit interval, and what each pays over the mean.
  case exit(ends: [Double], pays: [Double], Place)
  case equityCall(LogNormalGain, Place)
  case carry(CarriedInterest, fund: Double, years: Double, deviation: Double, later: Double, scale: Double, Place)

  /// Its size in a draw: numbers between 0 and 1, and standard normals that stand for the share price.
  func value(_ point: [Double], _ rows: [Double]) -> Double {
    switch self {
    case .payout(let distribution, let place, let scale): return distribution.multiple(at: point[place]) * scale
    case .growth(let row, let deviation): return exp(deviation * rows[row] - deviation * deviation / 2)
    case .gain(let gain, let row): return gain.value(rows[row])
    case .purchase(let row, let deviation, let later, let kept, let scale):
      let growth = exp(deviation * rows[row] - deviation * deviation / 2)
      return (max(growth, later) * kept - later) * scale
    case .rank(let table, let row, let own): return table.value(rows[row], NormalQuantile.value(at: point[own]))
    case .odds(let odds, let place): return point[place] < odds ? 1 / odds : 0
    case .exit(let ends, let pays, let place):
      // Odds add up to 1 but for the last digit.
      return pays[ends.firstIndex { point[place] < $0 } ?? pays.count - 1]
    case .equityCall(let gain, let place): return gain.value(NormalQuantile.value(at: point[place]))
    case .carry(let carry, let fund, let years, let deviation, let later, let scale, let place):
      let growth = exp(deviation * NormalQuantile.value(at: point[place]) - deviation * deviation / 2)
      return carry.dollars(contributed: fund, distributed: fund * growth / later, years: years) * later * scale
    }
  }
}

/// What a European option gains, in present value over its price.
struct LogNormalGain: Sendable {
  private let share: Double
  private let strike: Double
  private let deviation: Double

  /// Nil for an option that is worth nothing.
  init?(_ option: BlackScholes) {
    let price = option.price
    guard price > 0 else { return nil }
    share = option.forwardValue / price
    strike = option.strikeValue / price
    deviation = option.deviation
  }

  func value(_ normal: Double) -> Double {
    max(0, share * exp(deviation * normal - deviation * deviation / 2) - strike)
  }
}

/// What performance shares pay by rank, given the share price: the mean multiple by the company's own shock, on a grid.
struct RankTable: Sendable {
  private static let steps = 32.0
  private static let reach = 8.0

  private let multiples: [Double]
  private let deviation: Double
  /// How the company's own shock follows from the price, and from the rest of chance.
  private let ofPrice: Double
  private let ofRest: Double
  private let scale: Double

  /// Nil for shares that pay nothing.
  init?(_ award: RelativeReturnShares, valueToPrice: Double) {
    guard valueToPrice > 0 else { return nil }
    deviation = award.volatility * award.years.squareRoot()
    ofPrice = (1 - award.correlation).squareRoot()
    ofRest = award.correlation.squareRoot()
    scale = 1 / valueToPrice
    let count = Int(2 * RankTable.reach * RankTable.steps)
    multiples = award.meanMultiples(atShocks: (0...count).map { Double($0) / RankTable.steps - RankTable.reach })
  }

  func value(_ price: Double, _ rest: Double) -> Double {
    let shock = ofPrice * price + ofRest * rest
    let place = min(max(0, (shock + RankTable.reach) * RankTable.steps), Double(multiples.count - 1) - 1e-9)
    let low = Int(place)
    let multiple = multiples[low] + (multiples[low + 1] - multiples[low]) * (place - Double(low))
    return multiple * exp(deviation * price - deviation * deviation / 2) * scale
  }
}
