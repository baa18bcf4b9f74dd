import Glibc
import Simulation

/// A European option by simulation, to see what a simulation is worth: the exact price is known.
///
///     let terms = BlackScholes(.call, spot: 50, strike: 50, years: 6, rate: 0.045, dividendYield: 0.01, volatility: 0.4)
///     let mean = SimulatedOption(terms).presentValue(draws: SobolDraws(dimensions: 1, seed: 1), count: 100_000)
///     mean.value            // 20.8158, to four digits
///     mean.standardError    // 0.17: of independent draws
///
/// The share price at the end is drawn exactly, in one step.
public struct SimulatedOption: Sendable, Equatable {
  public let terms: BlackScholes

  public init(_ terms: BlackScholes) { self.terms = terms }

  /// Mean of the discounted gain, in money.
  public func presentValue(draws: some UniformDraws, count: Int) -> SampleMean {
    let drift =
      (terms.rate - terms.dividendYield - terms.volatility * terms.volatility / 2) * terms.years
    let discount = exp(-terms.rate * terms.years)
    return draws.mean(over: count) { normals in
      discount * terms.gain(at: terms.spot * exp(drift + terms.deviation * normals[0]))
    }
  }
}
