/// What is known of a household's taxes at home and at work before wages are shared out between both.
struct SourcedTax {
  let household: Household
  let sites: WorkSites
  let work: TaxSite
  let rules: SourcingRules
  let year: Int
  /// The resident's tax at home, and that of the state of work as if one lived there.
  let homeTax: StateTax
  let workTax: StateTax
  let homeRules: StateRules
  let workRules: StateRules
  let homeCity: LocalRules?
  let workCity: LocalRules?
  /// The home city's tax on a resident.
  let homeLocal: Double

  private var home: TaxSite { sites.home }
  private var isOneState: Bool { home.state == work.state }

  /// Everything beside the taxes of home, and home's local tax where that depends on where work is done.
  func elsewhere() -> (tax: ElsewhereTax, homeLocal: Double) {
    var tax = ElsewhereTax(work, home: home.state)
    tax.payrollState = payrollState
    var local = homeLocal
    if homeCity?.isWhereWorked == true, home.locality != work.locality {
      local *= shareOfWages(atHome: sites.shareAtHome)
      tax.rules.append(.whereWorked(place: home.locality ?? ""))
    }
    shareOut(&tax)
    let cityShare = taxCity(&tax)
    creditCity(&tax, share: cityShare, homeLocal: local)
    creditStates(&tax, cityShare: cityShare, homeLocal: local)
    if !isOneState, !homeRules.payroll.isEmpty || !workRules.payroll.isEmpty {
      tax.rules.append(.payroll(state: payrollState))
    }
    return (tax, local)
  }

  /// Where unemployment, disability and family leave are paid: the state of work, home for someone who never goes there.
  var payrollState: String { sites.shareAtHome < 1 ? work.state : home.state }

  /// Both earners' payroll items; the spouse's are those of home.
  var payroll: Double {
    if payrollState == home.state { return homeRules.payrollTax(household) }
    var spouse = Household(filing: household.filing, wages: 0)
    spouse.spouseWages = household.spouseWages
    var first = household
    first.spouseWages = 0
    return workRules.payrollTax(first) + homeRules.payrollTaxOfResidents(first) + homeRules.payrollTax(spouse)
  }

  // MARK: States

  /// The wages that the state of work taxes, and its tax on them: that on all income, as if one lived there, times the
  /// part earned there.
  private func shareOut(_ tax: inout ElsewhereTax) {
    guard !isOneState, !home.state.isEmpty, !work.state.isEmpty else { return }
    let (from, to) = ("US-\(home.state)", "US-\(work.state)")
    guard workRules.hasIncomeTax else {
      tax.rules.append(.noIncomeTax(state: work.state))
      return
    }
    if rules.fact(.noNonresidentTax, to, year: year) != nil {
      tax.rules.append(.noNonresidentTax(work: work.state))
      return
    }
    if rules.fact(.reciprocity, to, from, year: year) != nil {
      tax.rules.append(.reciprocity(home: home.state, work: work.state))
      return
    }
    tax.shareThere = share(at: to, &tax)
    if sites.shareAtHome > 0, rules.fact(.managersConvenience, to, year: year) != nil {
      tax.rules.append(.managersConvenience(state: work.state))
    }
    let base = max(0, workTax.total) + workRules.nonresidentRate * workTax.taxable
    tax.stateTax = base * part(of: workTax, share: tax.shareThere)
    tax.rules.append(.daysWorked(state: work.state, share: tax.shareThere))
  }

  /// Of the first earner's wages, those that count as earned at a place of work.
  private func share(at place: String, _ tax: inout ElsewhereTax) -> Double {
    let there = 1 - sites.shareAtHome
    guard sites.shareAtHome > 0,
      rules.countsDaysAtHome(place, home: "US-\(home.state)", shareThere: there, year: year)
    else { return there }
    tax.rules.append(
      .convenience(
        place: place.count == 5 ? String(place.dropFirst(3)) : place, shareAtHome: sites.shareAtHome))
    return 1
  }

  /// The part of a state's income that is a share of the first earner's wages.
  private func part(of tax: StateTax, share: Double) -> Double {
    guard tax.grossIncome > 0 else { return 0 }
    let gain = max(0, household.longTermGain - tax.excludedGain)
    let first = max(0, tax.grossIncome - household.spouseWages - gain)
    return min(1, share * first / tax.grossIncome)
  }

