import Compensation
import Quantities
import Scenarios
import Testing

@Suite("What a verdict hangs on")
struct SensitivityTests {
  let offers = [richOffer("rich", base: 190_000), offer("plain", base: 245_000)]

  private func gap(_ offers: [Offer], _ terms: ValuationTerms) throws -> Double {
    try offers[0].valued(under: terms).total(\.expected).amount
      - offers[1].valued(under: terms).total(\.expected).amount
  }

  @Test("A driver's effect is what valuing both offers again gives")
  func effects() throws {
    let comparison = try Comparison(of: offers, under: terms())
    let drivers = try Sensitivity(of: comparison, under: terms()).drivers
    let start = try gap(offers, terms())
    let price = try #require(drivers.first { $0.input == "rich.equity[0].price" })
    #expect((price.low, price.high) == (40, 120))
    var halved = offers
    halved[0].equity[0].price = 40
    #expect(abs(price.effectLow - (try gap(halved, terms()) - start)) < 0.005)
    let stay = try #require(drivers.first { $0.input == "assumptions.horizon" })
    #expect(abs(stay.effectHigh - (try gap(offers, terms(months: 72)) - start)) < 0.005)
    let hazard = try #require(drivers.first { $0.input == "assumptions.parameters.hazard.involuntary[public tech]" })
    let riskier = try terms(overrides: ["hazard.involuntary[public tech]": hazard.high])
    #expect(abs(hazard.effectHigh - (try gap(offers, riskier) - start)) < 0.005)
    #expect(drivers.map(\.reach) == drivers.map(\.reach).sorted(by: >))
  }

  @Test("At a flip the two offers are worth the same")
  func flips() throws {
    let flips = try Sensitivity(of: Comparison(of: offers, under: terms()), under: terms()).flips
    let base = try #require(flips.first { $0.input == "rich.base" })
    var changed = offers
    changed[0] = changed[0].withBase(base.to)
    #expect(try abs(gap(changed, terms())) < 0.2)
    let price = try #require(flips.first { $0.input == "rich.equity[0].price" })
    changed = offers
    changed[0].equity[0].price = price.to
    // A cent of the price is 20 dollars of the grant.
    #expect(try abs(gap(changed, terms())) < 20)
  }
}

@Suite("Leaving for certain")
struct DepartureTests {
  @Test("A layoff in month 14 keeps what came before, loses what comes after, and costs the search")
  func layoff() throws {
    var leaving = richOffer("rich", base: 240_000)
    leaving.leaves = Departure(month: 14, isLayoff: true)
    let value = try leaving.valued(under: terms())
    func expected(_ component: String) throws -> Money {
      try #require(value.elements.first { $0.component == component }).total(\.expected, .usd)
    }
    // A quarter of 2,000 shares at 80 vests in month 12; the rest is lost.
    #expect(try expected("equity[0]") == Money(40_000, .usd))
    // Target of the first year, paid in month 12: 48,000 / 1.045.
    #expect(try expected("bonus") == Money(48_000 / 1.045, .usd))
    // Five months of search (arrival .20 a month) at 20,000 a month, lost in month 14.
    #expect(try expected("between_jobs") == Money(-5 * 20_000 * terms().discount(14), .usd))
    #expect(try expected("sign_on") == Money(24_000, .usd))
  }

  @Test("Quitting in month 7 repays half of a sign-on due over twelve months, and costs no search")
  func quit() throws {
    var leaving = richOffer("rich", base: 240_000)
    leaving.leaves = Departure(month: 7, isLayoff: false)
    let value = try leaving.valued(under: terms())
    let signOn = try #require(value.elements.first { $0.component == "sign_on" })
    #expect(signOn.total(\.expected, .usd) == Money(12_000, .usd))
    #expect(value.elements.first { $0.component == "between_jobs" }?.total(\.expected, .usd).minorUnits == 0)
    #expect(value.elements.first { $0.component == "equity[0]" }?.total(\.expected, .usd).minorUnits == 0)
  }
}
