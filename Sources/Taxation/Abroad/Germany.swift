extension AbroadLaw {
  /// Income tax by the formula of section 32a EStG, its solidarity surcharge, and social insurance.
  ///
  /// Pension contributions come off whole, of health insurance the part that buys no sick pay, care insurance whole. Couples
  /// are taxed on half of what both earn, twice. Church tax is not here.
  func germany(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard
      let scale = table("bracket.linear", earner, year)
        ?? law.table("bracket.linear", in: "DE", filing: .single, year: year)
    else { return nil }
    func contribution(_ name: String) -> Double { table("payroll." + name, earner, year)?.tax(on: earner.pay) ?? 0 }
    let (pension, jobless, health) = (contribution("pension"), contribution("unemployment"), contribution("health"))
    var care = contribution("care")
    if earner.children == 0 { care += contribution("care_childless_extra") }
    let insured = pension + care + health * (table("health.deductible_share", earner, year)?.share(at: 0) ?? 1)
    let income =
      earner.pay - earner.pension - insured - amount("employee_deduction", earner, year)
      - amount("special_expenses_deduction", earner, year) * (earner.isMarried ? 2 : 1)
    let parts = earner.isMarried ? 2.0 : 1.0
    let taxable = max(0, income)
    // The law cuts taxable income and the tax to whole euros.
    let tax = (scale.linearTax(on: (taxable / parts).rounded(.down)).rounded(.down)) * parts
    return AbroadTax(
      earner, taxable: taxable,
      taxes: [.init("income_tax", tax), .init("solidarity_surcharge", solidarity(tax, earner, year, parts))],
      contributions: [
        .init("pension_insurance", pension), .init("unemployment_insurance", jobless),
        .init("health_insurance", health),
        .init("care_insurance", care),
      ])
  }

  /// None up to an amount of tax; then the less of a share of the tax and a larger share of what is above.
  private func solidarity(_ tax: Double, _ earner: AbroadEarner, _ year: Int, _ parts: Double) -> Double {
    guard let row = table("solidarity_surcharge", earner, year)?.rows.first else { return 0 }
    let free = row.amount * parts
    guard tax > free else { return 0 }
    let ramp = table("solidarity_surcharge.ramp", earner, year)?.share(at: 0) ?? 1
    return min(row.rate * tax, ramp * (tax - free))
  }
}

extension TaxTable {
  /// The tax on x where the marginal rate rises from each row's rate to its amount, the rate at the next floor; the last row's
  /// rate stays.
  func linearTax(on x: Double) -> Double {
    rows.indices.reduce(0) { sum, index in
      let row = rows[index]
      guard x > row.floor else { return sum }
      guard index + 1 < rows.count else { return sum + row.rate * (x - row.floor) }
      let width = rows[index + 1].floor - row.floor
      let part = min(x, rows[index + 1].floor) - row.floor
      return sum + row.rate * part + (row.amount - row.rate) * part * part / (2 * width)
    }
  }
}
