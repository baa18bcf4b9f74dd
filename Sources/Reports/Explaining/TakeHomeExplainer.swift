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
    case "rent":
      explanation = Explanation(
        figure, unit: scenario.currency + " a month", meaning: "Rent of a home there, a line of its own.",
        formula: "as stated; at home, me.rent")
      explanation.fields = scenario.fields(["me.rent", "\(id).rent"])
    case "set_aside":
      explanation = Explanation(
        figure, unit: scenario.currency,
        meaning: "Income tax on bonuses, stock and what else is paid apart, beyond what employers withhold of it.",
        formula:
          "max(0, federal tax - federal tax on regular pay alone - what is withheld: 22 % of bonuses and vesting stock, 37 % "
          + "beyond a million, nothing of shares sold) + the same of a state that withholds at a flat rate")
      explanation.parts = [scenario.part("\(id).year\(year ?? 1).tax")]
    case "alternative_minimum_tax", "minimum_tax_credit", "minimum_tax_credit_left", "saved":
      explanation = Explanation(
        figure, unit: scenario.currency, meaning: Self.meanings[value] ?? "", formula: Self.formulas[value] ?? "")
      if value != "saved" {
        explanation.parts = taxed.years.flatMap { year -> [Explanation.Part] in
          ["alternative_minimum_tax", "minimum_tax_credit"].map { scenario.part("\(id).year\(year.year).\($0)") }
        }.filter { $0.figure != figure.path }
      }
    default:
      explanation = Explanation(
        figure, unit: scenario.currency, meaning: "Expected money of the offer year after tax, not discounted.",
        formula: "gross - tax")
      let prefix = "\(id).year\(year ?? 1)"
      explanation.parts = [scenario.part(prefix + ".gross"), scenario.part(prefix + ".tax")]
    }
    explanation.fields += scenario.fields(
      [
        "me.filing", "me.children", "me.spouse_wages", "me.deferral", "me.hsa", "\(id).location", "\(id).home",
        "\(id).work", "\(id).taxes",
      ])
    return explanation
  }

  private static let meanings = [
    "alternative_minimum_tax": "What the alternative minimum tax takes above the regular one.",
    "minimum_tax_credit": "Credit for alternative minimum tax of earlier years that comes off this year.",
    "minimum_tax_credit_left": "Credit for alternative minimum tax left after the window; in no total.",
    "saved": "Contributions that stay one's own: pension accounts, CPF, EPF. They are part of what is left.",
  ]
  private static let formulas = [
    "alternative_minimum_tax":
      "max(0, tax on income with deductions and the gain of options exercised and held added back - regular tax); IRC 55, 56",
    "minimum_tax_credit": "the credit carried, as far as the regular tax is above the tentative minimum tax; IRC 53",
    "minimum_tax_credit_left":
      "the sum of what exercising options brought of the alternative minimum tax - the credit used, the year after the "
      + "window included",
    "saved": "the country's rates on the pay of the year",
  ]

  private func afterTax(_ figure: Figure) -> Explanation {
    var explanation = Explanation(
      figure, unit: scenario.currency, meaning: "What the expected value is after tax, in today's money.",
      formula:
        "the sum over offer years of the present value of its money x net / gross, and of what is in kind, untaxed; shares "
        + "without a market less the tax on them, as if sold when they vest")
    explanation.parts = taxed.years.map { year in
      Explanation.Part(
        "year \(year.year)", .amount(year.afterTax),
        note: "\(money(year.moneyToday)) x \(NumberText.percent(year.kept, decimals: 2)) + \(money(year.inKindToday))"
          + (year.paperToday.minorUnits == 0
            ? "" : " + \(money(year.paperToday)) without a market - \(money(year.taxOnPaper)) of tax on it"))
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
    if let rents = taxed.rents {
      explanation.formula =
        "rent at home + (after tax - rent there) x price level at home / price level there, both of all but rents where "
        + "these are known; rents x 12 x A(\(scenario.terms.months))"
      explanation.parts += [
        scenario.part("\(id).rent"), Explanation.Part("rent at home", .amount(rents.home.amount), note: "a month"),
      ]
      explanation.fields += scenario.fields(["me.rent", "\(id).rent"])
    }
    if let prices = taxed.prices {
      explanation.parts += [(prices.home, "home"), (prices.offer, "the offer's place")].map { level, what in
        Explanation.Part(
          what, .ratio(taxed.rents == nil ? level.level : level.withoutRents ?? level.level),
          note: "\(level.place), \(level.year), 100: the nation" + parity(of: level))
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
    let (what, law) = wording(found)
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning: "What the household owes of this offer year more than without the offer.",
      formula: "tax with the offer less tax without it, \(law): \(what)")
    explanation.parts = [
      Explanation.Part("wages", .amount(found.wages.amount), note: "expected money of the year that is taxed as wages"),
      Explanation.Part("gain", .amount(found.gain.amount), note: "taxed as gain"),
      scenario.part("\(id).year\(year).gross"),
    ]
    explanation.parts += found.lines.map { line in
      Explanation.Part(
        line.name, .amount(line.amount),
        note: line.name.hasPrefix("later_") ? "on stock that is held at the end of the window, a year later" : "")
    }
    for table in found.brackets {
      explanation.parts += table.bands.map { band in
        Explanation.Part(
          "bracket", .amount(band.tax),
          note: "\(table.title.lowercased()): \(NumberText.percent(band.rate, decimals: 2)) of "
            + "\(NumberText.grouped(band.from.rounded())) to \(NumberText.grouped(band.to.rounded()))"
            + (taxed.place.currency == scenario.currency ? "" : ", in \(taxed.place.currency)"))
      }
    }
    return explanation
  }

  private func wording(_ year: TaxedOffer.Year) -> (what: String, law: String) {
    let law = "the law of \(year.calendarYear) or the newest before it"
    switch taxed.place {
    case .unitedStates(let sites):
      let states = ([sites.home] + [sites.elsewhere].compactMap { $0 }).map(\.state).joined(separator: " and ")
      return (
        "federal, Social Security and Medicare, \(states) income tax, payroll items and local tax, the standard deduction or "
          + "state tax, whichever is less; the brackets below are those of the whole household", law
      )
    case .abroad(let place, _, _): return ("income tax and social contributions of \(place)", law)
    case .rate(let share, _): return ("\(NumberText.share(share)) of the pay", "at the rate given")
    }
  }

  private func money(_ amount: Money) -> String {
    NumberText.money(amount.amount, currency: scenario.currency, decimals: 2)
  }
}
