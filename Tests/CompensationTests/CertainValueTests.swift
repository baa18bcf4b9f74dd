import ModelTestSupport
import Quantities
import Simulation
import Testing

@testable import Compensation

@Suite("The sure amount as good as an uncertain offer")
struct CertainValueTests {
  static func shippedTerms(
    gamma: Double = 2, wealth: Double = 150_000, months: Int = 48, overrides: [String: Double] = [:]
  ) throws -> ValuationTerms {
    var terms = ValuationTerms(
      asOf: day("2026-11-21"), dayZero: day("2027-01-15"), months: months, discountRate: 0.045, currency: .usd,
      parameters: try ShippedTables.parameters().overridden(by: overrides, origin: "test"))
    terms.riskAversion = gamma
    terms.wealth = wealth
    return terms
  }

  static func simulated(
    _ offers: [Offer], _ terms: ValuationTerms, runs: Int = 4_096, seed: UInt64 = 1
  ) throws -> OfferSimulation {
    try OfferSimulation(
      of: offers.map { try $0.valued(under: terms) }, among: offers, under: terms,
      courses: Courses(runs: runs, seed: seed))
  }

  static func certain(_ offer: Offer, _ terms: ValuationTerms) throws -> Double {
    try #require(simulated([offer], terms).valuations[0].certain).amount
  }

  /// Every kind of cash that chance touches.
  static var cash: Offer {
    var offer = plainOffer(200_000)
    offer.bonus = TargetBonus(
      target: .shareOfBase(0.25), payout: .odds(.init(threshold: 0.9, target: 0.55, maximum: 0.1)))
    offer.signOn = UpfrontPay(
      amount: Money(40_000, .usd), clawback: .init(months: 24, isProRata: true, onLayoff: true))
    offer.retention = [PromisedPayment(amount: Money(30_000, .usd), timing: .month(30))]
    offer.severance = SeveranceTerms(size: .months(6), includesBonus: true)
    offer.retirement = RetirementMatch(
      tiers: [.init(rate: 0.5, limit: 0.06)],
      vesting: [24, 48, 60].map { VestingSchedule.Event(month: $0, share: 1.0 / 3) })
    return offer
  }

  static func grant(_ instrument: EquityInstrument, units: Double = 2_000, price: Double = 60) -> EquityGrant {
    EquityGrant(
      units: units, price: price, vesting: VestingSchedule(months: 48, cliff: 12, every: 3), granted: nil,
      dividendYield: 0.01, volatility: 0.45, currency: .usd, instrument: instrument)
  }

  static let company = PrivateGrantTests.company()
  static let instruments: [EquityInstrument] = [
    .restrictedStock, .option(OptionTerms(strike: 55)), .option(OptionTerms(strike: 90, model: .blackScholes)),
    .appreciationRight(OptionTerms(strike: 60)), .phantomShares(CreditTerms()),
    .performanceShares(.relativeReturn(.init(peers: 12, correlation: 0.3))),
    .performanceShares(.ownResults(.usual, maximumMultiple: nil)),
    .privateOption(OptionTerms(strike: 1.85), company),
    .privateOption(OptionTerms(strike: 1.85, trigger: DoubleTrigger(exitIntensity: 0.2)), company),
    .privateOption(OptionTerms(strike: 1.85), PrivateGrantTests.company(table: false)), .privateShares(company, nil),
    .privateShares(company, DoubleTrigger(exitIntensity: 0.12, expiry: .months(84))),
    .profitsInterest(.init(share: 0.01, threshold: 5e7, companyValue: 5e7, stage: .seriesB)),
    .carriedInterest(.init(share: 0.01, fund: 1e8)),
  ]

  /// The mean over the courses is the expected value, give or take four standard errors.
  private func isAtExpected(_ offer: Offer, months: Int = 48) throws -> Bool {
    let value = try Self.simulated([offer], Self.shippedTerms(months: months)).valuations[0]
    let total = try #require(value.simulated)
    #expect(total.varies)
    #expect(total.standardError.amount < 0.02 * value.total(\.expected).amount)
    return abs((total.mean - value.total(\.expected)).amount) <= 4 * total.standardError.amount + 0.05
  }

  @Test("Cash comes on average to what is expected of it", arguments: [12, 48, 120])
  func cashMean(months: Int) throws {
    #expect(try isAtExpected(Self.cash, months: months))
  }

  @Test("Every kind of grant comes on average to what is expected of it", arguments: instruments)
  func grantMean(_ instrument: EquityInstrument) throws {
    var offer = plainOffer(200_000)
    var grant = Self.grant(instrument)
    if instrument.isPrivate { grant = Self.grant(instrument, units: 20_000, price: 6.4) }
    switch instrument {
    case .profitsInterest, .carriedInterest: grant.units = 1
    default: break
    }
    offer.equity = [grant]
    #expect(try isAtExpected(offer))
  }

