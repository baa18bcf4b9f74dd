import Compensation
import ModelTestSupport
import Quantities
import Testing

@Suite("Option grants of an offer")
struct OptionGrantTests {
  @Test("A tranche is worth the limit of Hull and White's tree, but for leaving before it vests")
  func reference() throws {
    // The inputs of hw-limit-1 of MarketData/reference/early-exercise.csv, whose price is 15.3331393.
    let grant = Self.grant(
      price: 42, vesting: VestingSchedule(events: [.init(month: 24, share: 1)]), q: 0.01, volatility: 0.4,
      OptionTerms(strike: 40, expiry: .months(96), exerciseMultiple: 2.5, exitRate: 0.07))
    let value = try Self.element(grant, rate: exponential(0.04) - 1)
    // The row's holder may leave in the two years before vesting; an offer counts that by its own odds.
    let expected = 15.3331393 * exponential(0.07 * 2) * 1_000
    #expect(abs(value.total(\.fair, .usd).amount / expected - 1) < 0.001)
    #expect(value.total(\.headline, .usd).amount == 2_000)
  }

  @Test("Several vesting dates on one tree are worth what each is on its own")
  func tranches() {
    let option = EmployeeOption(
      spot: 50, strike: 50, years: 10, vestingYears: 0, rate: 0.05, dividendYield: 0.025, volatility: 0.35,
      exitRate: 0.1, exerciseMultiple: 3)
    let times = [0.5, 1, 2.25, 4, 10, 11]
    for (time, price) in zip(times, option.pricesIfVested(at: times)) {
      let own = EmployeeOption(
        spot: 50, strike: 50, years: 10, vestingYears: time, rate: 0.05, dividendYield: 0.025, volatility: 0.35,
        exitRate: 0.1, exerciseMultiple: 3)
      #expect(abs(price - own.price * exponential(0.1 * time)) <= 0.004 * own.price, "\(time)")
    }
    #expect(option.pricesIfVested(at: [11]) == [0])
  }

  @Test("Black-Scholes runs for SAB 107's expected term: the bulletin's own grant lives 6.25 years")
  func fallback() throws {
    let grant = Self.grant(
      price: 50, vesting: VestingSchedule(months: 48, cliff: 12, every: 12), q: 0.01, volatility: 0.4,
      OptionTerms(strike: 50, model: .blackScholes))
    let value = try Self.element(grant, rate: exponential(0.045) - 1, months: 48)
    let european = BlackScholes(
      .call, spot: 50, strike: 50, years: 6.25, rate: 0.045, dividendYield: 0.01, volatility: 0.4)
    #expect(abs(value.total(\.fair, .usd).amount - 1_000 * european.price) < 0.03)
  }

  @Test("A longer time to exercise after leaving is worth more, and one as long as the option as much as never leaving")
  func exerciseWindow() throws {
    func fair(_ window: Int?, exitRate: Double = 0.08) throws -> Double {
      let grant = Self.grant(
        price: 50, vesting: VestingSchedule(events: [.init(month: 24, share: 1)]), q: 0.01, volatility: 0.4,
        OptionTerms(strike: 50, exitRate: exitRate, windowMonths: window))
      return try Self.element(grant, rate: 0.045, months: 24).total(\.fair, .usd).amount
    }
    let values = try [1, 3, 12, 60, 123].map { try fair($0) }
    #expect(values[0] == values[1])
    #expect(values[1] == (try fair(nil)))
    #expect(zip(values.dropFirst(), values.dropFirst(2)).allSatisfy { $0 < $1 })
    #expect(values.last == (try fair(nil, exitRate: 0)))
  }

  @Test("More volatility is worth more; a later vesting date is worth less to its holder; a lower strike more")
  func monotone() throws {
    func expected(volatility: Double = 0.4, months: Int = 24, strike: Double = 50) throws -> Double {
      let grant = Self.grant(
        price: 50, vesting: VestingSchedule(events: [.init(month: months, share: 1)]), q: 0.02,
        volatility: volatility, OptionTerms(strike: strike))
      return try Self.element(grant, rate: 0.045, months: 60, hazard: 0.02).total(\.expected, .usd).amount
    }
    let byVolatility = try [0.2, 0.3, 0.5, 0.8].map { try expected(volatility: $0) }
    #expect(zip(byVolatility, byVolatility.dropFirst()).allSatisfy { $0 < $1 })
    let byVesting = try [6, 12, 36, 60].map { try expected(months: $0) }
    #expect(zip(byVesting, byVesting.dropFirst()).allSatisfy { $0 > $1 })
    #expect(try expected(strike: 30) > expected(strike: 50))
  }

