extension AbroadLaw {
  /// Income tax of a resident, and the Central Provident Fund of citizens and permanent residents up to 55, which is one's own.
  func singapore(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard let brackets = table("bracket", earner, year), let fund = table("payroll.cpf", earner, year) else {
      return nil
    }
    let saved = fund.tax(on: earner.pay)
    let taxable = max(0, earner.pay - saved - earner.pension - amount("earned_income_relief", earner, year))
    return AbroadTax(
      earner, taxable: taxable, taxes: [.init("income_tax", brackets.tax(on: taxable))],
      savings: [.init("cpf", saved)],
      employer: [.init("employer_cpf", table("employer.cpf", earner, year)?.tax(on: earner.pay) ?? 0)],
      brackets: [TaxBrackets("Income tax", brackets, on: taxable)].compactMap { $0 })
  }
}
