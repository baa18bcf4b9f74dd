import Glibc
import Quantities
import Testing

@testable import Compensation

@Suite("A grant by itself")
struct SingleGrantTests {
  private func facts(
    _ instrument: EquityInstrument = .restrictedStock, savings: Double = 300_000, holdings: Double = 0,
    beta: Double? = nil, opened: Bool = true
  ) throws -> [String: Double] {
    let element = try elements(instrument, savings: savings, holdings: holdings, beta: beta, opened: opened)
    return Dictionary(uniqueKeysWithValues: element.facts.map { ($0.name, $0.value) })
  }

  private func elements(
    _ instrument: EquityInstrument = .restrictedStock, savings: Double = 300_000, holdings: Double = 0,
    beta: Double? = nil, opened: Bool = true
  ) throws -> ElementValue {
    var offer = plainOffer(200_000)
    offer.equity = [
      EquityGrant(
        units: 4_000, price: 50, vesting: VestingSchedule("3y cliff") ?? .init(events: []), granted: nil,
        dividendYield: 0, volatility: 0.45, currency: .usd, instrument: instrument)
    ]
    offer.equity[0].beta = beta
    offer.holdings = Money(holdings, .usd)
    var terms = terms(months: 48)
    terms.wealth = savings
    terms.opensGrants = opened
    return try #require(try offer.valued(under: terms).elements.first { $0.component == "equity[0]" })
  }

  @Test("Hall and Murphy's and Meulbroek's shares are those of the code that reference rows are recomputed by")
  func shares() throws {
    let found = try facts()
    let equivalent = GrantEquivalent(
      kind: .stock, units: 4_000, sharePrice: 50, volatility: 0.45, beta: 1.2, marketPremium: 0.05, riskFreeRate: 0.045,
      years: 3, cash: 300_000, sharesHeld: 0, risk: RiskAversion(gamma: 2))
    #expect(abs(try #require(found["hall_murphy_share"]) - equivalent.perUnit / 50) < 1e-12)
    // 200,000 of 300,000 + 200,000 + 2 x 140,000.
    let holding = ConcentratedHolding(
      weight: 200 / 780.0, beta: 1.2, volatility: 0.45, marketVolatility: 0.16, marketPremium: 0.05)
    #expect(
      abs(try #require(found["meulbroek_share"]) - (try #require(holding.privateToMarketRatio(years: 3)))) < 1e-12)
  }

  @Test("Who is richer gives more for it, who holds the share already gives less; nobody more than its price")
  func direction() throws {
    for name in ["hall_murphy_share", "meulbroek_share"] {
      let usual = try #require(try facts()[name])
      #expect(try #require(try facts(savings: 3_000_000)[name]) > usual)
      #expect(try #require(try facts(holdings: 400_000)[name]) < usual)
    }
    #expect(try facts(savings: 1e9, beta: 3)["hall_murphy_share"] == 1)
  }

  @Test("Each number that goes in is there to be seen: the wait, the weight, the savings")
  func inputs() throws {
    let found = try elements(holdings: 20_000).facts
    func input(_ fact: String, _ name: String) throws -> Double {
      let inputs = try #require(found.first { $0.name == fact }).inputs
      return try #require(inputs.first { $0.name == name }).value
    }
    #expect(try input("hall_murphy_share", "T, years") == 3 && input("meulbroek_share", "T, years") == 3)
    #expect(try abs(input("meulbroek_share", "w") - 220 / 800.0) < 1e-12)
    #expect(try input("hall_murphy_share", "savings") == 300_000 && input("hall_murphy_share", "gamma") == 2)
    // Of wealth: (1-w)^2 + 2 w (1-w) beta + w^2 (s/sm)^2, times the market's variance.
    let (w, relative) = (0.275, 0.45 / 0.16)
    let wealth = 0.16 * (0.725 * 0.725 + 2 * w * 0.725 * 1.2 + w * w * relative * relative).squareRoot()
    #expect(try abs(input("meulbroek_share", "volatility of wealth") - wealth) < 1e-12)
    let required = (wealth / 0.16 - 0.725) * 0.05 / w
    #expect(try abs(input("meulbroek_share", "required premium") - required) < 1e-12)
    let share = try #require(found.first { $0.name == "meulbroek_share" }).value
    #expect(abs(share - exp(-(required - 1.2 * 0.05) * 3)) < 1e-12)
  }

  @Test("An option loses more than the share it is of")
  func option() throws {
    let option = try facts(.option(OptionTerms(kind: .nonqualified, strike: 50, model: .blackScholes)))
    #expect(try #require(option["hall_murphy_share"]) < (try #require(try facts()["hall_murphy_share"])))
  }

  @Test("Only who opens a grant is told")
  func closed() throws { #expect(try facts(opened: false).isEmpty) }
}
