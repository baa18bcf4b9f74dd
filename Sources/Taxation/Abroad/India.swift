extension AbroadLaw {
  /// Income tax of the new regime: a rebate up to a limit and a surcharge on high incomes, neither of which may take more than
  /// the income above its line, then the cess. The provident fund of one's own is on the basic part of pay, and is saved. A
  /// pension of one's own is not deducted. The year begins on 1 April.
  func india(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    guard let brackets = table("bracket", earner, year) else { return nil }
    let taxable = max(0, earner.pay - amount("standard_deduction", earner, year))
    let limit = amount("rebate_limit", earner, year)
    func relieved(_ income: Double) -> Double {
      let tax = brackets.tax(on: income)
      return income <= limit ? 0 : min(tax, income - limit)
    }
    let surcharges = table("surcharge_on_tax", earner, year)
    func withSurcharge(_ income: Double, at rate: Double) -> Double { relieved(income) * (1 + rate) }
    let row = surcharges?.rows.last { $0.floor < taxable }
    var tax = withSurcharge(taxable, at: row?.rate ?? 0)
    if let row, row.floor > 0, let below = surcharges?.rows.last(where: { $0.floor < row.floor }) {
      tax = min(tax, withSurcharge(row.floor, at: below.rate) + taxable - row.floor)
    }
    tax *= 1 + (table("cess_on_tax", earner, year)?.share(at: 0) ?? 0)
    let basic = earner.pay * (table("epf.basic_share", earner, year)?.share(at: 0) ?? 0)
    return AbroadTax(
      earner, taxable: taxable, taxes: [.init("income_tax", tax)],
      savings: [.init("epf", table("payroll.epf", earner, year)?.tax(on: basic) ?? 0)],
      brackets: [TaxBrackets("Income tax, before rebate, surcharge and cess", brackets, on: taxable)].compactMap { $0 })
  }
}
