import ArgumentParser
import Compensation

/// How many courses of events to simulate.
struct SimulationOptions: ParsableArguments {
  @Option(name: .customLong("runs"), help: "Simulated courses of events, from 16; 0 for none, and no certain value.")
  var runsText: String?

  /// The number given, else the usual one of the scenario.
  func courses(_ terms: ValuationTerms, _ context: ContextOptions) throws -> Courses {
    let usual = try Self.usual(terms, context)
    return Courses(runs: try given() ?? usual.runs, seed: usual.seed)
  }

  /// For commands that only rank by what is simulated.
  static func usual(_ terms: ValuationTerms, _ context: ContextOptions) throws -> Courses {
    Courses(runs: Int(try terms.parameters.value("simulation.runs", on: terms.asOf)), seed: try context.seed())
  }

  private func given() throws -> Int? {
    guard let runsText else { return nil }
    guard let runs = Int(runsText) else {
      throw UsageError("not-a-number", "--runs \"\(runsText)\" is no whole number", cure: "write --runs 20000")
    }
    guard runs == 0 || (OfferSimulation.fewestRuns...Self.most).contains(runs) else {
      throw UsageError(
        "value-out-of-range", "--runs \(runs) is not 0, nor from \(OfferSimulation.fewestRuns) to 10,000,000",
        cure: "write --runs 20000")
    }
    return runs
  }

  /// Each run of each offer is kept until the percentiles are known.
  private static let most = 10_000_000
}
