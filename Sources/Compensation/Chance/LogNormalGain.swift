import Glibc

/// What a European option gains, in present value over its price.
struct LogNormalGain: Sendable, Equatable {
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