  /// The smaller of the tax there and the tax at home on what both tax; the other way round where the two states agreed so.
  private func creditStates(_ tax: inout ElsewhereTax, cityShare: Double, homeLocal: Double) {
    guard !isOneState, !home.state.isEmpty else { return }
    let (from, to) = ("US-\(home.state)", "US-\(work.state)")
    let creditsCities = rules.fact(.creditsCities, from, year: year) != nil
    let paid = tax.stateTax + (creditsCities ? tax.netLocalTax : 0)
    guard paid > 0 else { return }
    guard homeRules.hasIncomeTax else {
      tax.rules.append(.noIncomeTax(state: home.state))
      return
    }
    let onBoth = part(of: homeTax, share: max(tax.shareThere, cityShare))
    let homeTax = max(0, homeTax.total) * onBoth
    if rules.fact(.reverseCredit, to, from, year: year) != nil {
      tax.creditAtWork = min(tax.stateTax, homeTax)
      if tax.creditAtWork > 0 {
        tax.rules.append(.reverseCredit(by: work.state, of: home.state, amount: tax.creditAtWork))
      }
      return
    }
    tax.creditAtHome = min(paid, homeTax)
    if tax.creditAtHome > 0 {
      let other = tax.stateTax > 0 ? work.state : work.locality ?? work.state
      tax.rules.append(.credit(by: home.state, of: other, amount: tax.creditAtHome))
    }
    if rules.fact(.countyAfterState, from, year: year) != nil, let county = home.locality {
      let credit = min(paid - tax.creditAtHome, max(0, homeLocal * onBoth - tax.localCreditAtHome))
      guard credit > 0 else { return }
      tax.localCreditAtHome += credit
      tax.rules.append(.credit(by: county, of: work.state, amount: credit))
    }
  }

  // MARK: Cities

  /// The share of wages that the city of work taxes, 0 for none, and its tax on them.
  private func taxCity(_ tax: inout ElsewhereTax) -> Double {
    guard work.hasLocality, home.locality == nil || home.locality != work.locality else { return 0 }
    let name = work.locality ?? ""
    let city = workCity.flatMap { $0.taxesNonresidents(livingInState: isOneState) ? $0 : nil }
    guard work.localRate > 0 || city != nil else {
      tax.rules.append(.residentsOnly(place: name))
      return 0
    }
    let share = share(at: name, &tax)
    tax.localTax = work.localRate * household.wages * share
    if let city {
      let taxable = workTax.taxable * part(of: workTax, share: share)
      tax.localTax += city.taxOnNonresident(wages: household.wages * share, taxable: taxable)
    }
    // Below a floor of the city's there is no tax to speak of.
    guard tax.localTax > 0 else { return 0 }
    tax.rules.append(.cityOfWork(place: name, share: share))
    return share
  }

  /// What the home city credits for the tax of the city of work.
  private func creditCity(_ tax: inout ElsewhereTax, share: Double, homeLocal: Double) {
    let own = homeLocal * shareOfWages(atWork: share)
    guard tax.localTax > 0, own > 0 else { return }
    let places = [home.locality, "US-\(home.state)"].compactMap { $0 }
    func fact(_ rule: SourcingFact.Rule) -> SourcingFact? {
      places.lazy.compactMap { rules.fact(rule, $0, year: year) }.first
    }
    if let fact = fact(.cityCredit) {
      tax.localCreditAtHome = min(own, (fact.amount ?? 1) * tax.localTax)
    } else if fact(.cityCreditAtNonresidentRate) != nil {
      let most = homeCity?.taxOnNonresident(wages: household.wages * share, taxable: 0) ?? own / 2
      tax.localCreditAtHome = min(own, most, tax.localTax)
    }
    guard tax.localCreditAtHome > 0 else { return }
    tax.rules.append(.credit(by: home.locality ?? "", of: work.locality ?? "", amount: tax.localCreditAtHome))
  }

  private func shareOfWages(atHome share: Double) -> Double {
    let all = household.wages + household.spouseWages
    return all > 0 ? (share * household.wages + household.spouseWages) / all : 1
  }

  private func shareOfWages(atWork share: Double) -> Double {
    let all = household.wages + household.spouseWages
    return all > 0 ? share * household.wages / all : 0
  }
}