  @Test("An option ends in effect where its price says, between vesting and its end", arguments: [0.0, 0.03])
  func impliedLife(dividendYield: Double) {
    func european(_ months: Int) -> BlackScholes {
      BlackScholes(
        .call, spot: 60, strike: 55, years: Double(months) / 12, rate: 0.044, dividendYield: dividendYield,
        volatility: 0.4)
    }
    let longest = european(120)
    #expect(ImpliedLife(of: longest, price: european(64).price, vesting: 12).months == 64)
    #expect(ImpliedLife(of: longest, price: european(64).price, vesting: 80).months == 80)
    #expect(ImpliedLife(of: longest, price: 1e9, vesting: 12).months == 120)
    // Exercised early, it is worth less than one held to the end, and ends sooner.
    let tree = EmployeeOption(
      spot: 60, strike: 55, years: 10, vestingYears: 0, rate: 0.044, dividendYield: dividendYield, volatility: 0.4,
      exitRate: 0.08, exerciseMultiple: 2.2)
    let life = ImpliedLife(of: longest, price: tree.pricesIfVested(at: [2])[0], vesting: 24)
    #expect((30...100).contains(life.months))
    #expect(abs(life.option.price - tree.pricesIfVested(at: [2])[0]) < 0.15)
  }

  @Test("So do purchase plans and yearly grants to come")
  func planMean() throws {
    var offer = plainOffer(200_000)
    offer.purchasePlan = PurchasePlanTerms(
      contribution: .share(0.1), discount: 0.15, hasLookback: true, volatility: 0.4, dividendYield: 0.02)
    offer.refreshers = RefresherTerms(
      grant: Money(60_000, .usd), vesting: VestingSchedule(months: 48, cliff: 0, every: 12))
    #expect(try isAtExpected(offer))
  }

  @Test("Parts add up to the whole, by component and by year")
  func parts() throws {
    var offer = Self.cash
    offer.equity = [Self.grant(.restrictedStock)]
    let value = try Self.simulated([offer], Self.shippedTerms()).valuations[0]
    let whole = try #require(value.certain)
    #expect(value.elements.compactMap { $0.certain(.usd) }.total(.usd) == whole)
    #expect((1...4).compactMap { value.certain(year: $0) }.total(.usd) == whole)
    for element in value.elements {
      #expect(element.years.compactMap(\.certain).total(.usd) == element.certain(.usd))
    }
  }

  @Test("Someone neutral to risk asks for nothing; the more averse, the less; the richer, the nearer to expected")
  func attitudes() throws {
    var offer = Self.cash
    offer.equity = [Self.grant(.restrictedStock)]
    let expected = try offer.valued(under: Self.shippedTerms()).total(\.expected).amount
    #expect(try abs(Self.certain(offer, Self.shippedTerms(gamma: 0)) - expected) < 0.5)
    let byGamma = try [0, 1, 2, 3, 6].map { try Self.certain(offer, Self.shippedTerms(gamma: $0)) }
    #expect(zip(byGamma, byGamma.dropFirst()).allSatisfy { $0 > $1 })
    let byWealth = try [50_000, 200_000, 1_000_000, 1e8].map { try Self.certain(offer, Self.shippedTerms(wealth: $0)) }
    #expect(zip(byWealth, byWealth.dropFirst()).allSatisfy { $0 < $1 } && byWealth[3] < expected)
    #expect(expected - byWealth[3] < 1_000)
  }

  @Test("What pays in bad times is worth more than it can be expected to pay; what good times bring, less")
  func insurance() throws {
    let value = try Self.simulated([Self.cash], Self.shippedTerms()).valuations[0]
    for (component, isInsurance) in [("severance", true), ("bonus", false), ("between_jobs", false)] {
      let element = try #require(value.elements.first { $0.component == component })
      let certain = try #require(element.certain(.usd))
      #expect((certain.amount > element.total(\.expected, .usd).amount) == isInsurance, "\(component)")
    }
  }

  @Test("Against one lottery the answer is the formula's")
  func formula() throws {
    // A retention payment alone at stake: paid if no layoff comes first.
    var offer = plainOffer(100_000)
    offer.leaves = nil
    offer.retention = [PromisedPayment(amount: Money(100_000, .usd), timing: .month(12))]
    let terms = try Self.shippedTerms(months: 12, overrides: ["search.arrival-unemployed[it-director]": 1e9])
    let value = try offer.valued(under: terms)
    let odds = try Survival(of: offer, terms: terms).odds(atEndOf: 12)
    let prize = 100_000 * terms.discount(12)
    let sure = value.total(\.expected).amount - odds * prize
    let exact = RiskAversion(gamma: 2).certainEquivalent(of: [(odds, prize), (1 - odds, 0)], wealth: 150_000 + sure)
    let certain = try #require(Self.simulated([offer], terms, runs: 16_384).valuations[0].certain).amount
    #expect(abs(certain - sure - exact) < 40)
  }

