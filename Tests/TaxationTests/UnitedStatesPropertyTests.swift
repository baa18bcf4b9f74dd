import Files
import ModelTestSupport
import Quantities
import Testing

@testable import Taxation

@Suite("Taxes in the United States at every edge")
struct UnitedStatesPropertyTests {
  private static let years = [2025, 2026]

  /// Where the law takes more than a dollar of the next one between 60,000 and 1,300,000 of pay; the reasons are in
  /// `MarketData/taxes/README.md`.
  private static let cliffs: [String: [ClosedRange<Double>]] = [
    "CO": [300_000...300_000], "OR": [200_500...200_500], "RI": [254_500...291_000],
    "NY": [223_500...223_500, 282_000...282_000, 339_500...339_500, 1_085_500...1_127_500],
  ]

  /// What the law cuts at once, by an amount for each person or a whole credit: `MarketData/taxes/README.md`.
  private static let cuts: Set<String> = [
    "US-AL deduction.dependent", "US-CO refundable.dependent", "US-CO standard_deduction", "US-HI low_income.person",
    "US-IL deduction.person", "US-MD deduction.person", "US-ME low_income.credit_by_children",
    "US-NM refundable.dependent", "US-NY credit.person", "US-NY credit.personal", "US-NY recapture.base",
    "US-NY recapture.increment", "US-OH addition.by_taxable", "US-OH deduction.person", "US-OK low_income.person",
    "US-OK low_income.person_with_children", "US-OK refundable.dependent", "US-OR credit.person",
    "US-WA working_families.width",
  ]

  @Test(
    "At each floor of each table of brackets tax is continuous to the cent, and no rate is below 0", arguments: years)
  func edges(_ year: Int) throws {
    let law = try UnitedStatesFixture.law.get()
    for place in ["US"] + UnitedStatesFixture.states.map({ "US-\($0)" }) {
      for filing in FilingStatus.allCases {
        for name in ["bracket", "gain.bracket", "amt.bracket", "local.bracket"] {
          guard let table = law.table(name, in: place, filing: filing, year: year) else { continue }
          #expect(table.rows.allSatisfy { $0.rate >= 0 && $0.rate < 0.6 }, "\(place) \(name)")
          for edge in table.edges {
            #expect(abs(table.tax(on: edge + 0.005) - table.tax(on: edge - 0.005)) < 0.005, "\(place) \(name) \(edge)")
          }
        }
      }
    }
  }

  /// Functions of income that are no amount of money, or that the law reads as brackets.
  private static let otherTables = [
    "bracket", "payroll.", "share", "match", "rate", "minimum_tax", "savers_credit", "surtax", "withholding",
    "net_investment_tax", "limit.", "law", "eitc.", "wage",
  ]

  @Test(
    "A phase-out, cap or deduction is continuous to the cent where it starts and ends, but for what the law cuts at once",
    arguments: years)
  func phaseOuts(_ year: Int) throws {
    let law = try UnitedStatesFixture.law.get()
    var cuts: Set<String> = []
    for place in ["US"] + UnitedStatesFixture.states.map({ "US-\($0)" }) {
      for filing in FilingStatus.allCases {
        for (name, table) in law.tables("", in: place, filing: filing, year: year) {
          guard !Self.otherTables.contains(where: name.contains), table.rows.allSatisfy({ $0.step == 0 }) else {
            continue
          }
          for edge in table.edges where abs(table.value(at: edge + 0.005) - table.value(at: edge - 0.015)) > 0.02 {
            cuts.insert("\(place) \(name)")
          }
        }
      }
    }
    // Colorado's own refund ended with 2025.
    let expected = year == 2025 ? Self.cuts.union(["US-CO refundable.personal"]) : Self.cuts
    #expect(cuts == expected, "\(cuts.symmetricDifference(expected).sorted())")
  }

