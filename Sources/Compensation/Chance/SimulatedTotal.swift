import Quantities
import Simulation

/// What an offer came to over all simulated courses of events, today's money.
public struct SimulatedTotal: Sendable, Equatable {
  public let percentiles: SimulatedPercentiles
  public let mean: Money
  /// Of the mean, from replicates of the draws.
  public let standardError: Money
  /// Whether chance moves it at all.
  public let varies: Bool

  /// Whether the mean is further from what is known to be expected than draws explain: a few rare courses carry much of
  /// it, as with very volatile shares, and too few of them were drawn to tell how far it may be off.
  ///
  ///     simulated.isOff(from: valuation.total(\.expected))
  public func isOff(from expected: Money) -> Bool {
    let gap = abs(mean.amount - expected.amount)
    return gap > 3 * standardError.amount && gap > 0.01 * abs(expected.amount)
  }
}

/// Where one course in ten, half of them, and nine in ten end below.
public struct SimulatedPercentiles: Sendable, Equatable {
  static let shares = [0.1, 0.5, 0.9]

  public let p10: Money
  public let p50: Money
  public let p90: Money

  /// From quantiles at ``shares``.
  init(_ quantiles: [Double], _ currency: Currency) {
    let money = quantiles.map { Money($0, currency) }
    (p10, p50, p90) = (money[0], money[1], money[2])
  }
}
