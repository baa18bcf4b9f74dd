/// A household's taxes of a year in the United States, in dollars.
public struct UnitedStatesTax: Sendable, Equatable {
  public let household: Household
  /// With the standard deduction.
  public let standard: FederalTax
  /// With state and local tax deducted instead, whether that is less or not.
  public let itemized: FederalTax
  public let social: SocialTax
  public let state: StateTax
  public let payroll: Double
  public let local: Double
  /// About what a county that was not named takes, where every county takes something.
  public let unnamedLocal: Double
  /// State and local income tax that may be deducted.
  public let deductible: Double
  /// Where work is in another place than home: what that place takes, and credits for it. `state` and `local` are then those
  /// of home before credits, and `payroll` is that of both.
  public let elsewhere: ElsewhereTax?

  /// Whether itemizing is less; where both come to the same, as under the alternative minimum tax, it is not.
  public var itemizes: Bool { itemized.total < standard.total - 0.005 }

  /// The better of the two.
  public var federal: FederalTax { itemizes ? itemized : standard }

  /// All taxes, with the better federal one.
  public var total: Double { federal.total + apartFromFederal }

  private var apartFromFederal: Double { social.total + incomeTaxOfStates + payroll + localTaxes }

  /// Of home and work, less credits.
  public var incomeTaxOfStates: Double { state.total + (elsewhere?.netStateTax ?? 0) }
  /// Of home and work, less credits.
  public var localTaxes: Double { local + unnamedLocal + (elsewhere?.netLocalTax ?? 0) }

  /// Pay and gain, less what is put aside, less all taxes.
  public func net() -> Double { household.grossIncome + household.smallBusinessGain - total }

  /// The same by the convention of reference answers: with the standard deduction, and without a county that is not named.
  public func netByStandardDeduction() -> Double { net() + federal.total - standard.total + unnamedLocal }
}

/// The tax law of the United States, made ready by year, state and filing status as it is asked for.
///
///     var law = UnitedStatesLaw(facts)
///     law.tax(Household(wages: 180_000), state: "CO", year: 2026).net()
public struct UnitedStatesLaw {
  private struct Key: Hashable {
    let place: String
    let filing: FilingStatus
    let year: Int
  }

  public let law: TaxLaw
  private var federal: [Key: FederalRules] = [:]
  private var states: [Key: StateRules] = [:]
  private var localities: [Key: LocalRules?] = [:]

  public init(_ law: TaxLaw) { self.law = law }

  /// Home and work in one place.
  ///
  /// - Parameters:
  ///   - state: `CO`, which the law must cover.
  ///   - locality: A place within it, as the law names it: `US-NY-NYC`.
  ///   - localRate: A share of wages that a place without rows of its own takes.
  public mutating func tax(
    _ household: Household, state: String, locality: String? = nil, localRate: Double = 0, year: Int
  ) -> UnitedStatesTax {
    tax(household, sites: WorkSites(state, locality: locality, localRate: localRate), year: year)
  }

  /// Home and work in one place or in two: wages are taxed where work is done and credited at home, except under
  /// reciprocity and convenience rules.
  ///
  ///     law.tax(Household(wages: 250_000), sites: WorkSites(home: TaxSite(state: "NJ"), work: TaxSite(state: "NY")), year: 2026)
  public mutating func tax(_ household: Household, sites: WorkSites, year: Int) -> UnitedStatesTax {
    let federal = federalRules(household.filing, year)
    let home = sites.home
    let rules = stateRules(home.state, household.filing, year)
    let social = federal.socialTax(household)
    let standard = federal.tax(household)
    func resident(_ rules: StateRules) -> StateTax {
      rules.tax(
        household, federal: standard, social: social, socialByEarner: federal.socialTaxByEarner(household))
    }
    let stateTax = resident(rules)
    let city = home.locality.flatMap { localRules($0, household.filing, year) }
    var local = home.localRate * (household.wages + household.spouseWages)
    if let city { local += city.tax(household, state: stateTax, federal: standard) }
    var payroll = rules.payrollTax(household)
    var elsewhere: ElsewhereTax?
    if let work = sites.elsewhere {
      let there = stateRules(work.state, household.filing, year)
      let sourced = SourcedTax(
        household: household, sites: sites, work: work, rules: law.sourcing, year: year, homeTax: stateTax,
        workTax: resident(there), homeRules: rules, workRules: there, homeCity: city,
        workCity: work.locality.flatMap { localRules($0, household.filing, year) }, homeLocal: local)
      let result = sourced.elsewhere()
      (elsewhere, local) = (result.tax, result.homeLocal)
      payroll = sourced.payroll
    }
    let unnamed = home.hasLocality ? 0 : rules.unnamedLocalRate * stateTax.taxable
    let paid = max(0, stateTax.total + local + unnamed + (elsewhere?.total ?? 0))
    let deductible = min(paid, federal.stateTaxCap?.value(at: standard.grossIncome) ?? paid)
    return UnitedStatesTax(
      household: household, standard: standard, itemized: federal.tax(household, itemized: deductible), social: social,
      state: stateTax, payroll: payroll, local: local, unnamedLocal: unnamed, deductible: deductible,
      elsewhere: elsewhere)
  }

  /// What employers withhold of bonuses and stock at flat rates, which may be less than is owed: federal, and of the state
  /// where it has a flat rate. Reference: Treas. Reg. 31.3402(g)-1.
  public func withheld(
    onSupplemental pay: Double, state: String, filing: FilingStatus, year: Int
  ) -> (federal: Double, state: Double?) {
    func table(_ place: String) -> TaxTable? {
      law.table("withholding.supplemental", in: place, filing: filing, year: year)
    }
    return (table("US")?.tax(on: pay) ?? 0, table("US-\(state)")?.tax(on: pay))
  }

  /// What the state takes of wages beside income tax, by name.
  public mutating func payrollItems(of state: String, filing: FilingStatus, year: Int) -> [String] {
    stateRules(state, filing, year).payroll.map(\.name)
  }

  private mutating func federalRules(_ filing: FilingStatus, _ year: Int) -> FederalRules {
    let key = Key(place: "US", filing: filing, year: year)
    if let found = federal[key] { return found }
    let made = FederalRules(law, filing: filing, year: year)
    federal[key] = made
    return made
  }

  private mutating func stateRules(_ state: String, _ filing: FilingStatus, _ year: Int) -> StateRules {
    let key = Key(place: state, filing: filing, year: year)
    if let found = states[key] { return found }
    let made = StateRules(law, state: state, filing: filing, year: year)
    states[key] = made
    return made
  }

  mutating func localRules(_ place: String, _ filing: FilingStatus, _ year: Int) -> LocalRules? {
    let key = Key(place: place, filing: filing, year: year)
    if let found = localities[key] { return found }
    let made = LocalRules(law, place: place, filing: filing, year: year)
    localities[key] = made
    return made
  }
}
