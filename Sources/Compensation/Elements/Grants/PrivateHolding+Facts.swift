import Glibc
import Quantities

extension PrivateHolding {
  /// What a holder should know beside the value.
  var facts: [ElementFact] {
    let model = ["equity.volatility", "exit.months"]
    var facts = [
      ElementFact(
        "ownership", grant.units / company.fullyDiluted, .share, "The grant's part of the company.",
        "units / fully diluted shares"),
      ElementFact(
        "ownership_at_exit", grant.units / company.fullyDiluted * (kept), .share,
        "The grant's part when the rounds that companies of this stage usually have before an exit have come.",
        "ownership x the product of 1 - dilution of each round", defaults: ["dilution.round"]),
      ElementFact(
        "post_money", share.postMoney * exchange, .money,
        "All shares at the last investors' price: not the company's worth.",
        "last preferred price x fully diluted shares"),
      ElementFact(
        "common_value", values.common * exchange, .moneyPerShare, "What a common share is worth today.",
        company.table == nil
          ? "last preferred price x the ratio of common to preferred"
          : "option pricing method: the equity that makes the last class worth its price, shared by breakpoints",
        defaults: model + ["common.share-of-preferred", "common.unicorn-value"]),
      ElementFact(
        "break_even_exit", breakEven, .money, "The exit from which the grant pays anything.",
        company.table == nil
          ? "all other shares x strike / ownership kept: at least so much, since preferences come first"
          : "the waterfall's proceeds at a common share of strike / ownership kept",
        defaults: ["dilution.round"]),
      ElementFact(
        "marketability_discount",
        MarketabilityDiscount.finnerty(volatility: share.volatility, years: share.years, dividendYield: 0), .share,
        "What a buyer would take off for not being able to sell until the exit; "
          + (discount > 0 ? "the stated model's is in the value." : "not in the value."),
        "Finnerty (2012), a put on the average price", defaults: model),
    ]
    if company.table != nil {
      facts.append(
        ElementFact(
          "equity_value", values.equity * exchange, .money, "What the whole company is worth today.",
          "backsolve: the equity at which the last class is worth its price", defaults: model))
    }
    if let expected = exitWeighted {
      facts.append(
        ElementFact(
          "exit_weighted_value", expected.value * exchange, .money,
          "The whole grant by the odds of exits of all sizes, at the return that explains the last price.",
          "the sum of odds x units x max(common x ownership kept - strike, 0), discounted at "
            + "\(NumberText.percent(expected.rate)) a year",
          defaults: ["exit.odds", "exit.multiple", "exit.return", "exit.months", "dilution.round"]))
    }
    return facts
  }

  /// By the odds of exits, for presentation; nil without a cap table, whose waterfall it needs.
  var exitWeighted: (value: Double, rate: Double)? {
    guard let table = share.ownTable, let last = company.table?.lastRound,
      let odds = try? PrivateHolding.exitOdds(company.stage, valuer.terms)
    else { return nil }
    let outcomes = ExitOutcomes(odds.map { ($0.odds, $0.multiple * share.postMoney) }, years: share.years)
    guard
      let rate = outcomes.rate(explaining: grant.price, ofClass: last, in: table)
        ?? (try? valuer.terms.parameters.value("exit.return", scope: company.stage.rawValue, on: valuer.terms.asOf))
        .map(log1p)
    else { return nil }
    let value = outcomes.value(
      ofOptions: grant.units, strike: share.strike ?? 0, in: table, keep: kept, rate: rate)
    // Rates are shown as what they come to in a year.
    return (value, expm1(rate))
  }

  /// How likely each size of exit is at a stage, and how large it is over the last investors' price.
  static func exitOdds(
    _ stage: PrivateCompany.Stage, _ terms: ValuationTerms
  ) throws -> [(odds: Double, multiple: Double)] {
    let group = [.seriesC, .late].contains(stage) ? "late" : "early"
    return try ["below-1x", "1-5x", "5-10x", "10-20x", "over-20x"].map { band in
      (
        odds: try terms.parameters.value("exit.odds", scope: "\(group)/\(band)", on: terms.asOf),
        multiple: try terms.parameters.value("exit.multiple", scope: band, on: terms.asOf)
      )
    }
  }
}