  @Test("Expected is fair times the odds of being there; what vests later is listed and in no total")
  func odds() throws {
    let grant = Self.grant(
      price: 50, vesting: VestingSchedule(months: 48, cliff: 12, every: 12), q: 0, volatility: 0.3,
      OptionTerms(strike: 45))
    var offer = plainOffer()
    offer.equity = [grant]
    let value = try offer.valued(under: terms(months: 36, overrides: ["hazard.first-year-factor": 1]))
    let element = try #require(value.elements.first { $0.component == "equity[0]" })
    for flow in element.flows {
      #expect(abs(flow.expected / flow.fair - exponential(Double(flow.month) * logarithm(1 - 0.004))) < 1e-12)
    }
    #expect(value.beyondHorizon.map(\.month) == [48])
    #expect(value.beyondHorizon[0].headline == 1_250)
    // Three quarters vest in the window: 750 x 45 to keep them.
    #expect(element.facts.first { $0.name == "cheque_on_leaving" }?.value == 33_750)
    #expect(element.facts.first { $0.name == "exercise_cost" }?.value == 45_000)
  }

  @Test("More than 100,000 first exercisable in a year is no ISO; with early exercise all of it is in one year")
  func incentiveLimit() throws {
    func beyond(early: Bool) throws -> Double {
      var grant = Self.grant(
        price: 40, vesting: VestingSchedule(months: 36, cliff: 12, every: 12), q: 0, volatility: 0.3,
        OptionTerms(kind: .incentive, strike: 40, allowsEarlyExercise: early))
      grant.units = 9_000
      return try #require(try Self.element(grant, rate: 0.045).facts.first { $0.name == "units_beyond_iso_limit" })
        .value
    }
    // 3,000 x 40 = 120,000 in each of three years: 20,000 over, 500 options, three times.
    #expect(try abs(beyond(early: false) - 1_500) < 1e-9)
    #expect(try abs(beyond(early: true) - (9_000 - 2_500)) < 1e-9)
  }

  @Test("Leaving gives up unvested options at their fair value times the odds")
  func forfeited() throws {
    var offer = plainOffer(kind: .current)
    var grant = Self.grant(
      price: 50, vesting: VestingSchedule(months: 48, cliff: 12, every: 12), q: 0, volatility: 0.3,
      OptionTerms(strike: 20))
    grant.granted = day("2025-03-10")
    offer.equity = [grant]
    let items = try offer.forfeited(under: terms())
    #expect(items.map(\.item) == ["unvested options", "unvested options", "unvested options"])
    let element = try #require(try offer.valued(under: terms()).elements.first { $0.component == "equity[0]" })
    #expect(zip(items, element.flows).allSatisfy { abs($0.paper.amount - $1.fair) < 0.01 })
    #expect(zip(items, element.flows).allSatisfy { abs($0.amount.amount - $1.expected) < 0.01 })
  }

  @Test("A right to the gain is worth Black-Scholes; a phantom share less than a share, by the employer's credit")
  func promises() throws {
    var right = Self.grant(
      price: 50, vesting: VestingSchedule(events: [.init(month: 36, share: 1)]), q: 0, volatility: 0.3,
      OptionTerms(strike: 50))
    right.instrument = .appreciationRight(OptionTerms(strike: 50))
    let european = BlackScholes(.call, spot: 50, strike: 50, years: 6.5, rate: 0.04, dividendYield: 0, volatility: 0.3)
    let value = try Self.element(right, rate: exponential(0.04) - 1)
    #expect(abs(value.total(\.fair, .usd).amount - 1_000 * european.price) < 0.03)
    right.instrument = .phantomShares(CreditTerms(annualDefault: 0.02, recovery: 0.4))
    // 50,000 x (0.98^3 + (1 - 0.98^3) x 0.4)
    #expect(try abs(Self.element(right, rate: 0.04).total(\.fair, .usd).amount - 48_235.76) < 0.005)
  }

  static func grant(
    price: Double, vesting: VestingSchedule, q: Double, volatility: Double, _ option: OptionTerms
  ) -> EquityGrant {
    EquityGrant(
      units: 1_000, price: price, vesting: vesting, granted: nil, dividendYield: exponential(q) - 1,
      volatility: volatility, currency: .usd, instrument: .option(option))
  }

  static func element(
    _ grant: EquityGrant, rate: Double, months: Int = 36, hazard: Double = 0
  ) throws -> ElementValue {
    var offer = plainOffer()
    offer.equity = [grant]
    let terms = terms(months: months, rate: rate, overrides: ["hazard.involuntary[hospital]": hazard])
    return try #require(try offer.valued(under: terms).elements.first { $0.component == "equity[0]" })
  }
}
