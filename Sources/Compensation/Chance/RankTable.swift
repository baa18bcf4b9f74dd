import Glibc

/// What performance shares pay by rank, given the share price: the mean multiple by the company's own shock, on a grid.
struct RankTable: Sendable, Equatable {
  private static let steps = 32.0
  private static let reach = 8.0

  private let multiples: [Double]
  private let deviation: Double
  /// How the company's own shock follows from the price, and from the rest of chance.
  private let ofPrice: Double
  private let ofRest: Double
  private let scale: Double

  /// Nil for shares that pay nothing.
  init?(_ award: RelativeReturnShares, memo: PriceMemo) {
    let worth = award.valueToPrice(memo)
    guard worth > 0 else { return nil }
    deviation = award.volatility * award.years.squareRoot()
    ofPrice = (1 - award.correlation).squareRoot()
    ofRest = award.correlation.squareRoot()
    scale = 1 / worth
    let count = Int(2 * RankTable.reach * RankTable.steps)
    multiples = award.meanMultiples(
      atShocks: (0...count).map { Double($0) / RankTable.steps - RankTable.reach }, memo)
  }

  func value(_ price: Double, _ rest: Double) -> Double {
    let shock = ofPrice * price + ofRest * rest
    let place = min(max(0, (shock + RankTable.reach) * RankTable.steps), Double(multiples.count - 1) - 1e-9)
    let low = Int(place)
    let multiple = multiples[low] + (multiples[low + 1] - multiples[low]) * (place - Double(low))
    return multiple * exp(deviation * price - deviation * deviation / 2) * scale
  }
}
