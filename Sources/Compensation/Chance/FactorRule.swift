import Glibc
import Quantities

/// A factor ready to be computed, draw by draw: its numbers are looked up, its mean is 1.
enum FactorRule: Sendable, Equatable {
  /// Where its number stands among those drawn.
  typealias Place = Int

  case payout(PayoutDistribution, Place, scale: Double)
  case outcomes(OutcomeTable, Place)
  case chance(from: Double, to: Double, Place)
  case growth(row: Place, deviation: Double)
  case gain(LogNormalGain, row: Place)
  case purchase(row: Place, deviation: Double, later: Double, kept: Double, scale: Double)
  case rank(RankTable, row: Place, own: Place)
  case equityCall(LogNormalGain, Place)
  case carry(CarriedInterest, fund: Double, years: Double, deviation: Double, later: Double, scale: Double, Place)

  /// Multiplies values by it, a stretch of draws at a time.
  func scale(_ values: UnsafeMutableBufferPointer<Double>, in stretch: Stretch) {
    switch self {
    case .payout(let distribution, let place, let scale):
      each(values, stretch.numbers[place]) { distribution.multiple(at: $0) * scale }
    case .outcomes(let table, let place): each(values, stretch.numbers[place]) { table.value($0) }
    case .chance(let low, let high, let place):
      let full = 1 / (high - low)
      each(values, stretch.numbers[place]) { low <= $0 && $0 < high ? full : 0 }
    case .growth(let row, let deviation): each(values, stretch.rows[row]) { Self.growth(deviation, $0) }
    case .gain(let gain, let row): each(values, stretch.rows[row]) { gain.value($0) }
    case .purchase(let row, let deviation, let later, let kept, let scale):
      each(values, stretch.rows[row]) { (max(Self.growth(deviation, $0), later) * kept - later) * scale }
    case .rank(let table, let row, let own):
      let (price, rest) = (stretch.rows[row], stretch.numbers[own])
      for draw in values.indices { values[draw] *= table.value(price[draw], NormalQuantile.value(at: rest[draw])) }
    case .equityCall(let gain, let place):
      each(values, stretch.numbers[place]) { gain.value(NormalQuantile.value(at: $0)) }
    case .carry(let carry, let fund, let years, let deviation, let later, let scale, let place):
      each(values, stretch.numbers[place]) {
        let worth = fund * Self.growth(deviation, NormalQuantile.value(at: $0)) / later
        return carry.dollars(contributed: fund, distributed: worth, years: years) * later * scale
      }
    }
  }

  /// A log-normal with a mean of 1.
  private static func growth(_ deviation: Double, _ normal: Double) -> Double {
    exp(deviation * normal - deviation * deviation / 2)
  }

  @inline(__always)
  private func each(
    _ values: UnsafeMutableBufferPointer<Double>, _ drawn: UnsafeMutableBufferPointer<Double>,
    _ factor: (Double) -> Double
  ) {
    for draw in values.indices { values[draw] *= factor(drawn[draw]) }
  }
}
