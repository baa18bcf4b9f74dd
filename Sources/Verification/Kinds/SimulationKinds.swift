import Compensation
import Simulation

/// How accurate a simulation is.
enum SimulationKinds {
  static let all = [option]

  /// Draws are quasi-random, from a seed: the same figures each time. The standard error is that of as many independent
  /// ones.
  private static let option = ModelKind("mc_bsm", outputs: ["price", "standard_error"]) { inputs, output in
    let seed = inputs.has("seed") ? try inputs.whole("seed", seeds) : 1
    let mean = SimulatedOption(try OptionKinds.terms(inputs)).presentValue(
      draws: SobolDraws(dimensions: 1, seed: UInt64(seed)), count: try inputs.whole("paths", .paths))
    return output == "price" ? mean.value : mean.standardError
  }

  private static let seeds = InputDomain(text: "a whole number from 0 up") { (0...1e15).contains($0) }
}
