import Compensation

/// What a holding in a private company may come to.
enum PrivateKinds {
  static let all = [dilution, exits, marketability, profits, carried]

  private static let dilution = ModelKind("dilution", outputs: ["ownership_at_exit"]) { inputs, _ in
    Dilution.ownership(
      try inputs.number("ownership", .share), afterRounds: try inputs.numbers("round_dilution", .share))
  }

  /// The rate is continuous; `keep` is what later rounds leave of a share.
  private static let exits = ModelKind("pwerm", outputs: ["present_value"]) { inputs, _ in
    let outcomes = try inputs.objects("outcomes").map { outcome in
      (probability: try outcome.number("p", .share), equity: try outcome.number("E", .notNegative))
    }
    let sum = outcomes.reduce(0) { $0 + $1.probability }
    guard sum < 1 + 1e-6 else { throw inputs.outOfRange("sum of p", sum, "at most 1") }
    return ExitOutcomes(outcomes, years: try inputs.number("years", .notNegative)).value(
      ofOptions: try inputs.number("options", .notNegative), strike: try inputs.number("strike", .notNegative),
      in: try CapTableKinds.table(inputs), keep: try inputs.number("keep", .share, orElse: 1),
      rate: try inputs.number("rate", .rate))
  }

  private static let marketability = ModelKind("dlom", outputs: ["discount"]) { inputs, _ in
    let model = try inputs.text("model").lowercased()
    let volatility = try inputs.number("vol", .volatility)
    let years = try inputs.number("T", .notNegative)
    let yield = try inputs.number("q", .rate, orElse: 0)
    if model.hasPrefix("finnerty") || model.hasPrefix("ghaidarov") {
      // These do not depend on it.
      _ = try inputs.number("r", .rate, orElse: 0)
      return model.hasPrefix("finnerty")
        ? MarketabilityDiscount.finnerty(volatility: volatility, years: years, dividendYield: yield)
        : MarketabilityDiscount.ghaidarov(volatility: volatility, years: years, dividendYield: yield)
    }
    guard model.hasPrefix("chaffe") else {
      throw NotSupported(reason: "model \"\(model)\" is not supported, only chaffe, finnerty, ghaidarov")
    }
    return MarketabilityDiscount.chaffe(
      volatility: volatility, years: years, rate: try inputs.number("r", .rate), dividendYield: yield)
  }

  private static let profits = ModelKind("profits_interest", outputs: ["value"]) { inputs, _ in
    ProfitsInterest(
      share: try inputs.number("percent", .share), threshold: try inputs.number("threshold", .notNegative),
      volatility: try inputs.number("vol", .volatility), years: try inputs.number("T", .notNegative),
      rate: try inputs.number("r", .rate)
    ).value(ofEquity: try inputs.number("equity", .notNegative))
  }

  private static let carried = ModelKind("carried_interest", outputs: ["carry_dollars"]) { inputs, _ in
    CarriedInterest(
      hurdle: try inputs.number("hurdle", .notNegative), carry: try inputs.number("carry", .share),
      catchUp: try inputs.number("catch_up", .share)
    ).dollars(
      contributed: try inputs.number("contributed", .notNegative),
      distributed: try inputs.number("distributed", .notNegative), years: try inputs.number("years", .notNegative))
  }
}
