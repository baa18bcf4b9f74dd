import Compensation

/// European options and how long they last.
enum OptionKinds {
  static let all = [
    ModelKind("bsm", outputs: prices, compute: option), ModelKind("bsm_greeks", outputs: prices, compute: option),
    expectedTerm,
  ]

  private static let prices = ["price", "delta", "gamma", "vega", "theta", "rho", "dividend_rho"]

  /// T in years, r and q continuous, vol a year.
  static func terms(_ inputs: ModelInputs) throws -> BlackScholes {
    let type = try inputs.text("type")
    guard let kind = BlackScholes.Kind(rawValue: type.lowercased()) else {
      throw InputFault(.outOfRange, "type is \"\(type)\"", cure: "type is call or put")
    }
    return BlackScholes(
      kind, spot: try inputs.number("S", .notNegative), strike: try inputs.number("K", .notNegative),
      years: try inputs.number("T", .notNegative), rate: try inputs.number("r", .rate),
      dividendYield: try inputs.number("q", .rate), volatility: try inputs.number("vol", .notNegative))
  }

  @Sendable private static func option(_ inputs: ModelInputs, _ output: String) throws -> Double? {
    let option = try terms(inputs)
    switch output {
    case "delta": return option.greeks.delta
    case "gamma": return option.greeks.gamma
    case "vega": return option.greeks.vega
    case "theta": return option.greeks.theta
    case "rho": return option.greeks.rho
    case "dividend_rho": return option.greeks.dividendRho
    default: return option.price
    }
  }

  private static let expectedTerm = ModelKind("expected_term", outputs: ["years"]) { inputs, _ in
    let method = try inputs.text("method")
    guard method == "sab107" else { throw NotSupported(reason: "method \"\(method)\" is not supported, only sab107") }
    let vesting = try inputs.pairs("vest_years", .notNegative, "weights", .share)
    let sum = vesting.reduce(0) { $0 + $1.1 }
    // Thirds are written with a few digits.
    guard abs(sum - 1) < 1e-6 else { throw inputs.outOfRange("sum of weights", sum, "1") }
    return ExpectedTerm.simplified(
      vestingYears: vesting.map(\.0), shares: vesting.map(\.1),
      contractualYears: try inputs.number("contract_years", .positive))
  }
}