  @Test("Nothing left to chance is worth what is expected, and no total is worth more than it costs the company")
  func bounds() throws {
    var sure = plainOffer()
    sure.leaves = Departure(month: 30, isLayoff: false)
    let terms = try Self.shippedTerms()
    let value = try Self.simulated([sure], terms).valuations[0]
    #expect(value.certain == value.total(\.expected) && value.simulated?.varies == false)
    var generous = plainOffer()
    generous.bonus = TargetBonus(target: .shareOfBase(0.3), payout: .mean(1.9))
    let held = try Self.certain(generous, terms)
    #expect(abs(held - (try generous.valued(under: terms).total(\.fair).amount)) < 0.05)
    let unheld = try Self.certain(generous, Self.shippedTerms(overrides: ["risk.held-at-fair": 0]))
    #expect(unheld > held + 1_000)
    // What is held back is said, in all and of the part that it is taken from.
    let generousValue = try Self.simulated([generous], terms).valuations[0]
    #expect(generousValue.certainUnheld == Money(unheld, .usd))
    #expect(abs(try #require(generousValue.heldBack).amount - (unheld - held)) < 0.01)
    let bonus = try #require(generousValue.elements.first { $0.component == "bonus" })
    #expect(bonus.heldBack(.usd) == generousValue.heldBack)
    #expect(try Self.simulated([plainOffer()], terms).valuations[0].heldBack == .zero(.usd))
  }

  @Test("More of a grant on a wild share is never worth less, and none is worth less than without it")
  func wildShares() throws {
    let terms = try Self.shippedTerms(wealth: 300_000, overrides: ["risk.held-at-fair": 0])
    let values = try [0, 10_000, 100_000, 1_000_000].map { units -> Double in
      var offer = plainOffer(300_000)
      if units > 0 {
        var grant = Self.grant(.option(OptionTerms(strike: 50)), units: units, price: 50)
        grant.volatility = 0.9
        offer.equity = [grant]
      }
      return try Self.certain(offer, terms)
    }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(values)")
  }

  @Test("A loss larger than all there is has a floor")
  func floor() throws {
    var offer = plainOffer(1_000)
    offer.severance = SeveranceTerms(size: .amount(Money(900_000, .usd)))
    let certain = try Self.certain(offer, Self.shippedTerms(gamma: 8, wealth: 0))
    #expect(certain.isFinite && certain > 0)
  }

  @Test("Two threads give the digits of one")
  func threads() async throws {
    var offer = Self.cash
    offer.equity = Self.instruments.prefix(7).map { Self.grant($0) }
    let offers = [offer, Self.cash]
    let terms = try Self.shippedTerms()
    let valuations = try offers.map { try $0.valued(under: terms) }
    let plan = DrawPlan(offers: offers, years: terms.years)
    let paths = try valuations.map { try OfferPaths($0, plan: plan, terms: terms) }
    let courses = Courses(runs: 2_000, seed: 5)
    let found = await withTaskGroup(of: [(Int, [Replicate])].self) { group in
      for part in 0..<2 {
        group.addTask {
          // The second thread takes its replicates backwards.
          let own = (0..<OfferSimulation.replicates).filter { $0 % 2 == part }
          return (part == 0 ? own : own.reversed()).map { number in
            (number, paths.map { Replicate(of: $0, number: number, courses: courses, in: $0.stretch) })
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let ordered = found.sorted { $0.0 < $1.0 }.map(\.1)
    let parted = try OfferSimulation(
      valuations, paths, paths.indices.map { offer in OfferCourses(ordered.map { $0[offer] }) }, terms)
    let whole = try OfferSimulation(of: valuations, among: offers, under: terms, courses: courses)
    for (one, other) in zip(parted.valuations, whole.valuations) {
      #expect(one.simulated == other.simulated && one.certain == other.certain)
    }
    #expect(parted.difference(0, 1) == whole.difference(0, 1))
  }

  @Test("An offer is worth the same alone and beside others; equal offers beat each other half the time")
  func common() throws {
    var offer = Self.cash
    offer.equity = [Self.grant(.restrictedStock)]
    var twin = offer
    twin.id = "twin"
    (offer.employer, twin.employer) = ("Acme", "Acme")
    let terms = try Self.shippedTerms()
    let all = [Self.cash, offer, twin]
    let together = try Self.simulated(all, terms)
    // Terms of its own, which remember nothing.
    let fresh = try Self.shippedTerms()
    let alone = try OfferSimulation(
      of: [offer.valued(under: fresh)], among: all, under: fresh, courses: Courses(runs: 4_096, seed: 1))
    #expect(alone.valuations[0].certain == together.valuations[1].certain)
    #expect(alone.valuations[0].simulated == together.valuations[1].simulated)
    #expect(together.difference(1, 2).probability == 0.5)
    #expect(together.difference(1, 0).probability + together.difference(0, 1).probability == 1)
    #expect(try Self.simulated(all, terms, seed: 2).valuations[1].certain != together.valuations[1].certain)
  }
}
