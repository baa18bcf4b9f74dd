/// The income tax of a city, county or district, on those who live there and on those who only work there, of one year and
/// filing status.
final class LocalRules: Sendable {
  let place: String
  private let brackets: TaxTable?
  private let wholeBrackets: TaxTable?
  private let wageRate: TaxTable?
  private let shareOfStateTax: Double
  private let credit: TaxTable?
  private let creditBrackets: TaxTable?
  private let creditLimit: Double
  private let flat: Double
  /// Of the federal earned income credit, by the state's income.
  private let earnedCreditShare: TaxTable?
  /// Times the rate that falls on the last dollar: the same elsewhere, at most the tax.
  private let earnedCreditMultiple: Double
  private let nonresidentWageRate: TaxTable?
  /// Comes off wages earned there, by those wages.
  private let nonresidentExclusion: TaxTable?
  private let nonresidentFlat: Double
  private let taxesNonresidentsOnBrackets: Bool
  private let sparesResidentsOfState: Bool
  /// Falls on work done there alone, not on residents who work elsewhere.
  let isWhereWorked: Bool

  init?(_ law: TaxLaw, place: String, filing: FilingStatus, year: Int) {
    guard law.covers(place) else { return nil }
    func table(_ name: String) -> TaxTable? { law.table("local." + name, in: place, filing: filing, year: year) }
    self.place = place
    brackets = table("bracket")
    wholeBrackets = table("whole_bracket")
    wageRate = table("wage_rate")
    shareOfStateTax = table("share_of_state_tax")?.share(at: 0) ?? 0
    credit = table("credit")
    creditBrackets = table("credit_bracket")
    creditLimit = table("credit_bracket_limit")?.value(at: 0) ?? .infinity
    flat = table("flat")?.value(at: 0) ?? 0
    earnedCreditShare = table("eitc_share")
    nonresidentWageRate = table("wage_rate_nonresident")
    nonresidentExclusion = table("nonresident_exclusion")
    nonresidentFlat = table("flat_nonresident")?.value(at: 0) ?? 0
    isWhereWorked = table("where_worked") != nil
    let state = String(place.prefix(5))
    func stateTable(_ name: String) -> TaxTable? {
      law.table("local." + name, in: state, filing: filing, year: year)
    }
    taxesNonresidentsOnBrackets = (table("nonresident_brackets") ?? stateTable("nonresident_brackets")) != nil
    sparesResidentsOfState = stateTable("nonresidents_of_state_only") != nil
    earnedCreditMultiple = stateTable("eitc_multiple")?.share(at: 0) ?? 0
  }

  /// On the state's taxable income, on wages, or a share of the state's tax; below 0 only where a credit is paid out.
  func tax(_ household: Household, state: StateTax, federal: FederalTax) -> Double {
    var sum = brackets?.tax(on: state.taxable) ?? 0
    sum += (wholeBrackets?.share(at: state.taxable) ?? 0) * state.taxable
    sum += [household.wages, household.spouseWages].reduce(0) { $0 + (wageRate?.tax(on: $1) ?? 0) }
    sum += shareOfStateTax * max(0, state.total)
    sum += flat
    sum -= credit?.value(at: state.grossIncome) ?? 0
    if state.grossIncome <= creditLimit { sum -= creditBrackets?.tax(on: state.taxable) ?? 0 }
    sum = max(0, sum)
    let rate = (wholeBrackets ?? brackets)?.marginalRate(at: state.taxable) ?? 0
    sum -= min(sum, earnedCreditMultiple * rate * federal.earnedIncomeCredit)
    return sum - (earnedCreditShare?.value(at: state.grossIncome) ?? 0) * federal.earnedIncomeCredit
  }

  /// Whether those who only work there pay.
  func taxesNonresidents(livingInState: Bool) -> Bool {
    if sparesResidentsOfState, livingInState { return false }
    return nonresidentWageRate != nil || nonresidentFlat > 0 || taxesNonresidentsOnBrackets
  }

  /// The tax of someone who only works there.
  ///
  /// - Parameters:
  ///   - wages: Those earned there.
  ///   - taxable: The part of the state's taxable income that is earned there.
  func taxOnNonresident(wages: Double, taxable: Double) -> Double {
    guard wages > 0 else { return 0 }
    let excluded = nonresidentExclusion?.value(at: wages) ?? 0
    var sum = nonresidentFlat + (nonresidentWageRate?.tax(on: max(0, wages - excluded)) ?? 0)
    if taxesNonresidentsOnBrackets { sum += brackets?.tax(on: taxable) ?? 0 }
    return sum
  }
}
