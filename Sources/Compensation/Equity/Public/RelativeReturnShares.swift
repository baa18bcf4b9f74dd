import Glibc
import Market

/// Performance shares paid by the rank of the company's total shareholder return among equally volatile peers.
///
///     let award = RelativeReturnShares(
///       peers: 20, volatility: 0.35, correlation: 0.45, years: 3,
///       schedule: PayoutSchedule([(25, 0.5), (50, 1), (75, 2)])!)
///     award.valueToPrice         // 1.369: more than its mean multiple, for it pays most when the share is dear
///     award.expectedMultiple     // 1.0714
///
/// Log returns over the term have one common factor, so that every two have the same correlation, 0 to 1. Rank is peers
/// beaten / peers. Dividends are reinvested. Exact: given the company's own shock z the number of peers it beats is
/// binomial with odds Phi(z), whatever the common factor does, which leaves one integral over z.
///
/// Reference: the model of FASB ASC 718 for market conditions (a simulation elsewhere); the binomial argument is ours and
/// is tested against ``RelativeReturnSimulation``.
public struct RelativeReturnShares: Sendable, Equatable {
  public let peers: Int
  /// A year's, of each share.
  public let volatility: Double
  public let correlation: Double
  /// Length of the performance period.
  public let years: Double
  public let schedule: PayoutSchedule

  public init(peers: Int, volatility: Double, correlation: Double, years: Double, schedule: PayoutSchedule) {
    self.peers = peers
    self.volatility = volatility
    self.correlation = correlation
    self.years = years
    self.schedule = schedule
  }

  /// Mean multiple of target: every rank is equally likely, since the shares differ in nothing.
  public var expectedMultiple: Double { multiples.reduce(0, +) / Double(peers + 1) }

  /// Fair value of a target share as a multiple of today's price: E[multiple x share price then] / price now.
  public var valueToPrice: Double {
    // Weighing by the share price moves the own shock by its deviation, and leaves the peers where they are.
    let shift = volatility * (years * (1 - correlation)).squareRoot()
    let multiples = multiples
    return Quadrature.normalMean(from: -9, to: 9) { z in meanMultiple(odds: z + shift, multiples) }
  }

  /// The same, unless it is known already.
  func valueToPrice(_ memo: PriceMemo) -> Double {
    memo.values(for: .init("relative return", [volatility, correlation, years] + goals)) { [valueToPrice] }[0]
  }

  /// The mean multiple for each own shock, in standard deviations.
  func meanMultiples(atShocks shocks: [Double], _ memo: PriceMemo) -> [Double] {
    memo.values(for: .init("multiple by shock", goals + shocks)) {
      let multiples = multiples
      return shocks.map { meanMultiple(odds: $0, multiples) }
    }
  }

  /// Peers and what each rank pays, in numbers.
  private var goals: [Double] {
    [Double(peers), schedule.floor] + schedule.points.flatMap { [$0.percentile, $0.multiple] }
  }

  /// The multiple for each number of peers beaten.
  private var multiples: [Double] {
    (0...peers).map { schedule.multiple(atPercentile: 100 * Double($0) / Double(peers)) }
  }

  /// The mean over the binomial number of peers that a shock of z standard deviations beats.
  private func meanMultiple(odds z: Double, _ multiples: [Double]) -> Double {
    let beaten = log(StandardNormal.probability(below: z))
    let missed = log(StandardNormal.probability(below: -z))
    guard beaten.isFinite, missed.isFinite else { return z > 0 ? multiples[peers] : multiples[0] }
    // Each probability is the one before times a simple ratio; in logarithms none is lost.
    var logProbability = Double(peers) * missed
    var mean = 0.0
    for count in 0...peers {
      mean += exp(logProbability) * multiples[count]
      logProbability += log(Double(peers - count) / Double(count + 1)) + beaten - missed
    }
    return mean
  }
}
