/// A state's income tax of a year, part by part, in dollars.
public struct StateTax: Sendable, Equatable {
  public internal(set) var grossIncome = 0.0
  public internal(set) var deductions = 0.0
  public internal(set) var excludedGain = 0.0
  public internal(set) var taxable = 0.0
  /// On the brackets, with what is added to them.
  public internal(set) var beforeCredits = 0.0
  /// Credits that end with the tax.
  public internal(set) var credits = 0.0
  /// Credits that are paid out, the match of the federal earned income credit among them.
  public internal(set) var refunds = 0.0
  /// The state's part of the earned income credit, paid out or not.
  public internal(set) var earnedCredit = 0.0
  /// Whether the couple pays less by filing apart on one return.
  public internal(set) var filesApart = false

  /// Net; below 0 where credits are paid out.
  public var total: Double { beforeCredits - credits - refunds }
}

extension StateRules {
  func tax(
    _ federalHousehold: Household, federal: FederalTax, social: SocialTax, socialByEarner: [Double]
  ) -> StateTax {
    var tax = StateTax()
    let household = asTaxed(federalHousehold)
    tax.grossIncome = grossIncome(household)
    guard hasIncomeTax else {
      tax.beforeCredits = gainExcise?.tax(on: max(0, household.longTermGain - gainExciseDeduction)) ?? 0
      tax.taxable = tax.beforeCredits > 0 ? household.longTermGain - gainExciseDeduction : 0
      tax.earnedCredit = lowIncome.earned(household, federal: federal)
      tax.refunds = tax.earnedCredit
      return tax
    }
    tax.excludedGain =
      household.longTermGain * gainExcludedShare + min(household.longTermGain, gainExcludedAmount)
    // Where gain is left out of the state's own income, what is looked up by that income goes without it too.
    tax.grossIncome -= tax.excludedGain
    tax.deductions = deductions(
      household, grossIncome: tax.grossIncome, federal: federal, social: social, socialByEarner: socialByEarner)
    tax.taxable = max(0, tax.grossIncome - tax.deductions)
    tax.beforeCredits = taxBeforeCredits(tax, household)
    if let apart = taxFiledApart(tax, household), apart < tax.beforeCredits {
      tax.beforeCredits = apart
      tax.filesApart = true
    }
    credit(&tax, household, federal: federal)
    return tax
  }

  /// With the gain on small business stock, where the state does not follow its exclusion.
  private func asTaxed(_ household: Household) -> Household {
    guard taxesSmallBusinessGain, household.smallBusinessGain > 0 else { return household }
    var household = household
    household.longTermGain += household.smallBusinessGain
    return household
  }

  /// Federal gross income, and what the state taxes beyond it.
  private func grossIncome(_ household: Household) -> Double {
    household.grossIncome + (taxesDeferral ? household.deferral401k : 0) + (taxesHSA ? household.hsa : 0)
      + (taxesPremiums ? household.premiums : 0)
  }

  /// On the brackets, what is added to them, and the least tax there is.
  private func taxBeforeCredits(_ tax: StateTax, _ household: Household) -> Double {
    var sum = taxOnBrackets(tax.taxable, gain: household.longTermGain - tax.excludedGain)
    sum += additionByIncome?.value(at: tax.grossIncome) ?? 0
    sum += additionByTaxable?.value(at: tax.taxable) ?? 0
    sum += recapture?.amount(grossIncome: tax.grossIncome, taxable: tax.taxable) ?? 0
    sum += gainSurtax?.tax(on: household.longTermGain) ?? 0
    sum += (gainSurtaxByIncome?.share(at: tax.grossIncome) ?? 0) * household.longTermGain
    if let minimumTax { sum = max(sum, minimumTax.share(at: tax.grossIncome) * tax.grossIncome) }
    return sum * (1 - (shareOfTaxCredit?.share(at: tax.grossIncome) ?? 0))
  }

  /// Gain is taxed as wages are, except where the state has rates of its own or a highest one for it.
  func taxOnBrackets(_ taxable: Double, gain: Double) -> Double {
    if let highSchedule, let tax = highSchedule.tax(on: taxable) { return tax }
    let whole = onSchedule(taxable)
    let gain = min(max(0, gain), taxable)
    guard gain > 0 else { return whole }
    let ordinary = taxable - gain
    if let gainBrackets {
      return (brackets?.tax(on: ordinary) ?? 0) + gainBrackets.tax(on: taxable) - gainBrackets.tax(on: ordinary)
    }
    if let gainHighestRate {
      // The alternative takes nothing out of the brackets below that rate.
      let above = brackets?.rows.first { $0.rate > gainHighestRate }?.floor ?? 0
      let ordinary = min(taxable, max(ordinary, above))
      return min(whole, (brackets?.tax(on: ordinary) ?? 0) + gainHighestRate * (taxable - ordinary))
    }
    return whole
  }

  /// The tax of the middle of a band, in whole dollars, where the state prints a table; else that of the brackets.
  private func onSchedule(_ taxable: Double) -> Double {
    guard tableWidth > 0, taxable > 0 else { return brackets?.tax(on: taxable) ?? 0 }
    let middle = (taxable / tableWidth).rounded(.down) * tableWidth + tableWidth / 2
    return (brackets?.tax(on: middle) ?? 0).rounded(.toNearestOrAwayFromZero)
  }
}
