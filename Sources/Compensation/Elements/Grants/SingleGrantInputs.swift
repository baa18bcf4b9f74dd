import Quantities

/// What the two views of a grant by itself are computed from, number by number, each with where it comes from.
struct SingleGrantInputs {
  let offer: Offer
  let grant: EquityGrant
  let terms: ValuationTerms
  let fair: Double
  let held: Double
  let pay: Double
  /// Mean years to vesting, by units.
  let meanWait: Double
  let attitude: RiskAttitude
  let equivalent: GrantEquivalent
  /// What a unit costs the company.
  let reference: Double
  let holding: ConcentratedHolding

  private typealias Input = ElementFact.Input

  func hallMurphy(perUnit: Double?) -> [ElementFact.Input] {
    var inputs = [
      time,
      Input("units still to vest", equivalent.units, .count, "the grant's, less what vested on or before day 0"),
      Input("price less dividends until T", equivalent.sharePrice, .moneyPerShare, "price x e^(-qT)"),
    ]
    if case .option(let strike) = equivalent.kind {
      inputs.append(Input("strike", strike, .moneyPerShare, field: path("strike")))
    }
    inputs += [
      volatility, beta, premium,
      Input(
        "r", equivalent.riskFreeRate, .share, field: "assumptions.discount_rate", default: "discount.annual-rate"),
      savings, holdings,
      Input("gamma", attitude.aversion.gamma, .count, field: "me.risk_aversion", default: "risk.aversion"),
      Input(
        "fair, a unit", reference, .moneyPerShare,
        isOption ? "Black-Scholes on that price over T" : "the price less dividends"),
    ]
    if let perUnit {
      inputs.append(Input("V, a unit", perUnit, .moneyPerShare, "the sure sum as good as a unit; over fair at most 1"))
    }
    return inputs
  }

  var meulbroek: [ElementFact.Input] {
    var inputs = [
      time,
      Input("grant", fair, .money, "fair value of what is still to vest"), holdings, savings,
      Input(
        "years of pay after tax", pay, .money, field: "",
        "concentration.pay-years x base x (1 - concentration.tax-rate)"),
      Input(
        "w", holding.weight, .share,
        "(\(amount(fair)) + \(amount(held))) / (\(amount(attitude.wealth)) + \(amount(fair)) + \(amount(held)) + "
          + "\(amount(pay)))"),
      volatility,
      Input("volatility of the market", holding.marketVolatility, .share, default: "market.volatility"), beta, premium,
    ]
    if let wealth = holding.volatilityOfWealth, let required = holding.requiredPremium {
      inputs += [
        Input(
          "volatility of wealth", wealth, .share,
          "of w in the share and 1 - w in the market: sqrt((1-w)^2 sm^2 + 2 w (1-w) beta sm^2 + w^2 s^2)"),
        Input("required premium", required, .share, "(volatility of wealth / of the market - (1 - w)) x premium / w"),
      ]
    }
    return inputs
  }

  private var isOption: Bool {
    if case .option = equivalent.kind { return true }
    return false
  }

  private var time: ElementFact.Input {
    let mean = "mean time to vesting, by units"
    return Input(
      "T, years", equivalent.years, .count, field: "",
      isOption
        ? "(\(mean), \(NumberText.short(meanWait)), + years to expiry, "
          + "\(NumberText.short(2 * equivalent.years - meanWait))) / 2" : mean)
  }

  private var volatility: ElementFact.Input {
    // A share has one: another grant may state it.
    let stated = offer.equity.first { !$0.instrument.isPrivate && $0.volatility != nil }
    let source = grant.volatility == nil ? stated ?? grant : grant
    return Input(
      "volatility", equivalent.volatility, .share, field: "equity[\(source.pathIndex)].volatility",
      default: "equity.volatility")
  }

  private var beta: ElementFact.Input {
    Input("beta", equivalent.beta, .count, field: path("beta"), default: "equity.beta")
  }

  private var premium: ElementFact.Input {
    Input("premium", equivalent.marketPremium, .share, default: "market.premium")
  }

  private var savings: ElementFact.Input {
    Input("savings", attitude.wealth, .money, field: "me.savings", default: "risk.wealth-of-pay")
  }

  private var holdings: ElementFact.Input {
    Input("holdings", held, .money, field: "holdings", "not stated: none")
  }

  private func path(_ key: String) -> String { "equity[\(grant.pathIndex)].\(key)" }

  private func amount(_ value: Double) -> String { NumberText.grouped(value) }
}
