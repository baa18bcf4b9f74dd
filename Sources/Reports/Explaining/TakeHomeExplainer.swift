import Compensation
import Quantities
import Scenarios

/// Figures after tax: what a household owes, what is left, what that buys.
struct TakeHomeExplainer {
  let scenario: ExplainedScenario
  let taxed: TaxedOffer

  private var id: String { taxed.id }

  func explanation(of figure: Figure, value: String, year: Int?) -> Explanation {
    var explanation: Explanation
    switch value {
    case "after_tax": explanation = afterTax(figure)
    case "local_purchasing_power": explanation = purchasingPower(figure)
    case "tax": explanation = tax(figure, year: year ?? 1)
    case "set_aside":
      explanation = Explanation(
        figure, unit: scenario.currency,
        meaning: "Income tax on bonuses, stock and what else is paid apart, beyond what employers withhold of it.",
        formula:
          "max(0, federal tax - federal tax without that pay - 22 % of it, 37 % beyond a million) + the same of a state "
          + "that withholds at a flat rate")
      explanation.parts = [scenario.part("\(id).year\(year ?? 1).tax")]
    default:
      explanation = Explanation(
        figure, unit: scenario.currency, meaning: "Expected money of the offer year after tax, not discounted.",
        formula: "gross - tax")
      let prefix = "\(id).year\(year ?? 1)"
      explanation.parts = [scenario.part(prefix + ".gross"), scenario.part(prefix + ".tax")]
    }
    explanation.fields += scenario.fields(
      ["me.filing", "me.children", "me.spouse_wages", "me.deferral", "me.hsa", "\(id).location"])
    return explanation
  }

  private func afterTax(_ figure: Figure) -> Explanation {
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: "What the expected value is after tax, in today's money.",
      formula:
        "the sum over offer years of the present value of its money x net / gross, and of what is in kind, untaxed")
    explanation.parts = taxed.years.map { year in
      Explanation.Part(
        "year \(year.year)", .amount(year.afterTax),
        note: "\(money(year.moneyToday)) x \(NumberText.percent(year.kept, decimals: 2)) + \(money(year.inKindToday))")
    }
    return explanation
  }

  private func purchasingPower(_ figure: Figure) -> Explanation {
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: "What the after-tax value buys, at the prices of where one lives.",
      formula: "after tax x price level at home / price level at the offer's place (BEA regional price parities)"
        + (taxed.prices?.home.parity == nil && taxed.prices?.offer.parity == nil
          ? "" : "; abroad, the World Bank's purchasing power parity over the market rate"))
    explanation.parts = [scenario.part("\(id).after_tax")]
    if let prices = taxed.prices {
      explanation.parts += [(prices.home, "home"), (prices.offer, "the offer's place")].map { level, what in
        Explanation.Part(
          what, .ratio(level.level), note: "\(level.place), \(level.year), 100: the nation" + parity(of: level))
      }
    }
    return explanation
  }

  /// What a level abroad is made of.
  private func parity(of level: PriceLevel) -> String {
    guard let parity = level.parity else { return "" }
    return "; \(NumberText.factor(parity.localPerDollar)) \(parity.currency) buys what $1 buys in the US, and $1 is "
      + "\(NumberText.factor(parity.marketRate)) \(parity.currency) (ECB \(parity.rateDate))"
  }

  private func tax(_ figure: Figure, year: Int) -> Explanation {
    let found = taxed.years[year - 1]
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: "What the household owes of this offer year more than without the offer.",
      formula:
        "tax with the offer less tax without it, the law of \(found.calendarYear) or the newest before it: federal, "
        + "Social Security and Medicare, \(taxed.state) income tax and payroll items, the standard deduction or state tax, "
        + "whichever is less; parley tax --wages ... --all shows the brackets")
    explanation.parts = [
      Explanation.Part("wages", .amount(found.wages.amount), note: "expected money of the year that is taxed as wages"),
      Explanation.Part("gain", .amount(found.gain.amount), note: "taxed as long-term gain"),
      scenario.part("\(id).year\(year).gross"),
    ]
    return explanation
  }

  private func money(_ amount: Money) -> String {
    NumberText.money(amount.amount, currency: scenario.currency, decimals: 2)
  }
}
