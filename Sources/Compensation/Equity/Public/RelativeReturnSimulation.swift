import Glibc
import Simulation

/// Performance shares paid by rank among peers of different volatilities, by simulation.
///
///     let award = RelativeReturnSimulation(
///       volatility: 0.35, peerVolatilities: [0.3, 0.3, 0.5], correlation: 0.45, years: 3, schedule: schedule)
///     let estimate = award.estimate(draws: SobolDraws(dimensions: 5, seed: 1), count: 65_536)
///     estimate.valueToPrice.value, estimate.valueToPrice.standardError
///
/// Shares are log-normal with one common factor, so that every two have the same correlation, and without drift: dividends
/// are reinvested, and a rate that lifts all of them changes no rank and is discounted again. Draws need two more dimensions
/// than there are peers: the common factor, the own shock, the peers'. Each is used with both signs.
///
/// Reference: FASB ASC 718 (market conditions); one-factor log-normals as in Glasserman (2003), section 3.2.
public struct RelativeReturnSimulation: Sendable {
  public let volatility: Double
  public let peerVolatilities: [Double]
  public let correlation: Double
  public let years: Double
  public let schedule: PayoutSchedule

  public init(
    volatility: Double, peerVolatilities: [Double], correlation: Double, years: Double, schedule: PayoutSchedule
  ) {
    self.volatility = volatility
    self.peerVolatilities = peerVolatilities
    self.correlation = correlation
    self.years = years
    self.schedule = schedule
  }

  /// What a simulation gives.
  public struct Estimate: Sendable, Equatable {
    /// Value of a target share over today's price.
    public let valueToPrice: SampleMean
    /// Mean multiple of target.
    public let multiple: SampleMean
  }

  /// From pairs of draws of opposite sign; the error is that of independent pairs.
  public func estimate(draws: some UniformDraws, count: Int) -> Estimate {
    let means = draws.means(over: count, figures: 2) { normals, figures in
      let (up, down) = (outcome(normals, sign: 1), outcome(normals, sign: -1))
      figures[0] = (up.multiple * up.growth + down.multiple * down.growth) / 2
      figures[1] = (up.multiple + down.multiple) / 2
    }
    return Estimate(valueToPrice: means[0], multiple: means[1])
  }

  private func outcome(_ normals: [Double], sign: Double) -> (multiple: Double, growth: Double) {
    let common = sign * correlation.squareRoot() * normals[0]
    let own = sign * (1 - correlation).squareRoot()
    let time = years.squareRoot()
    func logReturn(_ volatility: Double, _ shock: Double) -> Double {
      volatility * time * (common + own * shock) - volatility * volatility * years / 2
    }
    let company = logReturn(volatility, normals[1])
    var beaten = 0
    for (peer, volatility) in peerVolatilities.enumerated() where company > logReturn(volatility, normals[peer + 2]) {
      beaten += 1
    }
    let percentile = 100 * Double(beaten) / Double(max(1, peerVolatilities.count))
    return (schedule.multiple(atPercentile: percentile), exp(company))
  }
}
