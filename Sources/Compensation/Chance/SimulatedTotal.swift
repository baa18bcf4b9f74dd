import Quantities

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
  public let p10: Money
  public let p50: Money
  public let p90: Money

  /// Sample quantiles, R type 7.
  init(of figures: [Double], _ currency: Currency) {
    let sorted = figures.sorted()
    func quantile(_ share: Double) -> Money {
      guard let last = sorted.indices.last else { return .zero(currency) }
      let place = share * Double(last)
      let low = min(last, Int(place))
      let high = min(last, low + 1)
      return Money(sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low)), currency)
    }
    (p10, p50, p90) = (quantile(0.1), quantile(0.5), quantile(0.9))
  }
}
