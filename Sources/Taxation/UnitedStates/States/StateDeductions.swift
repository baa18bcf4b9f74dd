extension StateRules {
  /// All that comes off a state's income before its brackets.
  func deductions(
    _ household: Household, grossIncome: Double, federal: FederalTax, social: SocialTax, socialByEarner: [Double]
  ) -> Double {
    var sum = standardDeduction?.value(at: deductsByFederalIncome ? federal.grossIncome : grossIncome) ?? 0
    // Where FICA counts as an itemized deduction, the larger of the two.
    if isSocialTaxItemizable { sum = max(sum, social.total) }
    sum += exemption?.value(at: grossIncome) ?? 0
    sum += Double(household.persons) * (perPerson?.value(at: grossIncome) ?? 0)
    sum += Double(household.children) * (perDependent?.value(at: grossIncome) ?? 0)
    sum += socialByEarner.reduce(0) { $0 + min(socialTaxCap, $1) }
    if let federalTaxShare {
      let part = federalTaxShare.share(at: grossIncome) * federalTaxBase(federal)
      sum += min(part, federalTaxCap?.value(at: grossIncome) ?? .infinity)
    }
    if let medicalFloor { sum += max(0, household.premiums - medicalFloor * grossIncome) }
    if household.hasTwoEarners { sum += min(twoEarnerDeduction, min(household.wages, household.spouseWages)) }
    return sum
  }

  /// The federal tax a state lets one deduct: where a cap holds, that before credits that are paid out and without the
  /// tax on investment income; without a cap, with that tax and after the child credit.
  private func federalTaxBase(_ federal: FederalTax) -> Double {
    federalTaxCap == nil ? max(0, federal.beforeRefunds + federal.netInvestment) : federal.beforeRefunds
  }
}
