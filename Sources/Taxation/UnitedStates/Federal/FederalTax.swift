/// Federal income tax of a year, part by part, in dollars.
public struct FederalTax: Sendable, Equatable {
  public internal(set) var grossIncome = 0.0
  public internal(set) var deduction = 0.0
  public internal(set) var taxable = 0.0
  /// Taxable income less the gain that is taxed by itself.
  public internal(set) var ordinaryIncome = 0.0
  public internal(set) var onOrdinary = 0.0
  public internal(set) var onGain = 0.0
  public internal(set) var alternativeMinimum = 0.0
  /// What the alternative minimum tax is the excess of over the regular one.
  public internal(set) var tentativeMinimum = 0.0
  /// Of the alternative minimum tax, what exercising incentive options brought: it comes back as a credit.
  public internal(set) var minimumTaxCreditEarned = 0.0
  /// Credit of earlier years that comes off this year.
  public internal(set) var minimumTaxCreditUsed = 0.0
  /// Credit left for later years.
  public internal(set) var minimumTaxCreditLeft = 0.0
  public internal(set) var netInvestment = 0.0
  /// Child credit, the refundable part too.
  public internal(set) var childCredit = 0.0
  public internal(set) var childCreditRefunded = 0.0
  public internal(set) var saversCredit = 0.0
  public internal(set) var earnedIncomeCredit = 0.0

  /// Before credits that may be paid out, and without the tax on investment income: what some states deduct.
  var beforeRefunds: Double {
    max(
      0, regular + alternativeMinimum - saversCredit - (childCredit - childCreditRefunded) - minimumTaxCreditUsed)
  }

  var regular: Double { onOrdinary + onGain }

  /// Net of all credits; below 0 where they are paid out.
  public var total: Double {
    regular + alternativeMinimum + netInvestment - childCredit - saversCredit - earnedIncomeCredit
      - minimumTaxCreditUsed
  }
}

extension FederalRules {
  /// - Parameter itemized: State and local tax that is deducted in place of the standard deduction.
  func tax(_ household: Household, itemized: Double? = nil) -> FederalTax {
    var tax = FederalTax()
    tax.grossIncome = household.grossIncome
    let deduction = itemized.map { limited($0, grossIncome: tax.grossIncome) } ?? standardDeduction
    tax.deduction = deduction
    tax.taxable = max(0, tax.grossIncome - deduction)
    let gain = min(household.longTermGain, tax.taxable)
    tax.ordinaryIncome = tax.taxable - gain
    tax.onOrdinary = brackets?.tax(on: tax.ordinaryIncome) ?? 0
    tax.onGain = taxOnGain(gain, above: tax.ordinaryIncome)
    let counted = max(0, tax.grossIncome) - household.incentiveSale
    // All of it, more than regular taxable income too. Reference: Form 6251, line 13.
    let ownRateGain = max(0, household.longTermGain - household.incentiveSale)
    tax.tentativeMinimum = tentativeMinimum(
      income: counted + household.incentiveBargain, gain: ownRateGain, beside: tax)
    tax.alternativeMinimum = max(0, tax.tentativeMinimum - tax.regular)
    if tax.alternativeMinimum > 0, household.incentiveBargain > 0 {
      // What deductions bring of the tax comes back never, what the exercise does later.
      let without = tentativeMinimum(
        income: counted, gain: ownRateGain, beside: tax)
      tax.minimumTaxCreditEarned = tax.alternativeMinimum - max(0, without - tax.regular)
    }
    if let investmentTax {
      // The rate on income above the line, or on the gain if that is less.
      let rate = investmentTax.rows.last?.rate ?? 0
      tax.netInvestment = min(rate * max(0, household.longTermGain), investmentTax.tax(on: tax.grossIncome))
    }
    credit(&tax, household)
    return tax
  }

  /// Stacked on top of ordinary income.
  private func taxOnGain(_ gain: Double, above ordinary: Double) -> Double {
    guard gain > 0, let gainBrackets else { return 0 }
    return gainBrackets.tax(on: ordinary + gain) - gainBrackets.tax(on: ordinary)
  }

  /// Both deductions come back for it: the standard one, and that of state taxes. Gain keeps its own rates, and their
  /// steps stand where they do for the regular tax.
  ///
  /// Reference: IRC section 55; Form 6251, part III, which takes ordinary income from the regular tax.
  private func tentativeMinimum(income: Double, gain: Double, beside regular: FederalTax) -> Double {
    guard let exemption, let alternativeBrackets else { return 0 }
    let income = max(0, income)
    let base = max(0, income - exemption.value(at: income))
    let gain = min(gain, base)
    let ordinary = base - gain
    return min(
      alternativeBrackets.tax(on: ordinary) + taxOnGain(gain, above: regular.ordinaryIncome),
      alternativeBrackets.tax(on: base))
  }

  /// Itemized deductions less what the limit takes in the highest bracket. Reference: IRC section 68 from 2026.
  private func limited(_ itemized: Double, grossIncome: Double) -> Double {
    guard itemizedLimit > 0, let highest = brackets?.rows.last?.floor else { return itemized }
    return itemized - itemizedLimit * max(0, min(itemized, grossIncome - highest))
  }

  private func credit(_ tax: inout FederalTax, _ household: Household) {
    // Credits that are not paid out end with the tax; the child credit is paid out in part.
    var left = tax.regular + tax.alternativeMinimum
    if let saversCredit, household.deferral401k > 0 {
      tax.saversCredit = min(
        left, saversCredit.share(at: tax.grossIncome) * min(saversCreditLimit, household.deferral401k))
      left -= tax.saversCredit
    }
    if household.children > 0 {
      let whole = max(
        0, childCredit * Double(household.children) - (childCreditPhaseOut?.value(at: tax.grossIncome) ?? 0))
      let used = min(left, whole)
      tax.childCreditRefunded = min(
        whole - used, childCreditRefundable * Double(household.children),
        childCreditEarned?.tax(on: household.earnedIncome) ?? 0)
      tax.childCredit = used + tax.childCreditRefunded
      left -= used
    }
    // It comes off as far as the regular tax is above the tentative one. Reference: IRC 53(c).
    tax.minimumTaxCreditUsed = max(0, min(household.minimumTaxCredit, left - tax.tentativeMinimum))
    tax.minimumTaxCreditLeft =
      household.minimumTaxCredit - tax.minimumTaxCreditUsed + tax.minimumTaxCreditEarned
    let credit = earnedCredits[min(3, household.children)]
    tax.earnedIncomeCredit =
      credit?.amount(earned: household.earnedIncome, grossIncome: tax.grossIncome, gain: household.longTermGain) ?? 0
  }
}
