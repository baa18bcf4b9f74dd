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
  private static let data = ShippedData(folder: ShippedTables.folderPath)

  private func offer(_ state: String = "TX", base: Double = 180_000) -> Offer {
    var offer = Offer(id: "a", title: "IT Director", kind: .written, baseSalary: Money(base, .usd))
    offer.employerKind = "hospital"
    offer.statedNone = ["health"]
    offer.location = Location(
      id: "US-\(state)", name: state, kind: .state, state: state, country: "US", employment: nil)
    return offer
  }

  private func terms(_ overrides: [String: Double] = [:]) throws -> ValuationTerms {
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
}
