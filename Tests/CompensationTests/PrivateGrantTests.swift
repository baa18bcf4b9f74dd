import Compensation
import ModelTestSupport
import Quantities
import Testing

@Suite("Grants in private companies")
struct PrivateGrantTests {
  static let classes = CapTable([
    ShareClass("common", .common, shares: 12_000_000),
    ShareClass("A", .nonparticipating(preference: 2.5), shares: 6_000_000, rank: 2),
    ShareClass("B", .participating(preference: 6.4, cap: 19.2), shares: 5_000_000, rank: 1),
  ])

  static func company(table: Bool = true, ratio: Double? = nil) -> PrivateCompany {
    PrivateCompany(
      stage: .seriesB, fullyDiluted: 26_000_000, table: table ? .init(classes, lastRound: 2) : nil, commonRatio: ratio,
      volatility: 0.7, exitMonths: 48)
  }

  @Test("An option is worth its class's part of the equity that makes the last round worth its price")
  func optionPricingMethod() throws {
    let element = try Self.element(.privateOption(OptionTerms(strike: 1.85), Self.company()), units: 200_000)
    // The same by hand: what is not listed is common, the grant a class of its own.
    let table = CapTable(
      Self.classes.classes + [
        ShareClass("rest", .common, shares: 2_800_000), ShareClass("own", .option(strike: 1.85), shares: 200_000),
      ])
    let method = OptionPricingMethod(table, volatility: 0.7, years: 4, rate: logarithm(1.045))
    let equity = try #require(method.equity(atPrice: 6.4, ofClass: 2))
    let values = method.values(ofEquity: equity)
    #expect(abs(element.total(\.fair, .usd).amount - values[4]) < 0.03)
    #expect(abs(values.reduce(0, +) - equity) < 1e-6 * equity)
    #expect(element.certainty == .hopedFor)
    #expect(abs(element.total(\.headline, .usd).amount - 200_000 * (6.4 - 1.85)) < 0.02)
    let breakEven = try #require(element.facts.first { $0.name == "break_even_exit" }).value
    let keep = (1 - 0.126) * (1 - 0.103)
    #expect(abs(breakEven - table.equity(atCommonValue: 1.85 / keep)) < 1)
    #expect(abs(Waterfall(of: breakEven, in: table).commonValue * keep - 1.85) < 1e-9)
  }

  @Test("An option that ends before it vests is worth nothing, one that ends before the exit less")
  func term() throws {
    func fair(_ months: Int?) throws -> Double {
      let option = OptionTerms(strike: 1.85, expiry: months.map { .months($0) })
      return try Self.element(.privateOption(option, Self.company()), units: 200_000).total(\.fair, .usd).amount
    }
    let usual = try fair(nil)
    #expect(try fair(6) == 0)
    // One of three tranches vests before.
    #expect(try fair(20) > 0 && fair(20) < usual / 3)
    #expect(try fair(40) < usual)
    #expect(try fair(48) == usual && fair(120) == usual)
  }

  @Test("Without a cap table common is a stated part of the preferred: as appraised, else the row of its stage")
  func ratio() throws {
    func share(_ company: PrivateCompany) throws -> Double {
      try Self.element(.privateShares(company, nil), units: 1_000).total(\.fair, .usd).amount / 1_000
    }
    #expect(try abs(share(Self.company(table: false, ratio: 0.25)) - 1.6) < 1e-4)
    #expect(try abs(share(Self.company(table: false)) - 6.4 * 0.30) < 1e-4)
    var late = Self.company(table: false, ratio: 0.25)
    late.stage = .late
    #expect(try abs(share(late) - 6.4 / 1.56) < 1e-4)
  }