  @Test("More pay leaves more, in every state and filing status, except at cliffs that are listed", arguments: years)
  func monotone(_ year: Int) throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    var found: Set<String> = []
    for state in UnitedStatesFixture.states {
      for filing in FilingStatus.allCases {
        var household = Household(filing: filing, wages: 0)
        household.children = filing == .headOfHousehold ? 1 : 0
        var before = -Double.infinity
        for wages in stride(from: 60_000.0, through: 1_300_000, by: 500) {
          household.wages = wages
          let net = law.tax(household, state: state, year: year).net()
          let isListed = Self.cliffs[state]?.contains { $0.contains(wages) } ?? false
          if net < before, !isListed { found.insert("\(state) \(filing.rawValue) \(Int(wages))") }
          before = net
        }
      }
    }
    #expect(found == [])
  }

  @Test("The parts of a household's money add up to it, and the better federal tax is the less")
  func wholes() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    for row in try ReferenceTable("Reference/us.csv").rows {
      let tax = try UnitedStatesFixture.tax(row, &law)
      let household = tax.household
      let earned = household.wages + household.spouseWages + household.longTermGain
      let aside = household.deferral401k + household.hsa + household.premiums
      #expect(abs(earned - aside - tax.total - tax.net()) < 1e-6)
      #expect(tax.federal.total <= tax.standard.total && tax.federal.total <= tax.itemized.total)
    }
  }

  @Test("The child credit fades by 50 for each started 1,000 above the line, to the cent: 2,200 a child in 2026")
  func childCredit() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    func credit(_ wages: Double) -> Double {
      var household = Household(filing: .joint, wages: wages)
      household.children = 1
      return law.tax(household, state: "TX", year: 2026).standard.childCredit
    }
    #expect(credit(400_000) == 2_200 && credit(400_000.01) == 2_150 && credit(401_000) == 2_150)
    #expect(credit(401_000.01) == 2_100 && credit(443_000) == 50 && credit(443_000.01) == 0)
  }

  @Test(
    "Under the alternative minimum tax all gain keeps its rates, and where itemizing ties the standard deduction stands"
  )
  func minimumTax() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    var household = Household(filing: .joint, wages: 30_000)
    (household.longTermGain, household.incentiveBargain) = (50_000, 300_000)
    let tax = law.tax(household, state: "TX", year: 2026)
    // 380,000 less 140,200 is 239,800; less 50,000 of gain at 0 %, 26 % of 189,800.
    #expect(abs(tax.standard.total - 49_348) < 0.01 && abs(tax.itemized.total - 49_348) < 0.01)
    #expect(!tax.itemizes && abs(tax.federal.minimumTaxCreditLeft - 49_348) < 0.01)
    // A year later: 98,654 of regular tax, 28,574 of tentative minimum; between them the credit comes back.
    var sale = Household(filing: .single, wages: 200_000)
    (sale.longTermGain, sale.incentiveSale, sale.minimumTaxCredit) = (400_000, 400_000, 115_148)
    let sold = law.tax(sale, state: "TX", year: 2026).federal
    #expect(abs(sold.minimumTaxCreditUsed - 70_080) < 0.01 && abs(sold.minimumTaxCreditLeft - 45_068) < 0.01)
  }

  @Test("Where every county has a tax and none is named, about its tax is in the total that deducts it")
  func unnamedCounty() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    let household = Household(filing: .single, wages: 250_000)
    let tax = law.tax(household, state: "MD", year: 2026)
    #expect(tax.local == 0 && abs(tax.unnamedLocal - 0.0303 * tax.state.taxable) < 1e-6)
    #expect(abs(tax.deductible - tax.state.total - tax.unnamedLocal) < 1e-6)
    let known = law.tax(household, state: "MD", localRate: tax.unnamedLocal / 250_000, year: 2026)
    #expect(abs(known.net() - tax.net()) < 0.01)
  }

  @Test("Social Security ends at its limit and the additional Medicare tax begins above its line, to the cent")
  func socialTax() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    func social(_ wages: Double, _ filing: FilingStatus = .single) -> SocialTax {
      law.tax(Household(filing: filing, wages: wages), state: "TX", year: 2026).social
    }
    #expect(abs(social(184_500).oasdi - 11_439) < 1e-6 && social(184_500.01).oasdi == social(900_000).oasdi)
    #expect(social(200_000).additionalMedicare == 0 && abs(social(200_100).additionalMedicare - 0.90) < 1e-9)
    #expect(social(250_000, .joint).additionalMedicare == 0 && social(250_001, .joint).additionalMedicare > 0)
  }

  @Test("Adding a made-up year is adding rows: its own tables count, all others stay as they were")
  func madeUpYear() throws {
    let shipped = try UnitedStatesFixture.data.taxFacts(of: ["US", "US-CO"])
    func fact(_ place: String, _ name: String, _ floor: Double, rate: Double?, amount: Double?) throws -> TaxFact {
      TaxFact(
        place: place, name: name, filing: nil, effectiveFrom: try #require(CalendarDate("2027-01-01")), floor: floor,
        rate: rate, amount: amount, step: nil, status: .published, reference: "made up", note: "")
    }
    var law = UnitedStatesLaw(
      TaxLaw(
        shipped + [
          try fact("US", "bracket", 0, rate: 0.2, amount: nil),
          try fact("US", "bracket", 100_000, rate: 0.4, amount: nil),
          try fact("US", "standard_deduction", 0, rate: nil, amount: 20_000),
          try fact("US-CO", "bracket", 0, rate: 0.05, amount: nil),
        ]))
    let household = Household(filing: .single, wages: 150_000)
    let (old, new) = (law.tax(household, state: "CO", year: 2026), law.tax(household, state: "CO", year: 2027))
    // 130,000 taxable: 20 % of 100,000 and 40 % of 30,000; Colorado's own deduction stays that of 2026.
    #expect(abs(new.standard.total - 32_000) < 1e-6)
    #expect(abs(new.state.total - 0.05 * (150_000 - old.state.deductions)) < 1e-6)
    #expect(new.social == old.social && new.payroll == old.payroll)
    #expect(law.tax(household, state: "CO", year: 2028).standard == new.standard)
  }
}

extension UnitedStatesPropertyTests {
  @Test("The pay that leaves a net amount leaves it, in every state")
  func equivalentPay() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    for state in UnitedStatesFixture.states {
      var earning = Household(filing: .joint, wages: 0)
      let found = EquivalentPay.least(netting: 130_000, in: 0...1_000_000) { wages in
        earning.wages = wages
        return law.tax(earning, state: state, year: 2026).net()
      }
      earning.wages = try #require(found)
      #expect(abs(law.tax(earning, state: state, year: 2026).net() - 130_000) < 0.01, "\(state)")
    }
  }
}
