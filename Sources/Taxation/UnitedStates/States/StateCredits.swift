extension StateRules {
  /// Credits that end with the tax, then what is added flat, then those that are paid out.
  func credit(_ tax: inout StateTax, _ household: Household, federal: FederalTax) {
    let income = tax.grossIncome
    let children = Double(household.children)
    let persons = Double(household.persons)
    // Summed before they are held at 0: in Utah the loss of one eats the other.
    let personal = max(
      0,
      (personalCredit?.unheld(at: income) ?? 0) + children * (dependentCredit?.unheld(at: income) ?? 0)
        + persons * (personCredit?.unheld(at: income) ?? 0))
    var unpaid = personal + twoEarners.credit(household, tax: tax, rules: self)
    let row = min(3, household.children)
    var alternative = 0.0
    if let table = earnedCreditMatchUnpaid[row], federal.earnedIncomeCredit > 0 {
      let match = table.matched(federal.earnedIncomeCredit, at: income, amountIsCap: true)
      alternative = (earnedCreditMatchAlternative[row]?.share(at: income) ?? 0) * federal.earnedIncomeCredit
      // Only what the tax leaves room for is had of the match.
      if alternative > min(match, max(0, tax.beforeCredits - unpaid)) {
        tax.earnedCredit = alternative
      } else {
        alternative = 0
        tax.earnedCredit = match
        unpaid += match
      }
    }
    tax.credits = min(tax.beforeCredits, unpaid)
    tax.beforeCredits += additionFlat
    tax.refunds =
      (refundablePersonal?.value(at: income) ?? 0) + children * (refundableDependent?.value(at: income) ?? 0)
      + persons * (refundablePerson?.value(at: income) ?? 0) + alternative
    if let table = earnedCreditMatch[row], federal.earnedIncomeCredit > 0 {
      let match = table.matched(federal.earnedIncomeCredit, at: income, amountIsCap: false)
      tax.earnedCredit += match
      tax.refunds += match
    }
    let own = lowIncome.earned(household, federal: federal)
    tax.earnedCredit += own
    tax.refunds += own + lowIncome.other(household, federal: federal)
  }
}

extension TaxTable {
  /// A share of the federal earned income credit: with `amount` at most that, or that on top.
  fileprivate func matched(_ credit: Double, at income: Double, amountIsCap: Bool) -> Double {
    guard let row = row(at: income) else { return 0 }
    let match = row.rate * credit
    guard row.amount > 0 else { return match }
    return amountIsCap ? min(match, row.amount) : match + row.amount
  }
}
