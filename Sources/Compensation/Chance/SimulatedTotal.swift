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
