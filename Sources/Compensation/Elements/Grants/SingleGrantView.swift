import Glibc
import Quantities

/// What a grant would be worth by itself to someone who cannot sell or hedge it, as shares of its fair value: two views
/// that the certain value of the whole offer does not use.
struct SingleGrantView {
  /// By Hall and Murphy: the sure sum that gives the same expected utility.
  let hallMurphy: Double?
  /// By Meulbroek, of the share: the return that so much of one's wealth in one share has to bring.
  let meulbroek: Double?
  /// A right to buy the share, not the share.
  let isOption: Bool
  /// Defaults it rests on.
  var rows: [Parameter] = []
  /// What each share is computed from.
  let hallMurphyInputs: [ElementFact.Input]
  let meulbroekInputs: [ElementFact.Input]

  var text: String {
    let parts = [
      hallMurphy.map { "\(NumberText.percent($0, decimals: 0)) of fair by Hall and Murphy" },
      meulbroek.map { (isOption ? "the share " : "") + "\(NumberText.percent($0, decimals: 0)) by Meulbroek" },
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "; by itself worth to you \(parts.joined(separator: ", "))"
  }

  func facts() -> [ElementFact] {
    [
      hallMurphy.map {
        ElementFact(
          "hall_murphy_share", $0, .share,
          "What you would give for the grant by itself, as a share of its fair value, if you could neither sell nor hedge "
            + "it (Hall and Murphy 2002).",
          "V / fair, at most 1; E u((savings + V) (1+r)^T + holdings P_T) = E u(with the grant), P_T log-normal at r + beta "
            + "x premium; T the mean time to vesting, of options their expected term", rows: rows(of: hallMurphyInputs),
          inputs: hallMurphyInputs)
      },
      meulbroek.map {
        ElementFact(
          "meulbroek_share", $0, .share,
          "What a share that cannot be sold until it vests is worth to you, as a share of its price, with so much of your "
            + "wealth in it (Meulbroek 2001); an option loses more.",
          "e^(-(required - beta x premium) T), required = (sigma of wealth / sigma of market - (1 - w)) x premium / w, w = "
            + "(grant + holdings) / (savings + grant + holdings + years of pay after tax)",
          rows: rows(of: meulbroekInputs), inputs: meulbroekInputs)
      },
    ].compactMap { $0 }
  }

  /// Of the defaults, those that went in.
  private func rows(of inputs: [ElementFact.Input]) -> [Parameter] {
    rows.filter { row in inputs.contains { $0.parameter == row.name || $0.text.contains(row.name) } }
  }
}

extension OfferValuer {
  /// Both views of a listed company's grant; nil where nobody opens grants, or nothing is still to vest.
  func singleView(of grant: EquityGrant, _ value: GrantValue) throws -> SingleGrantView? {
    guard terms.opensGrants, !grant.instrument.isPrivate, grant.price > 0 else { return nil }
    let units = value.tranches.reduce(0) { $0 + $1.units }
    let fair = value.tranches.reduce(0) { $0 + $1.fair }
    // What vests on day 0 can be sold on day 0.
    guard units > 0, fair > 0, value.tranches.contains(where: { $0.month > 0 }) else { return nil }
    // Its inputs are no inputs of the grant's values.
    var (found, rows) = try reading { try view(of: grant, value.tranches, units: units, fair: fair) }
    found.rows = rows
    return found
  }

  private func view(
    of grant: EquityGrant, _ tranches: [Tranche], units: Double, fair: Double
  ) throws -> SingleGrantView {
    let attitude = try RiskAttitude(terms)
    let volatility = try grant.volatility ?? usualVolatility()
    let beta = try grant.beta ?? value("equity.beta")
    let premium = try value("market.premium")
    let held = offer.holdings.map { terms.converted($0.amount, from: $0.currency.code) } ?? 0
    let vesting = tranches.reduce(0) { $0 + $1.units / units * $1.years }
    var strike: Double?
    var years = vesting
    switch grant.instrument {
    case .option(let option), .appreciationRight(let option):
      strike = option.strike * exchange(of: grant)
      years = (vesting + Double(try monthsToExpiry(of: option, grant)) / 12) / 2
    default: break
    }
    let price = grant.price * exchange(of: grant)
    let forward = price * exp(-log1p(grant.dividendYield) * years)
    let reference = strike.map {
      BlackScholes(
        .call, spot: forward, strike: $0, years: years, rate: terms.continuousRate, dividendYield: 0,
        volatility: volatility
      ).price
    }
    let equivalent = GrantEquivalent(
      kind: strike.map { .option(strike: $0) } ?? .stock, units: units, sharePrice: forward, volatility: volatility,
      beta: beta, marketPremium: premium, riskFreeRate: terms.discountRate, years: years,
      cash: attitude.wealth,
      sharesHeld: held / price, risk: attitude.aversion)
    let pay = try payInWealth()
    let weight = (fair + held) / (attitude.wealth + fair + held + pay)
    let holding = ConcentratedHolding(
      weight: weight, beta: beta, volatility: volatility, marketVolatility: try value("market.volatility"),
      marketPremium: premium)
    let inputs = SingleGrantInputs(
      offer: offer, grant: grant, terms: terms, fair: fair, held: held, pay: pay, meanWait: vesting,
      attitude: attitude, equivalent: equivalent, reference: reference ?? forward, holding: holding)
    return SingleGrantView(
      hallMurphy: share(equivalent, of: reference ?? forward),
      meulbroek: holding.privateToMarketRatio(years: years).map { min(1, $0) },
      isOption: strike != nil, hallMurphyInputs: inputs.hallMurphy(perUnit: perUnit(equivalent)),
      meulbroekInputs: inputs.meulbroek)
  }

  /// Cash beside the grant earns the risk-free rate alone, so that a share may look better than its price: it is not.
  private func share(_ equivalent: GrantEquivalent, of price: Double) -> Double? {
    guard price > 0, let unit = perUnit(equivalent) else { return nil }
    return min(1, max(0, unit / price))
  }

  /// V of one unit; nil where there is none: a return below -100 %.
  private func perUnit(_ equivalent: GrantEquivalent) -> Double? {
    guard 1 + equivalent.riskFreeRate + equivalent.beta * equivalent.marketPremium > 0 else { return nil }
    var strike = -1.0
    if case .option(let stated) = equivalent.kind { strike = stated }
    let inputs = [
      equivalent.units, equivalent.sharePrice, equivalent.volatility, equivalent.beta, equivalent.marketPremium,
      equivalent.riskFreeRate, equivalent.years, equivalent.cash, equivalent.sharesHeld, equivalent.risk.gamma, strike,
    ]
    let unit = terms.prices.values(for: .init("grant equivalent", inputs)) { [equivalent.perUnit] }[0]
    return unit.isFinite ? unit : nil
  }

  /// Pay to come that softens a loss: some years of base, after a rough tax.
  private func payInWealth() throws -> Double {
    try value("concentration.pay-years") * pay.base * (1 - value("concentration.tax-rate"))
  }
}
