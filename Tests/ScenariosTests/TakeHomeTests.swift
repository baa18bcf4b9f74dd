import Compensation
import Files
import Market
import ModelTestSupport
import Quantities
import Scenarios
import Taxation
import Testing

@Suite("Offers after tax")
struct TakeHomeTests {
  static let data = ShippedData(folder: ShippedTables.folderPath)

  func offer(_ state: String = "TX", base: Double = 180_000) -> Offer {
    var offer = Offer(id: "a", title: "IT Director", kind: .written, baseSalary: Money(base, .usd))
    offer.employerKind = "hospital"
    offer.statedNone = ["health"]
    offer.location = Location(
      id: "US-\(state)", name: state, kind: .state, state: state, country: "US", employment: nil)
    return offer
  }

  func terms(_ overrides: [String: Double] = [:]) throws -> ValuationTerms {
    let day = try #require(CalendarDate("2026-06-01"))
    let calm = [
      "hazard.involuntary[hospital]": 0.0, "search.months[base]": 0,
    ].merging(overrides) { $1 }
    return ValuationTerms(
      asOf: day, dayZero: day, months: 24, discountRate: 0, currency: .usd,
      parameters: try ShippedTables.parameters().overridden(by: calm, origin: "test"))
  }

  private func taxed(_ offer: Offer, _ facts: TakeHome.Facts, prices: Double? = nil) throws -> TaxedOffer {
    let terms = try terms()
    let sites = try OfferSites(Self.data)
    let takeHome = TakeHome(
      facts, law: try Self.data.taxLaw(), treatment: try Self.data.payTreatment(),
      places: TaxedPlaces(
        place: { try? sites.place(of: $0) },
        prices: { place in prices.map { PriceLevel(place: place.name, level: $0, year: 2024) } },
        exchange: { from, to in from == to ? 1 : nil }))
    let found = takeHome.taxed(try offer.valued(under: terms), under: terms)
    return try #require(found)
  }

  @Test("A year of base alone owes what the household owes on it; 2027 goes by the newest law there is")
  func baseAlone() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    let expected = law.tax(Household(filing: .single, wages: 180_000), state: "TX", year: 2026).total
    let found = try taxed(offer(), .init(filing: .single))
    #expect(found.years.map(\.calendarYear) == [2026, 2027] && found.years.allSatisfy { $0.lawYear == 2026 })
    for year in found.years { #expect(abs(year.tax.amount - expected) < 0.02) }
    #expect(abs(found.afterTax.amount - 2 * (180_000 - expected)) < 0.05)
  }

