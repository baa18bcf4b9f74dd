extension AbroadLaw {
  /// Federal and provincial income tax, the pension plan and employment insurance.
  ///
  /// Personal amounts, the base part of the pension plan and insurance give a credit at the lowest rate; the enhanced part
  /// is deducted. Quebec has a plan and insurance of its own, an abatement of federal tax, and credits its basic amount
  /// alone. Northern refundable credits and Quebec's drug premium are not here.
  func canada(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    var federal = earner
    federal.place = "CA"
    guard let brackets = table("bracket", federal, year), earner.place != "CA",
      let provincial = law.table("bracket", in: earner.place, filing: nil, year: year)
    else { return nil }
    let isQuebec = earner.place == "CA-QC"
    let plan = isQuebec ? "qpp" : "cpp"
    func contribution(_ name: String) -> Double { table("payroll." + name, earner, year)?.tax(on: earner.pay) ?? 0 }
    let (pension, pension2) = (contribution(plan), contribution(plan + "2"))
    let (insurance, parental) = (contribution("ei"), isQuebec ? contribution("qpip") : 0)
    let whole = table("payroll." + plan, earner, year)?.rows.map(\.rate).max() ?? 0
    let base = whole > 0 ? pension * (table(plan + ".base_rate", earner, year)?.share(at: 0) ?? 0) / whole : 0
    let income = max(0, earner.pay - earner.pension - (pension - base) - pension2)
    let credited = base + insurance + parental
    func amount(_ name: String, _ who: AbroadEarner) -> Double {
      law.table(name, in: who.place, filing: nil, year: year)?.value(at: income) ?? 0
    }
    let federalAmounts = amount("basic_amount", federal) + amount("employment_amount", federal)
    var federalTax = max(0, brackets.tax(on: income) - brackets.firstRate * (federalAmounts + credited))
    federalTax *= 1 - (table("federal_abatement", earner, year)?.share(at: 0) ?? 0)

    let worker = law.table("worker_deduction", in: earner.place, filing: nil, year: year)?.rows.first
    let provincialIncome = income - (worker.map { min($0.amount, $0.rate * earner.pay) } ?? 0)
    // The Yukon takes the federal amounts.
    let ownAmounts =
      amount("basic_amount", earner) + (earner.place == "CA-YT" ? amount("employment_amount", federal) : 0)
    let provincialCredit = provincial.firstRate * (isQuebec ? ownAmounts : ownAmounts + credited)
    var provincialTax = max(0, provincial.tax(on: provincialIncome) - provincialCredit)
    provincialTax += table("surtax_on_tax", earner, year)?.tax(on: provincialTax) ?? 0
    provincialTax += table("health_premium", earner, year)?.heldValue(at: income) ?? 0

    var contributions: [AbroadTax.Item] = [.init(plan, pension), .init(plan + "2", pension2), .init("ei", insurance)]
    if isQuebec { contributions.append(.init("qpip", parental)) }
    return AbroadTax(
      earner, taxable: income,
      taxes: [.init("federal_income_tax", federalTax), .init("provincial_income_tax", provincialTax)],
      contributions: contributions,
      brackets: [
        TaxBrackets("Federal income tax, before credits", brackets, on: income),
        TaxBrackets("Provincial income tax, before credits", provincial, on: provincialIncome),
      ].compactMap { $0 })
  }
}

extension TaxTable {
  /// The rate of the first bracket, at which credits are counted.
  var firstRate: Double { rows.first?.rate ?? 0 }

  /// The value at x, never above the amount at which the next row begins: premiums that rise in ramps to plateaus.
  func heldValue(at x: Double) -> Double {
    guard let next = rows.first(where: { $0.floor > x }) else { return value(at: x) }
    return min(value(at: x), max(next.amount, rows.last { $0.floor <= x }?.amount ?? 0))
  }
}
