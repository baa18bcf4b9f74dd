import ModelTestSupport
import Testing

@testable import Taxation

/// Hand-computed cases use states of one rate, and the rules of `MarketData/taxes/sourcing.csv`.
@Suite("Home and work in two places")
struct SourcingTests {
  private static func law() throws -> UnitedStatesLaw { UnitedStatesLaw(try UnitedStatesFixture.law.get()) }

  private static func sites(
    _ home: String, _ work: String, atHome: Double = 0, locality: String? = nil, workLocality: String? = nil
  ) -> WorkSites {
    WorkSites(
      home: TaxSite(state: home, locality: locality), work: TaxSite(state: work, locality: workLocality),
      shareAtHome: atHome)
  }

  private static func elsewhere(_ wages: Double, _ sites: WorkSites) throws -> ElsewhereTax {
    var law = try law()
    return try #require(law.tax(Household(wages: wages), sites: sites, year: 2026).elsewhere)
  }

  @Test("Arizona and Colorado: wages are taxed where work is done and credited up to the tax at home")
  func credit() throws {
    // 2026: both take 100,000 less 16,100; Colorado 4.4 % of 83,900, Arizona 2.5 %: the credit is all of Arizona's.
    // Colorado's temporary rates may differ, so its tax is taken from the resident's return.
    var law = try Self.law()
    let resident = law.tax(Household(wages: 100_000), state: "CO", year: 2026).state.total
    let tax = law.tax(Household(wages: 100_000), sites: Self.sites("AZ", "CO"), year: 2026)
    let there = try #require(tax.elsewhere)
    #expect(abs(there.stateTax - resident) < 1e-9 && abs(tax.state.total - 2_097.5) < 1e-9)
    #expect(abs(there.creditAtHome - 2_097.5) < 1e-9)
    // Two days of five at home: Colorado has no convenience rule, so 60 % there, and 60 % of Arizona's tax is credited.
    let part = try Self.elsewhere(100_000, Self.sites("AZ", "CO", atHome: 0.4))
    #expect(abs(part.stateTax - 0.6 * resident) < 1e-9 && abs(part.creditAtHome - 0.6 * 2_097.5) < 1e-9)
    #expect(
      part.rules == [
        .daysWorked(state: "CO", share: 0.6), .credit(by: "AZ", of: "CO", amount: part.creditAtHome),
        .payroll(state: "CO"),
      ])
  }

  @Test("New York counts days at home as its own; Texas has nothing to credit, and payroll items are those of home")
  func convenience() throws {
    // 20 NYCRR 132.18(a).
    var law = try Self.law()
    let resident = law.tax(Household(wages: 250_000), state: "NY", year: 2026)
    let remote = law.tax(Household(wages: 250_000), sites: Self.sites("TX", "NY", atHome: 1), year: 2026)
    let there = try #require(remote.elsewhere)
    #expect(abs(there.stateTax - resident.state.total) < 1e-9 && there.creditAtHome == 0 && remote.payroll == 0)
    #expect(there.rules.first == .convenience(place: "NY", shareAtHome: 1))
    let jersey = try Self.elsewhere(250_000, Self.sites("NJ", "NY", atHome: 0.4))
    #expect(jersey.shareThere == 1 && jersey.creditAtHome > 13_000)
  }

  @Test("Connecticut counts days at home of New Yorkers alone, Nebraska of those who come on more than seven days")
  func narrowConvenience() throws {
    func share(_ home: String, _ work: String, _ atHome: Double) throws -> Double {
      try Self.elsewhere(150_000, Self.sites(home, work, atHome: atHome)).shareThere
    }
    #expect(try share("NY", "CT", 0.5) == 1 && share("MA", "CT", 0.5) == 0.5 && share("NJ", "CT", 0.5) == 1)
    // LB 1023: 13 days of 260, then 7 and 0.
    #expect(try share("IA", "NE", 0.95) == 1 && share("IA", "NE", 1) == 0)
    #expect(try abs(share("IA", "NE", 1 - 7.0 / 260) - 7.0 / 260) < 1e-9)
    // Of managers in Oregon it is said, and not applied.
    let oregon = try Self.elsewhere(150_000, Self.sites("WA", "OR", atHome: 0.5))
    #expect(oregon.shareThere == 0.5 && oregon.rules.contains(.managersConvenience(state: "OR")))
  }

  @Test("Where states agreed to tax residents alone, or tax no wages, income tax is that of home, to the cent")
  func reciprocity() throws {
    var law = try Self.law()
    let household = Household(wages: 140_000)
    for (home, work) in [
      ("NJ", "PA"), ("PA", "NJ"), ("VA", "DC"), ("MD", "DC"), ("MN", "MI"), ("WI", "IL"), ("OR", "WA"),
    ] {
      let alone = law.tax(household, state: home, year: 2026)
      let apart = law.tax(household, sites: Self.sites(home, work, atHome: 0.2), year: 2026)
      #expect(apart.incomeTaxOfStates == alone.state.total && apart.federal == alone.federal, "\(home) \(work)")
      // Payroll items apart, which are those of the place of work.
      #expect(abs(apart.total - apart.payroll - (alone.total - alone.payroll)) < 1e-9, "\(home) \(work)")
    }
    // There is none between Minnesota and Wisconsin since 2010.
    #expect(try Self.elsewhere(140_000, Self.sites("WI", "MN")).stateTax > 5_000)
  }

  @Test("California credits what its workers pay at home in Arizona, and Arizona credits nothing")
  func reverseCredit() throws {
    // 200,000 in Arizona: 2.5 % of 183,900.
    let there = try Self.elsewhere(200_000, Self.sites("AZ", "CA"))
    #expect(abs(there.creditAtWork - 4_597.5) < 1e-9 && there.creditAtHome == 0 && there.stateTax > 10_000)
  }

  @Test("Cities tax those who work there at rates of their own, on the days worked there")
  func citiesOfWork() throws {
    func local(_ wages: Double, _ home: String, _ city: String, atHome: Double = 0) throws -> Double {
      let work = String(city.dropFirst(3).prefix(2))
      return try Self.elsewhere(wages, Self.sites(home, work, atHome: atHome, workLocality: city)).localTax
    }
    // Yonkers, form Y-203: 0.5 % less an exclusion of 2,000 up to 20,000 of wages, 1,000 up to 30,000, none above.
    #expect(try abs(local(100_000, "NJ", "US-NY-YONKERS") - 500) < 1e-9)
    #expect(try abs(local(20_000, "NJ", "US-NY-YONKERS") - 90) < 1e-9)
    #expect(try abs(local(30_000, "NJ", "US-NY-YONKERS") - 145) < 1e-9)
    // Detroit: half of 2.4 %; no convenience rule.
    #expect(try abs(local(100_000, "OH", "US-MI-DETROIT", atHome: 0.4) - 720) < 1e-9)
    // Philadelphia has one.
    #expect(try abs(local(100_000, "NJ", "US-PA-PHILADELPHIA", atHome: 0.4) - 3_430) < 1e-9)
    #expect(try local(100_000, "NJ", "US-NY-NYC") == 0)
    // A county of Indiana, on those who live outside the state, whatever reciprocity says: 45 IAC 3.1-4-4.
    #expect(try local(100_000, "KY", "US-IN-MARION") > 1_900 && local(100_000, "IN", "US-IN-MARION") == 0)
  }

  @Test(
    "A home city of Ohio credits the tax of the city of work, one of Michigan half its own; New Jersey credits cities")
  func cityCredits() throws {
    // Cincinnati takes 1.8 %, Columbus 2.5 %: all of Cincinnati's tax is credited.
    let ohio = try Self.elsewhere(
      100_000, Self.sites("OH", "OH", locality: "US-OH-CINCINNATI", workLocality: "US-OH-COLUMBUS"))
    #expect(abs(ohio.localTax - 2_500) < 1e-9 && abs(ohio.localCreditAtHome - 1_800) < 1e-9)
    // Lansing takes 1 % and credits up to 0.5 %; Detroit takes 1.2 % of those who work there.
    let michigan = try Self.elsewhere(
      100_000, Self.sites("MI", "MI", locality: "US-MI-LANSING", workLocality: "US-MI-DETROIT"))
    #expect(abs(michigan.localTax - 1_200) < 1e-9 && abs(michigan.localCreditAtHome - 500) < 1e-9)
    // 3.43 % of 120,000 to Philadelphia, less than New Jersey's tax.
    let jersey = try Self.elsewhere(120_000, Self.sites("NJ", "PA", workLocality: "US-PA-PHILADELPHIA"))
    #expect(abs(jersey.creditAtHome - 4_116) < 1e-9)
    // Louisville takes nothing of residents who work elsewhere.
    var law = try Self.law()
    let sites = Self.sites("KY", "TN", atHome: 0.2, locality: "US-KY-LOUISVILLE")
    #expect(abs(law.tax(Household(wages: 100_000), sites: sites, year: 2026).local - 440) < 1e-9)
  }

  @Test("Maryland takes the lowest county rate of those who live elsewhere, and credits the rest against its counties")
  func maryland() throws {
    // Delaware has no agreement with it. On taxable income beside the tax of a resident.
    var law = try Self.law()
    let resident = law.tax(Household(wages: 100_000), state: "MD", year: 2026).state
    let there = try Self.elsewhere(100_000, Self.sites("DE", "MD"))
    #expect(abs(there.stateTax - resident.total - 0.0225 * resident.taxable) < 1e-9)
    // Comptroller v. Wynne: what New York takes beyond the state's tax comes off the county's.
    let away = try Self.elsewhere(100_000, Self.sites("MD", "NY", locality: "US-MD-HOWARD"))
    #expect(
      abs(away.creditAtHome + away.localCreditAtHome - min(away.stateTax, resident.total + 0.032 * resident.taxable))
        < 1e-6)
  }

  @Test("Home and work in one place are one place, to the bit, in every state")
  func onePlace() throws {
    var law = try Self.law()
    var household = Household(filing: .joint, wages: 180_000)
    household.spouseWages = 60_000
    household.deferral401k = 10_000
    for state in UnitedStatesFixture.states {
      let apart = law.tax(household, sites: Self.sites(state, state, atHome: 0.4), year: 2026)
      #expect(apart == law.tax(household, state: state, year: 2026), "\(state)")
    }
  }

  @Test("Between any two states credits exceed no tax, and more days at home move the tax by little and one way")
  func everyPair() throws {
    var law = try Self.law()
    var household = Household(filing: .joint, wages: 180_000)
    household.spouseWages = 50_000
    household.longTermGain = 20_000
    for home in UnitedStatesFixture.states {
      for work in UnitedStatesFixture.states where work != home {
        var taxes: [Double] = []
        for atHome in stride(from: 0.0, through: 0.9, by: 0.1) {
          let tax = law.tax(household, sites: Self.sites(home, work, atHome: atHome), year: 2026)
          let there = try #require(tax.elsewhere)
          let most = min(there.stateTax, max(0, tax.state.total)) + 1e-9
          #expect(there.creditAtHome <= most && there.creditAtWork <= most, "\(home) \(work)")
          #expect(there.creditAtHome >= 0 && there.creditAtWork >= 0 && there.stateTax >= 0)
          taxes.append(tax.incomeTaxOfStates)
        }
        // Days at home take tax away from work, and never add any beyond what home already takes.
        for (less, more) in zip(taxes.dropFirst(), taxes) {
          #expect(less <= more + 1e-6 && more - less < 0.02 * household.wages, "\(home) \(work)")
        }
      }
    }
  }

  @Test(
    "Paid parts add up: what is earned is what taxes take and what is left, and federal deductions count both states")
  func wholes() throws {
    var law = try Self.law()
    let household = Household(wages: 400_000)
    let tax = law.tax(household, sites: Self.sites("NJ", "NY", workLocality: "US-NY-YONKERS"), year: 2026)
    #expect(abs(household.wages - tax.total - tax.net()) < 1e-6)
    #expect(abs(tax.deductible - min(40_400, tax.incomeTaxOfStates + tax.localTaxes)) < 1e-6)
  }

  @Test("Oregon's transit tax is owed by residents wherever they work: 0.1 % of 250,000 on top of Washington's items")
  func transit() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    let household = Household(wages: 250_000)
    let sites = WorkSites(home: TaxSite(state: "OR"), work: TaxSite(state: "WA"))
    let there = law.tax(household, state: "WA", year: 2026).payroll
    #expect(abs(law.tax(household, sites: sites, year: 2026).payroll - there - 250) < 0.01)
  }
}