  @Test("A spouse's pay stays: only what the offer adds to the household's tax is the offer's")
  func spouse() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    var both = Household(filing: .joint, wages: 180_000)
    both.spouseWages = 120_000
    var without = both
    without.wages = 0
    let expected =
      law.tax(both, state: "NY", year: 2026).total - law.tax(without, state: "NY", year: 2026).total
    let found = try taxed(offer("NY"), .init(filing: .joint, spouseWages: 120_000))
    #expect(abs(found.years[0].tax.amount - expected) < 0.02)
  }

  @Test("A sign-on meets the base's brackets in its year, and more is owed on it than the flat rate withheld")
  func signOn() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    var rich = offer(base: 400_000)
    rich.signOn = UpfrontPay(amount: Money(100_000, .usd), clawback: nil)
    let found = try taxed(rich, .init(filing: .single))
    let whole = law.tax(Household(filing: .single, wages: 500_000), state: "TX", year: 2026)
    let plain = law.tax(Household(filing: .single, wages: 400_000), state: "TX", year: 2026)
    #expect(abs(found.years[0].tax.amount - whole.total) < 0.02)
    #expect(abs(found.years[0].setAside.amount - (whole.federal.total - plain.federal.total - 22_000)) < 0.02)
    #expect(found.years[1].setAside.minorUnits == 0)
  }

  @Test("Own 401(k) money lowers income tax and stays one's own; prices move what is left, not the tax")
  func deferralAndPrices() throws {
    let plain = try taxed(offer(), .init(filing: .single))
    let saver = try taxed(offer(), .init(filing: .single, deferral401k: 20_000))
    // 24 % of 20,000.
    #expect(abs(plain.years[0].tax.amount - saver.years[0].tax.amount - 4_800) < 0.02)
    let home = PriceLevel(place: "home", level: 90, year: 2024)
    let dear = try taxed(offer(), .init(filing: .single, home: home), prices: 120)
    #expect(dear.afterTax == plain.afterTax)
    #expect(abs(try #require(dear.purchasingPower).amount - plain.afterTax.amount * 0.75) < 0.01)
  }

  /// Options that vest whole after a year, worth 400,000 over a strike of 4 a share: within the yearly limit.
  private func withOptions(_ kind: OptionTerms.Kind, _ sale: StockTaxTerms.Sale? = nil, units: Double = 20_000) -> Offer
  {
    var rich = offer(base: 200_000)
    var grant = EquityGrant(
      units: units, price: 24, vesting: VestingSchedule(events: [.init(month: 12, share: 1)]), granted: nil,
      dividendYield: 0, volatility: 0.0001, currency: .usd,
      instrument: .option(OptionTerms(kind: kind, strike: 4, expiry: .months(12), windowMonths: 3)))
    grant.taxTerms.sale = sale
    rich.equity = [grant]
    return rich
  }

  @Test("Incentive options held: alternative minimum tax on exercise, its credit and a long-term gain a year later")
  func incentiveOptions() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    let found = try taxed(withOptions(.incentive), .init(filing: .single))
    let gain = found.years[0].gross.amount - 200_000
    #expect(abs(gain - 400_000) < 50)
    var first = Household(filing: .single, wages: 200_000)
    first.incentiveBargain = gain
    let exercised = law.tax(first, state: "TX", year: 2026)
    #expect(exercised.federal.alternativeMinimum > 80_000)
    var second = Household(filing: .single, wages: 200_000)
    (second.longTermGain, second.incentiveSale) = (gain, gain)
    second.minimumTaxCredit = exercised.federal.minimumTaxCreditLeft
    let sold = law.tax(second, state: "TX", year: 2027)
    #expect(abs(found.years[0].tax.amount - exercised.total) < 0.02)
    #expect(abs(found.years[1].tax.amount - sold.total) < 0.02)
    #expect(abs(found.years[1].creditUsed.amount - sold.federal.minimumTaxCreditUsed) < 0.02)
    #expect(abs(found.creditLeft.amount - sold.federal.minimumTaxCreditLeft) < 0.02)
  }

  @Test("Incentive options sold at once are pay without Social Security and Medicare; what is over the limit has both")
  func incentiveOptionsSold() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    let found = try taxed(withOptions(.incentive, .atOnce), .init(filing: .single))
    var household = Household(filing: .single, wages: found.years[0].gross.amount)
    household.wagesWithoutFICA = household.wages - 200_000
    #expect(abs(found.years[0].tax.amount - law.tax(household, state: "TX", year: 2026).total) < 0.02)
    let nonqualified = try taxed(withOptions(.nonqualified), .init(filing: .single))
    let medicare = 0.0145 * household.wagesWithoutFICA + 0.009 * household.wagesWithoutFICA
    #expect(abs(nonqualified.years[0].tax.amount - found.years[0].tax.amount - medicare) < 0.02)
    // 50,000 options at 4 become exercisable in a year: 200,000, of which 100,000 stay incentive.
    let over = try taxed(withOptions(.incentive, .atOnce, units: 50_000), .init(filing: .single))
    var half = Household(filing: .single, wages: over.years[0].gross.amount)
    half.wagesWithoutFICA = (half.wages - 200_000) / 2
    #expect(abs(over.years[0].tax.amount - law.tax(half, state: "TX", year: 2026).total) < 0.02)
  }

  @Test("With an election under 83(b) the value on receipt is pay now, and what comes on top is gain when it vests")
  func election() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    var rich = offer(base: 200_000)
    var grant = EquityGrant(
      units: 10_000, price: 10, vesting: VestingSchedule(events: [.init(month: 24, share: 1)]), granted: nil,
      dividendYield: 0, currency: .usd)
    grant.taxTerms.election = .init(value: 3, paid: 1)
    rich.equity = [grant]
    let found = try taxed(rich, .init(filing: .single))
    let first = law.tax(Household(filing: .single, wages: 220_000), state: "TX", year: 2026).total
    #expect(abs(found.years[0].tax.amount - first) < 0.02)
    var second = Household(filing: .single, wages: 200_000)
    second.longTermGain = 80_000
    #expect(abs(found.years[1].tax.amount - law.tax(second, state: "TX", year: 2027).total) < 0.02)
    // Small business stock: no federal tax on the gain, and none in Texas.
    rich.equity[0].taxTerms.isSmallBusinessStock = true
    let small = try taxed(rich, .init(filing: .single))
    let plain = law.tax(Household(filing: .single, wages: 200_000), state: "TX", year: 2027).total
    #expect(abs(small.years[1].tax.amount - plain) < 0.02)
  }

  @Test("California taxes the gain on small business stock that the federal government leaves out")
  func smallBusinessStock() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    var household = Household(filing: .single, wages: 200_000)
    household.smallBusinessGain = 500_000
    let plain = Household(filing: .single, wages: 200_000)
    var gained = plain
    gained.longTermGain = 500_000
    for (state, taxes) in [("CA", true), ("CO", false)] {
      let tax = law.tax(household, state: state, year: 2026)
      #expect(tax.standard.total == law.tax(plain, state: state, year: 2026).standard.total)
      #expect(tax.state.total == law.tax(taxes ? gained : plain, state: state, year: 2026).state.total)
    }
  }

  @Test("Of a purchase plan held long enough the discount is pay and the rest gain, taxed a year later")
  func purchasePlan() throws {
    var atOnce = offer(base: 200_000)
    atOnce.purchasePlan = PurchasePlanTerms(
      contribution: .share(0.1), discount: 0.15, hasLookback: true, offeringMonths: 12, volatility: 0.4)
    var held = atOnce
    held.purchasePlan?.sale = .qualifying
    let (now, later) = (try taxed(atOnce, .init(filing: .single)), try taxed(held, .init(filing: .single)))
    #expect(now.years[0].gross == later.years[0].gross)
    // Nothing of it is taxed in the first year, and less in all.
    let base = try taxed(offer(base: 200_000), .init(filing: .single))
    #expect(abs(later.years[0].tax.amount - base.years[0].tax.amount) < 0.02)
    #expect(later.afterTax.amount > now.afterTax.amount)
  }

  @Test("Home and work in two states are taxed as the law of both says; abroad by that country's law, in its money")
  func places() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    var commuter = offer("NY", base: 250_000)
    commuter.home = Location(
      id: "US-NJ", name: "New Jersey", kind: .state, state: "NJ", country: "US", employment: nil)
    let found = try taxed(commuter, .init(filing: .single))
    let sites = WorkSites(home: TaxSite(state: "NJ"), work: TaxSite(state: "NY"))
    let expected = law.tax(Household(filing: .single, wages: 250_000), sites: sites, year: 2026).total
    #expect(abs(found.years[0].tax.amount - expected) < 0.02 && !found.rules.isEmpty)
    let pounds = Currency(code: "GBP", minorDigits: 2)
    var british = offer(base: 90_000)
    british.baseSalary = Money(90_000, pounds)
    british.location = Location(
      id: "GB", name: "United Kingdom", kind: .country, state: "", country: "GB", employment: nil)
    let day = try #require(CalendarDate("2026-06-01"))
    let calm = ["hazard.involuntary[hospital]": 0.0, "search.months[base]": 0]
    let terms = ValuationTerms(
      asOf: day, dayZero: day, months: 12, discountRate: 0, currency: pounds,
      parameters: try ShippedTables.parameters().overridden(by: calm, origin: "test"))
    let offerSites = try OfferSites(Self.data)
    let takeHome = TakeHome(
      .init(filing: .single), law: try Self.data.taxLaw(), treatment: try Self.data.payTreatment(),
      places: TaxedPlaces(
        place: { try? offerSites.place(of: $0) }, prices: { _ in nil }, exchange: { $0 == $1 ? 1 : nil }))
    let abroad = try #require(takeHome.taxed(try british.valued(under: terms), under: terms))
    let tax = try #require(AbroadLaw(Self.data.taxLaw()).tax(AbroadEarner(place: "GB", pay: 90_000), year: 2026))
    #expect(abs(abroad.years[0].tax.amount - tax.total) < 0.02)
  }

  @Test("Offers are ranked by what taxes and prices leave; before tax, all of them, where one's taxes are not known")
  func ranking() throws {
    let terms = try terms()
    let sites = try OfferSites(Self.data)
    func ranked(_ offers: [Offer]) throws -> Comparison {
      let takeHome = TakeHome(
        .init(filing: .single, home: PriceLevel(place: "home", level: 100, year: 2024)), law: try Self.data.taxLaw(),
        treatment: try Self.data.payTreatment(),
        places: TaxedPlaces(
          place: { try? sites.place(of: $0) },
          prices: { PriceLevel(place: $0.name, level: $0.state == "CA" ? 112 : 98, year: 2024) },
          exchange: { $0 == $1 ? 1 : nil }))
      return try Comparison(of: offers, under: terms, takeHome: takeHome)
    }
    var (west, south, lost) = (offer("CA", base: 200_000), offer("TX", base: 190_000), offer(base: 195_000))
    (west.id, south.id, lost.id) = ("west", "south", "lost")
    lost.location = nil
    let comparison = try ranked([west, south])
    #expect(comparison.measure == .purchasingPower && comparison.ranking.map(\.offer.id) == ["south", "west"])
    for valuation in comparison.valuations {
      #expect(comparison.worth(of: valuation) == comparison.taxed[valuation.offer.id]?.purchasingPower)
    }
    let mixed = try ranked([west, south, lost])
    #expect(mixed.measure == .beforeTax && mixed.ranking.map(\.offer.id) == ["west", "lost", "south"])
  }
}

