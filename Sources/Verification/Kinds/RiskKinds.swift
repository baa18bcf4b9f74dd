import Compensation

/// What risk takes off.
enum RiskKinds {
  static let all = [grant, discrete, concentrated]

  /// `rf` and `mrp` are effective, a year.
  private static let grant = ModelKind("ce_grant", outputs: ["ce_per_unit", "ce_total"]) { inputs, output in
    let kind: GrantEquivalent.Kind
    switch try inputs.text("kind") {
    case "option": kind = .option(strike: try inputs.number("X", .notNegative))
    case "stock":
      inputs.skip("X")
      kind = .stock
    case let other: throw NotSupported(reason: "kind \"\(other)\" is not supported, only option, stock")
    }
    let rate = try inputs.number("rf", .aboveMinusOne)
    let grant = GrantEquivalent(
      kind: kind, units: try inputs.number("units", .positive), sharePrice: try inputs.number("P", .notNegative),
      volatility: try inputs.number("vol", .volatility), beta: try inputs.number("beta"),
      marketPremium: try inputs.number("mrp"), riskFreeRate: rate, years: try inputs.number("T", .years),
      cash: try inputs.number("cash", .notNegative), sharesHeld: try inputs.number("shares", .notNegative),
      risk: RiskAversion(gamma: try inputs.number("gamma", aversion)))
    let growth = 1 + rate + grant.beta * grant.marketPremium
    guard growth > 0 else { throw inputs.outOfRange("1 + rf + beta x mrp", growth, "above 0") }
    return output == "ce_total" ? grant.total : grant.perUnit
  }

  private static let discrete = ModelKind("ce_discrete", outputs: ["ce"]) { inputs, _ in
    let outcomes = try inputs.pairs("p", .share, "x", .any)
    let wealth = try inputs.number("wealth", .notNegative)
    let sum = outcomes.reduce(0) { $0 + $1.0 }
    guard sum > 0 else { throw inputs.outOfRange("sum of p", sum, "above 0") }
    if let loss = outcomes.first(where: { wealth + $0.1 < 0 }) {
      throw inputs.outOfRange("one of x", loss.1, "no loss beyond wealth")
    }
    return RiskAversion(gamma: try inputs.number("gamma", aversion))
      .certainEquivalent(of: outcomes.map { (probability: $0.0, gain: $0.1) }, wealth: wealth)
  }

  private static let concentrated = ModelKind(
    "meulbroek", outputs: ["private_to_market_ratio", "required_premium"]
  ) { inputs, output in
    let holding = ConcentratedHolding(
      weight: try inputs.number("weight", .share), beta: try inputs.number("beta"),
      volatility: try inputs.number("vol", .volatility), marketVolatility: try inputs.number("market_vol", .positive),
      marketPremium: try inputs.number("mrp"))
    guard let required = holding.requiredPremium else {
      throw inputs.outOfRange("beta", holding.beta, "no further below 0 than the volatilities allow")
    }
    return output == "required_premium"
      ? required : holding.privateToMarketRatio(years: try inputs.number("years", .notNegative))
  }

  private static let aversion = InputDomain(text: "from 0 to 100") { (0...100).contains($0) }
}
