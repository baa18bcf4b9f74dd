import Compensation
import Quantities
import Taxation

extension TakeHome {
  /// Offer years in dollars, one after the other: what is bought and held in one is sold in the next, and alternative
  /// minimum tax of one comes back as a credit in later ones. The tax on what is held at the end counts in the last year.
  func unitedStates(
    _ offer: Offer, _ income: [TaxableIncome], _ sites: WorkSites, under terms: ValuationTerms
  ) -> [YearTax]? {
    guard let last = income.indices.last, last > 0, law.law.covers("US-\(sites.home.state)") else { return nil }
    var years: [YearTax] = []
    var credit = 0.0
    var excludable = law.smallBusinessCap
    for year in 0..<last {
      years.append(tax(offer, income[year], sites, calendarYear(year + 1, terms), &credit, &excludable))
    }
    let after = income[last]
    guard after.isWithheldFlat else { return years }
    // Pay goes on as in the last year, so that the sale meets the brackets it would.
    var sale = after
    sale.wages += income[last - 1].wages
    sale.supplemental += income[last - 1].supplemental
    var plain = TaxableIncome()
    (plain.wages, plain.supplemental) = (income[last - 1].wages, income[last - 1].supplemental)
    let next = calendarYear(last + 1, terms)
    var none = 0.0
    let without = tax(offer, plain, sites, next, &none, &excludable)
    let with = tax(offer, sale, sites, next, &credit, &excludable)
    years[last - 1].add(with, less: without)
    return years
  }

  private func tax(
    _ offer: Offer, _ income: TaxableIncome, _ sites: WorkSites, _ year: Int, _ credit: inout Double,
    _ excludable: inout Double
  ) -> YearTax {
    let (household, without) = household(offer, income, credit: credit, excludable: &excludable)
    let owed = law.tax(household, sites: sites, year: year)
    let before = law.tax(without, sites: WorkSites(home: sites.home), year: year)
    var result = YearTax(total: owed.total - before.total)
    result.lines = lines(owed, before)
    result.brackets = law.brackets(of: owed, state: sites.home.state, year: year)
    result.rules = owed.elsewhere?.rules ?? []
    result.lawYear = law.law.newestYear(of: "US", upTo: year)
    result.minimumTax = owed.federal.alternativeMinimum
    result.creditUsed = owed.federal.minimumTaxCreditUsed
    result.creditLeft = owed.federal.minimumTaxCreditLeft
    credit = owed.federal.minimumTaxCreditLeft
    if income.isWithheldFlat { result.setAside = setAside(owed, income, sites, year) }
    return result
  }

  /// Income tax on what is paid apart and on stock, less what employers withhold of it: federal, and of a state with a flat
  /// rate.
  private func setAside(_ all: UnitedStatesTax, _ income: TaxableIncome, _ sites: WorkSites, _ year: Int) -> Double {
    var household = all.household
    let apart = income.supplemental + income.withoutFICA
    household.wages = max(household.deferral401k + household.hsa + household.premiums, household.wages - apart)
    (household.wagesWithoutFICA, household.longTermGain, household.smallBusinessGain) = (0, 0, 0)
    (household.incentiveBargain, household.incentiveSale, household.minimumTaxCredit) = (0, 0, 0)
    let regular = law.tax(household, sites: sites, year: year)
    let state = (sites.work ?? sites.home).state
    let withheld = law.withheld(
      onSupplemental: income.supplemental, state: state, filing: facts.filing, year: year)
    let federal = max(0, all.federal.total - regular.federal.total - withheld.federal)
    return federal + (withheld.state.map { max(0, all.incomeTaxOfStates - regular.incomeTaxOfStates - $0) } ?? 0)
  }

  /// The household with the offer's pay, and the one in which there is the spouse's alone.
  private func household(
    _ offer: Offer, _ income: TaxableIncome, credit: Double, excludable: inout Double
  ) -> (with: Household, without: Household) {
    var household = Household(filing: facts.filing, wages: max(0, income.wages))
    household.children = facts.children
    household.spouseWages = facts.filing == .joint ? facts.spouseWages : 0
    // Below 0 where costs come off income tax alone.
    household.wagesWithoutFICA = min(household.wages, income.withoutFICA)
    household.smallBusinessGain = min(excludable, max(0, income.smallBusinessGain))
    excludable -= household.smallBusinessGain
    household.longTermGain = max(0, income.gain) + max(0, income.smallBusinessGain) - household.smallBusinessGain
    household.incentiveBargain = max(0, income.bargain)
    household.incentiveSale = min(household.longTermGain, max(0, income.incentiveSale))
    household.minimumTaxCredit = credit
    let premiums = offer.hasNoHealthCover ? 0 : 12 * (offer.health?.premiumPerMonth ?? 0)
    household.premiums = min(household.wages, premiums)
    household.deferral401k = min(household.wages - household.premiums, facts.deferral401k)
    household.hsa = min(household.wages - household.premiums - household.deferral401k, facts.hsa)
    // No payroll takes HSA money of a contract before FICA.
    if offer.work.isContractor { household.wagesWithoutFICA -= household.hsa }
    var without = Household(filing: facts.filing, wages: 0)
    without.children = facts.children
    without.spouseWages = household.spouseWages
    return (household, without)
  }

  /// Tax by tax, with the offer less without it.
  private func lines(_ owed: UnitedStatesTax, _ before: UnitedStatesTax) -> [TaxedOffer.Line] {
    func amounts(_ tax: UnitedStatesTax) -> [(String, Double)] {
      let federal = tax.federal
      return [
        ("federal_income_tax", federal.total - federal.alternativeMinimum + federal.minimumTaxCreditUsed),
        ("alternative_minimum_tax", federal.alternativeMinimum),
        ("minimum_tax_credit", -federal.minimumTaxCreditUsed), ("fica", tax.social.total),
        ("state_income_tax", tax.state.total), ("state_income_tax_at_work", tax.elsewhere?.stateTax ?? 0),
        ("state_credit", -(tax.elsewhere.map { $0.creditAtHome + $0.creditAtWork } ?? 0)),
        ("state_payroll", tax.payroll), ("local_tax", tax.local), ("unnamed_local_tax", tax.unnamedLocal),
        ("local_tax_at_work", tax.elsewhere?.localTax ?? 0), ("local_credit", -(tax.elsewhere?.localCreditAtHome ?? 0)),
      ]
    }
    return zip(amounts(owed), amounts(before)).map { .init($0.0, $0.1 - $1.1) }.filter { abs($0.amount) >= 0.005 }
  }
}

extension UnitedStatesLaw {
  /// The most gain on qualified small business stock that stays untaxed.
  fileprivate var smallBusinessCap: Double {
    law.table("gain.small_business_cap", in: "US", filing: .single, year: 2025)?.value(at: 0) ?? .infinity
  }
}

extension YearTax {
  /// What a sale after the window brings on top of a year without it.
  fileprivate mutating func add(_ with: YearTax, less without: YearTax) {
    total += with.total - without.total
    for line in with.lines {
      let amount = line.amount - (without.lines.first { $0.name == line.name }?.amount ?? 0)
      guard abs(amount) >= 0.005 else { continue }
      lines.append(.init("later_" + line.name, amount))
    }
    setAside += with.setAside - without.setAside
    creditUsed += with.creditUsed
    creditLeft = with.creditLeft
  }
}
