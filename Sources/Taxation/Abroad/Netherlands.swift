extension AbroadLaw {
  /// Box 1 income tax with national insurance in it, less the general and the labour credit. The 30 % ruling leaves out its
  /// share of pay up to a cap, and no more than leaves the least taxable salary.
  func netherlands(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard let brackets = table("bracket", earner, year) else { return nil }
    var taxable = max(0, earner.pay - earner.pension)
    if earner.hasRuling {
      let share = table("expat_exempt_share", earner, year)?.share(at: 0) ?? 0
      let exempt = share * min(taxable, amount("expat_salary_cap", earner, year))
      taxable -= max(0, min(exempt, taxable - amount("expat_min_taxable_salary", earner, year)))
    }
    let credits =
      (table("general_credit", earner, year)?.value(at: taxable) ?? 0)
      + (table("labour_credit", earner, year)?.value(at: taxable) ?? 0)
    return AbroadTax(
      earner, taxable: taxable, taxes: [.init("income_tax", max(0, brackets.tax(on: taxable) - credits))],
      brackets: [TaxBrackets("Income tax, before credits", brackets, on: taxable)].compactMap { $0 })
  }
}
