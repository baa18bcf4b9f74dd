/// What a state does for couples who both earn.
struct TwoEarnerRules: Sendable {
  /// Both may compute their tax alone, on one return.
  let filesApart: Bool
  /// Of the lesser earnings, at most an amount.
  private let credit: TaxTable?
  /// A share of the tax, at most an amount.
  private let shareOfTax: TaxTable?
  /// What splitting the brackets saves, at most this.
  private let adjustment: Double
  private let marriage: MarriageCredit?

  /// Whether the brackets of someone single are needed beside those of a couple.
  var needsSingleSchedule: Bool { filesApart || marriage != nil }

  init(_ law: TaxLaw, place: String, year: Int) {
    func table(_ name: String) -> TaxTable? { law.table(name, in: place, filing: .joint, year: year) }
    filesApart = table("two_earners.file_apart") != nil
    credit = table("two_earners.credit")
    shareOfTax = table("two_earners.credit_share")
    adjustment = table("two_earners.spouse_adjustment")?.value(at: 0) ?? 0
    marriage = MarriageCredit(table)
  }

  func credit(_ household: Household, tax: StateTax, rules: StateRules) -> Double {
    guard household.hasTwoEarners else { return 0 }
    let lesser = min(household.wages, household.spouseWages)
    var sum = 0.0
    if let row = credit?.row(at: 0) { sum += min(row.amount, row.rate * lesser) }
    let base = tax.grossIncome - Double(household.persons) * (rules.perPerson?.value(at: tax.grossIncome) ?? 0)
    if let row = shareOfTax?.row(at: base) { sum += min(row.amount, row.rate * tax.beforeCredits) }
    if adjustment > 0, let brackets = rules.brackets {
      let part = min(max(0, lesser - (rules.perPerson?.value(at: tax.grossIncome) ?? 0)), tax.taxable / 2)
      let saved = brackets.tax(on: tax.taxable) - brackets.tax(on: part) - brackets.tax(on: tax.taxable - part)
      sum += min(adjustment, max(0, saved))
    }
    if let marriage { sum += marriage.amount(household, taxable: tax.taxable, rules: rules) }
    return sum
  }
}

extension StateRules {
  /// What both pay alone, by the schedule of someone single; nil where the state does not let them.
  func taxFiledApart(_ tax: StateTax, _ household: Household) -> Double? {
    guard twoEarners.filesApart, let single, household.hasTwoEarners else { return nil }
    // Missouri splits what is taxed of both; elsewhere each deducts for oneself.
    // Gain is taken as both's.
    let gain = (household.longTermGain - tax.excludedGain) / 2
    let spouse = household.spouseWages + gain
    let first = tax.grossIncome - spouse
    if splitsTaxable {
      let whole = first + spouse
      guard whole > 0 else { return nil }
      return [first, spouse].reduce(0) { $0 + single.taxOnBrackets(tax.taxable * $1 / whole, gain: 0) }
    }
    if splitsDeductions {
      let own = min(tax.deductions, max(0, (tax.deductions + first - spouse) / 2))
      return [first - own, spouse - (tax.deductions - own)].reduce(0) {
        $0 + single.taxOnBrackets(max(0, $1), gain: 0)
      }
    }
    let childDeduction = Double(household.children) * (perDependent?.value(at: tax.grossIncome) ?? 0) / 2
    return [first, spouse].reduce(0) { sum, income in
      let own =
        (single.standardDeduction?.value(at: income) ?? 0) + (single.exemption?.value(at: income) ?? 0)
        + (single.perPerson?.value(at: income) ?? 0) + childDeduction
      return sum + single.taxOnBrackets(max(0, income - own), gain: 0)
    }
  }
}
