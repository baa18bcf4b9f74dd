extension AbroadLaw {
  /// Income tax of a resident less the low-income offset, and the Medicare levy. The year begins on 1 July. The surcharge of
  /// high incomes without hospital cover is not here.
  func australia(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard let brackets = table("bracket", earner, year) else { return nil }
    let taxable = max(0, earner.pay - earner.pension)
    let offset = table("low_income_offset", earner, year)?.value(at: taxable) ?? 0
    let levy = (table("medicare_levy", earner, year)?.share(at: 0) ?? 0) * taxable
    let ramp = table("medicare_levy.ramp", earner, year)?.tax(on: taxable) ?? levy
    return AbroadTax(
      earner, taxable: taxable, taxes: [.init("income_tax", max(0, brackets.tax(on: taxable) - offset))],
      contributions: [.init("medicare_levy", min(levy, ramp))],
      employer: [
        .init("superannuation", table("employer.superannuation", earner, year)?.tax(on: earner.pay) ?? 0)
      ], brackets: [TaxBrackets("Income tax", brackets, on: taxable)].compactMap { $0 })
  }
}