extension TakeHomeTests {
  @Test("What self-employed people buy for themselves comes off income tax and not off their payroll taxes")
  func contract() throws {
    var law = UnitedStatesLaw(try Self.data.taxLaw())
    var contract = offer(base: 150_000)
    contract.work.employment = .contractor
    let terms = try terms()
    let found = try taxed(contract, .init(filing: .single))
    let valuation = try contract.valued(under: terms)
    func cash(_ component: String) -> Double {
      valuation.elements.first { $0.component == component }?.years[0].expectedCash.amount ?? 0
    }
    var household = Household(filing: .single, wages: found.years[0].gross.amount)
    household.wagesWithoutFICA = cash("benefits_bought")
    #expect(household.wagesWithoutFICA < 0)
    #expect(abs(found.years[0].tax.amount - law.tax(household, state: "TX", year: 2026).total) < 0.02)
    // Both halves of the self-employment tax are nearly the same.
    let social = law.tax(household, state: "TX", year: 2026).social.total
    #expect(abs(social + cash("self_employment_tax")) < 0.01 * social)
  }

  @Test("Rents count by themselves: dearer rent there buys less by its difference, at prices of all else")
  func rents() throws {
    let terms = try terms()
    let home = PriceLevel(place: "home", level: 100, withoutRents: 98, year: 2024)
    let there = PriceLevel(place: "there", level: 112, withoutRents: 105, year: 2024)
    let sites = try OfferSites(Self.data)
    var rich = offer()
    rich.rent = Money(3_000, .usd)
    let takeHome = TakeHome(
      .init(filing: .single, home: home, rent: 2_000), law: try Self.data.taxLaw(),
      treatment: try Self.data.payTreatment(),
      places: TaxedPlaces(place: { try? sites.place(of: $0) }, prices: { _ in there }, exchange: { $0 == $1 ? 1 : nil })
    )
    let found = try #require(takeHome.taxed(try rich.valued(under: terms), under: terms))
    // Two years at no discount: 24 months.
    let expected = 24 * 2_000 + (found.afterTax.amount - 24 * 3_000) * 98 / 105
    #expect(abs(try #require(found.purchasingPower).amount - expected) < 0.02)
  }
}
