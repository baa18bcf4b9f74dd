import Compensation

/// Options that their holder cannot sell.
enum EmployeeOptionKinds {
  static let all = [lattice, limit]

  private static let lattice = ModelKind("hw_eso_lattice", outputs: ["price"]) { inputs, _ in
    let option = try option(inputs)
    let steps = try inputs.whole("steps_per_year", .steps)
    let total = option.years * Double(steps)
    guard total <= 20_000 else { throw inputs.outOfRange("T x steps_per_year", total, "at most 20,000") }
    guard option.exitRate <= Double(steps) else {
      throw inputs.outOfRange("exit_rate", option.exitRate, "at most steps_per_year")
    }
    guard let price = option.latticePrice(stepsPerYear: steps) else {
      throw inputs.outOfRange(
        "steps_per_year", Double(steps), "larger: the odds p of a step up do not lie between 0 and 1")
    }
    return price
  }

  private static let limit = ModelKind("hw_eso_limit", outputs: ["price"]) { inputs, _ in try option(inputs).price }

  /// Rates are continuous, a year.
  private static func option(_ inputs: ModelInputs) throws -> EmployeeOption {
    EmployeeOption(
      spot: try inputs.number("S", .notNegative), strike: try inputs.number("K", .notNegative),
      years: try inputs.number("T", .years), vestingYears: try inputs.number("vest", .notNegative),
      rate: try inputs.number("r", .rate), dividendYield: try inputs.number("q", .rate),
      volatility: try inputs.number("vol", .volatility), exitRate: try inputs.number("exit_rate", .notNegative),
      exerciseMultiple: try inputs.number("multiple", .notNegative))
  }
}
