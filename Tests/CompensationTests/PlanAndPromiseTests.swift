import Compensation
import ModelTestSupport
import Quantities
import Testing

@Suite("Purchase plans, yearly grants and performance shares of an offer")
struct PlanAndPromiseTests {
  @Test("A purchase plan is worth its gain in money, offering by offering, and is held to the law's limit")
  func purchasePlan() throws {
    // The inputs of espp_cash of MarketData/reference/share-plans.csv, over one offering.
    func fair(_ contribution: Double, lookback: Bool = true) throws -> Double {
      var offer = plainOffer(240_000)
      offer.purchasePlan = PurchasePlanTerms(
        contribution: .share(contribution), discount: 0.15, hasLookback: lookback, volatility: 0.35)
      return try Self.element(offer, "espp", rate: exponential(0.045) - 1, months: 6).total(\.fair, .usd).amount
    }
    let plan = PurchasePlan(
      discount: 0.15, hasLookback: true, years: 0.5, rate: 0.045, dividendYield: 0, volatility: 0.35)
    #expect(try abs(fair(0.10) - plan.presentGain(onContribution: 12_000)) < 0.01)
    #expect(try fair(0.10) > fair(0.10, lookback: false))
    // Shares for 25,000 a year cost 21,250 with the discount.
    #expect(try abs(fair(0.30) - plan.presentGain(onContribution: 21_250)) < 0.01)
    var offer = plainOffer(240_000)
    offer.purchasePlan = PurchasePlanTerms(
      contribution: .amount(60_000), limit: 0.05, discount: 0.15, hasLookback: false, volatility: 0.35)
    let value = try Self.element(offer, "espp", rate: 0.045, months: 24)
    // 5 % of 240,000 in each of two years: 12,000 x 0.15 / 0.85, twice.
    #expect(abs(value.total(\.headline, .usd).amount - 2 * 12_000 * 0.15 / 0.85) < 0.02)
    #expect(value.flows.map(\.month) == [6, 12, 18, 24])
    // Over two years the law lets in twice as much: all of 20,000 a year, and no more than 42,500 of 60,000.
    func headline(_ yearly: Double, every months: Int) throws -> Double {
      offer.purchasePlan = PurchasePlanTerms(
        contribution: .amount(yearly), discount: 0.15, hasLookback: true, offeringMonths: months, volatility: 0.35)
      return try Self.element(offer, "espp", rate: 0.045, months: 36).total(\.headline, .usd).amount
    }
    #expect(abs(try headline(20_000, every: 24) - 40_000 * 0.15 / 0.85) < 0.01)
    #expect(abs(try headline(30_000, every: 24) - 42_500 * 0.15 / 0.85) < 0.01)
    // Offerings of months 1 to 18 and 19 to 36: 36,000 of years 1 and 2, then 6,500 left of year 2 and 21,250 of year 3.
    #expect(abs(try headline(24_000, every: 18) - 63_750 * 0.15 / 0.85) < 0.01)
  }

  @Test("Yearly grants are never promised: nothing on paper, their odds in expected, hoped for")
  func refreshers() throws {
    var offer = plainOffer()
    offer.refreshers = RefresherTerms(
      grant: Money(40_000, .usd), vesting: VestingSchedule(months: 48, cliff: 12, every: 12), probability: 0.5)
    let value = try Self.element(offer, "refreshers", rate: 0.05, months: 36, overrides: noHazard)
    #expect(value.certainty == .hopedFor)
    #expect(value.total(\.headline, .usd).minorUnits == 0)
    // Granted in months 12 and 24, a quarter a year: one part in month 24, two in month 36.
    #expect(value.flows.map(\.month) == [24, 36, 36])
    #expect(abs(value.total(\.fair, .usd).amount - (20_000 / 1.05 + 10_000 / (1.05 * 1.05))) < 0.02)
    #expect(abs(value.total(\.expected, .usd).amount - value.total(\.fair, .usd).amount / 2) < 0.02)
  }

  @Test("Rank among peers multiplies the price by the exact integral; the company's own goals by their odds")
  func performance() throws {
    var offer = plainOffer()
    let schedule = try #require(PayoutSchedule([(25, 0.5), (50, 1), (75, 2)]))
    var grant = EquityGrant(
      units: 1_000, price: 50, vesting: VestingSchedule(events: [.init(month: 36, share: 1)]), granted: nil,
      dividendYield: 0.02, volatility: 0.35, currency: .usd,
      instrument: .performanceShares(
        .relativeReturn(.init(peers: 20, correlation: 0.45, schedule: schedule))))
    offer.equity = [grant]
    let award = RelativeReturnShares(peers: 20, volatility: 0.35, correlation: 0.45, years: 3, schedule: schedule)
    let paid = 50_000 / (1.02 * 1.02 * 1.02)
    let fair = try Self.element(offer, "equity[0]", rate: 0.04, months: 36).total(\.fair, .usd).amount
    #expect(abs(fair - paid * award.valueToPrice) < 0.02)
    grant.instrument = .performanceShares(
      .ownResults(.odds(.init(threshold: 0.92, target: 0.55, maximum: 0.1)), maximumMultiple: nil))
    offer.equity = [grant]
    let own = try Self.element(offer, "equity[0]", rate: 0.04, months: 36)
    #expect(abs(own.total(\.fair, .usd).amount - paid * 1.1525) < 0.02)
    #expect(own.total(\.headline, .usd).amount == 50_000)
  }

  static func element(
    _ offer: Offer, _ component: String, rate: Double, months: Int, overrides: [String: Double] = [:]
  ) throws -> ElementValue {
    let terms = terms(months: months, rate: rate, overrides: overrides)
    return try #require(try offer.valued(under: terms).elements.first { $0.component == component })
  }
}
