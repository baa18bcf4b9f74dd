/// What a state takes of an employee's wages, beside income tax: disability, family leave, unemployment.
struct PayrollItem: Sendable {
  /// Which wages it falls on.
  enum Base: String, Sendable {
    case gross
    /// Less money into a health savings account and section 125 choices.
    case fica
    /// Less section 125 choices.
    case afterPremiums = "after_premiums"
    /// Less deferrals too.
    case incomeTax = "income_tax"
  }

  /// `sdi`, `pfml`, ...
  let name: String
  let base: Base
  let table: TaxTable
  /// Whether residents owe it wherever they work, not only those who work in the state.
  var followsResidence = false

  /// `gross.pfml`; nil for a base that is not known, as with what employers may take but mostly pay themselves.
  init?(_ name: String, _ table: TaxTable) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let base = Base(rawValue: parts[0]) else { return nil }
    self.name = parts[1]
    self.base = base
    self.table = table
  }

  func amount(_ household: Household) -> Double {
    let aside =
      switch base {
      case .gross: 0.0
      case .fica: household.hsa + household.premiums
      case .afterPremiums: household.premiums
      case .incomeTax: household.hsa + household.premiums + household.deferral401k
      }
    // They follow FICA: shares sold are no wages to them.
    let wages = household.wages - max(0, household.wagesWithoutFICA)
    return table.tax(on: max(0, wages - aside)) + table.tax(on: household.spouseWages)
  }
}

extension StateRules {
  func payrollTax(_ household: Household) -> Double { payroll.reduce(0) { $0 + $1.amount(household) } }

  /// What residents owe of pay that they earn in another state.
  func payrollTaxOfResidents(_ household: Household) -> Double {
    payroll.filter(\.followsResidence).reduce(0) { $0 + $1.amount(household) }
  }
}
