extension AbroadLaw {
  /// Income tax on what is above the personal allowance, which falls by 1 for each 2 above a line, and national insurance on
  /// all pay. Scotland has brackets of its own for earned income. A year begins on 6 April.
  func unitedKingdom(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard let brackets = table("bracket", earner, year), let allowance = table("personal_allowance", earner, year),
      let insurance = table("payroll.national_insurance", earner, year)
    else { return nil }
    let income = max(0, earner.pay - earner.pension)
    let taxable = max(0, income - allowance.value(at: income))
    return AbroadTax(
      earner, taxable: taxable, taxes: [.init("income_tax", brackets.tax(on: taxable))],
      contributions: [.init("national_insurance", insurance.tax(on: earner.pay))],
      employer: [
        .init(
          "employer_national_insurance", table("employer.national_insurance", earner, year)?.tax(on: earner.pay) ?? 0)
      ],
      brackets: [TaxBrackets("Income tax", brackets, on: taxable)].compactMap { $0 })
  }
}