  @Test("A second trigger multiplies by the odds of an exit in time; not being able to sell takes something off")
  func triggers() throws {
    let single = try Self.element(.privateShares(Self.company(), nil), units: 1_000)
    let double = try Self.element(
      .privateShares(Self.company(), DoubleTrigger(exitIntensity: 0.12, expiry: .months(84))), units: 1_000)
    #expect(single.total(\.fair, .usd) == double.total(\.fair, .usd))
    let chance = 1 - exponential(-0.12 * 7)
    #expect(
      abs(double.total(\.expected, .usd).amount / single.total(\.expected, .usd).amount - chance) < 1e-4)
    var locked = Self.company()
    locked.marketability = .finnerty
    let discount = MarketabilityDiscount.finnerty(volatility: 0.7, years: 4, dividendYield: 0)
    let less = try Self.element(.privateShares(locked, nil), units: 1_000).total(\.fair, .usd).amount
    #expect(abs(less / single.total(\.fair, .usd).amount - (1 - discount)) < 1e-4)
  }

  @Test("Options with a second trigger vest only if there is an exit before they end")
  func optionTrigger() throws {
    func element(_ trigger: DoubleTrigger?, months: Int = 120) throws -> ElementValue {
      try Self.element(
        .privateOption(OptionTerms(strike: 1.85, expiry: .months(months), trigger: trigger), Self.company()),
        units: 200_000)
    }
    let (single, double) = (try element(nil), try element(DoubleTrigger(exitIntensity: 0.12)))
    #expect(single.total(\.fair, .usd) == double.total(\.fair, .usd))
    let chance = 1 - exponential(-0.12 * 10)
    for value in [\YearValue.expected, \.expectedAverageLeaver] {
      #expect(abs(double.total(value, .usd).amount / single.total(value, .usd).amount - chance) < 1e-4)
    }
    #expect(abs((double.facts.first { $0.name == "exit_odds" }?.value ?? 0) - chance) < 1e-12)
    // The options' own end is the time there is, not that of shares.
    let short = try element(DoubleTrigger(exitIntensity: 0.12), months: 60)
    #expect(abs((short.facts.first { $0.name == "exit_odds" }?.value ?? 0) - (1 - exponential(-0.12 * 5))) < 1e-12)
  }

  @Test("More to pay for a share, more paid first, more rounds: each makes the exits pay less")
  func exits() throws {
    let grid = try gridOf(Self.company())
    #expect(grid.kept.count == 3 && grid.kept[0] == 1)
    for row in grid.payouts { #expect(zip(row, row.dropFirst()).allSatisfy { $0 >= $1 }) }
    #expect(zip(grid.payouts, grid.payouts.dropFirst()).allSatisfy { $0[0] <= $1[0] })
    // By hand at the first exit above all preferences: what a common share gets of the table's waterfall is what is left
    // of the company's own arithmetic below, and new rounds take their part of it before the strike.
    let table = try #require(Self.company().table?.classes)
    for (exit, row) in zip(grid.exits, grid.payouts) {
      let common = Self.commonByHand(exit, table)
      for (kept, paid) in zip(grid.kept, row) {
        #expect(abs(paid - 200_000 * max(0, common * kept - 1.85)) < 1, "\(exit) \(kept)")
      }
    }
    // The sizes themselves: 6.40 for each of 26 million shares; rounds of 12.6 % and 10.3 %.
    #expect(zip(grid.kept, [1, 0.874, 0.874 * 0.897]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(
      zip(grid.exits, [41.6e6, 83.2e6, 166.4e6, 332.8e6, 499.2e6, 832e6, 1_664e6]).allSatisfy { abs($0 - $1) < 1 })
    #expect(zip(grid.payouts[2], [666_692.31, 536_069.08, 442_743.96]).allSatisfy { abs($0 - $1) < 0.01 })
    let blind = try gridOf(Self.company(table: false))
    #expect(!blind.countsPreferences && grid.countsPreferences)
    #expect(zip(grid.payouts, blind.payouts).allSatisfy { $0[0] <= $1[0] + 1e-6 })
  }

  @Test("The exit-weighted value: each exit's payment by its odds, at the return that explains the last round's price")
  func exitWeighted() throws {
    let odds = ["below-1x": 0.5, "1-5x": 0.3, "5-10x": 0.12, "10-20x": 0.06, "over-20x": 0.02]
    let multiples = ["below-1x": 0.125, "1-5x": 2, "5-10x": 5, "10-20x": 10, "over-20x": 20]
    var rows: [String: Double] = [:]
    for (band, value) in odds { rows["exit.odds[early/\(band)]"] = value }
    for (band, value) in multiples { rows["exit.multiple[\(band)]"] = value }
    let element = try Self.element(
      .privateOption(OptionTerms(strike: 1.85), Self.company()), units: 200_000,
      parameters: try ShippedTables.parameters().overridden(by: rows, origin: "test"))
    // By hand: common shares at 0, 11.583462, 32.014231, 64.014231 and 128.014231; a share of the last class at 4.16,
    // 17.983462, then as common; its mean of 17.717885 over four years explains 6.40 at 28.99 % a year.
    let weighted = try #require(element.facts.first { $0.name == "exit_weighted_value" }).value
    #expect(abs(weighted - 710_117.80) < 0.5)
  }

  /// What a common share is paid: the value at which all classes together take just the exit, found by halving.
  /// Of what the table does not list, 200,000 are the grant's own options and the rest is common.
  private static func commonByHand(_ exit: Double, _ table: CapTable) -> Double {
    func paid(_ common: Double) -> Double {
      table.classes.reduce(2_800_000 * common + 200_000 * max(0, common - 1.85)) { sum, item in
        let each: Double =
          switch item.right {
          case .common: common
          case .nonparticipating(let preference): max(preference, common)
          case .participating(let preference, let cap): max(min(preference + common, cap ?? .infinity), common)
          case .option(let strike): max(0, common - strike)
          }
        return sum + item.shares * each
      }
    }
    guard paid(0) < exit else { return 0 }
    var (low, high) = (0.0, exit)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if paid(middle) < exit { low = middle } else { high = middle }
    }
    return low
  }

  private func gridOf(_ company: PrivateCompany) throws -> ExitGrid {
    try #require(try Self.element(.privateOption(OptionTerms(strike: 1.85), company), units: 200_000).exits)
  }

  @Test("A part of a gain is its part of a call; carried interest is the mean of what a fund pays")
  func profits() throws {
    let interest = ProfitsInterestTerms(
      share: 0.01, threshold: 50_000_000, companyValue: 50_000_000, stage: .seriesA, volatility: 0.5, exitMonths: 60)
    let value = try Self.element(.profitsInterest(interest), units: 1, rate: exponential(0.04) - 1)
    // The row profits_interest of MarketData/reference/private-companies.csv.
    let model = ProfitsInterest(share: 0.01, threshold: 50_000_000, volatility: 0.5, years: 5, rate: 0.04)
    #expect(abs(value.total(\.fair, .usd).amount - model.value(ofEquity: 50_000_000)) < 0.03)
    let carry = CarriedInterest(hurdle: 0.08, carry: 0.2, catchUp: 1)
    let closed = carry.value(ofFund: 100, years: 7, rate: 0.044, volatility: 0.3)
    // The mean over the fund's lognormal outcomes, by quadrature.
    let deviation = 0.3 * 7.0.squareRoot()
    let mean = Quadrature.normalMean(from: -9, to: 12) { z in
      let fund = 100 * exponential((0.044 - 0.045) * 7 + deviation * z)
      return carry.dollars(contributed: 100, distributed: fund, years: 7)
    }
    #expect(abs(closed / (mean * exponential(-0.044 * 7)) - 1) < 1e-4)
  }

  static func element(
    _ instrument: EquityInstrument, units: Double, rate: Double = 0.045, parameters: ParameterTable? = nil
  ) throws -> ElementValue {
    var offer = plainOffer()
    offer.equity = [
      EquityGrant(
        units: units, price: instrument.isPartOfProfit ? 1 : 6.4,
        vesting: VestingSchedule(months: 36, cliff: 12, every: 12), granted: nil, dividendYield: 0, currency: .usd,
        instrument: instrument)
    ]
    var terms = terms(months: 36, rate: rate)
    if let parameters { terms.parameters = parameters }
    return try #require(
      try offer.valued(under: terms).elements.first {
        $0.component == "equity[0]"
      })
  }
}

extension EquityInstrument {
  fileprivate var isPartOfProfit: Bool {
    switch self {
    case .profitsInterest, .carriedInterest: true
    default: false
    }
  }
}
