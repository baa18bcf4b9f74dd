/// The income tax of a city, county or district, for who lives and works there, of one year and filing status.
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
    let state = String(place.prefix(5))
    earnedCreditMultiple = law.table("local.eitc_multiple", in: state, filing: filing, year: year)?.share(at: 0) ?? 0
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
}
