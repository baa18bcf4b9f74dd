extension AbroadLaw {
  /// Income tax less credits, universal social charge on all pay, and pay-related social insurance.
  func ireland(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard let brackets = table("bracket", earner, year), let charge = table("payroll.usc", earner, year),
      let insurance = table("payroll.prsi", earner, year)
    else { return nil }
    let taxable = max(0, earner.pay - earner.pension)
    let credits = amount("credit.personal", earner, year) + amount("employee_credit", earner, year)
    // No charge at all up to an income; a pension does not lower it.
    let exempt = amount("usc.exempt_up_to", earner, year)
    return AbroadTax(
      earner, taxable: taxable, taxes: [.init("income_tax", max(0, brackets.tax(on: taxable) - credits))],
      contributions: [
        .init("usc", earner.pay <= exempt ? 0 : charge.tax(on: earner.pay)),
        .init("prsi", earner.pay <= amount("prsi.exempt_up_to", earner, year) ? 0 : insurance.tax(on: earner.pay)),
      ], brackets: [TaxBrackets("Income tax, before credits", brackets, on: taxable)].compactMap { $0 })
  }
}
