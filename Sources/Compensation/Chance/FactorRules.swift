import Glibc
import Quantities
import Simulation

/// Looks up what each factor of an offer needs, and gathers which numbers of a draw that takes.
struct FactorRules {
  /// Of the draws, in the order of their places; the month of a layoff is the first.
  private(set) var dimensions: [Int]
  /// Levels and changes of the share price, as weights of its normals.
  private(set) var rows: [[Double]] = []
  private var known: [[Int]: Int] = [:]
  private let motion: LeadingMotion
  private let valuer: OfferValuer
  private let plan: DrawPlan

  init(valuer: OfferValuer, plan: DrawPlan, elements: [ElementValue]) {
    self.valuer = valuer
    self.plan = plan
    dimensions = [plan.dimension(of: .layoff, for: valuer.offer)]
    let months = elements.flatMap(\.flows).flatMap(\.risk.factors).compactMap(\.lastPriceMonth)
    motion = LeadingMotion(months: max(12, months.max() ?? 0), components: DrawPlan.priceComponents)
  }

  /// Places of the normals that the rows weigh; none where no share price matters.
  mutating func pricePlaces() -> [Int] {
    rows.isEmpty ? [] : (0..<motion.components).map { use(.price(component: $0)) }
  }

  /// Nil where there is nothing that could vary.
  mutating func rule(for factor: PayRisk.Factor) throws -> FactorRule? {
    switch factor {
    case .payout(let bonus, let year):
      let distribution = try valuer.payoutDistribution(of: bonus)
      let mean = distribution.mean
      return mean > 0 ? .payout(distribution, use(.payout(year: year)), scale: 1 / mean) : nil
    case .outcomes(let odds, let luck):
      return table(odds.outcomes.map { ($0.weight, $0.multiple) }, luck)
    case .chance(let low, let high, let luck):
      return high > low && high - low < 1 ? .chance(from: low, to: high, use(luck)) : nil
    case .credit(let annualDefault, let recovery, let months):
      let paid = pow(1 - annualDefault, Double(months) / 12)
      return table([(1 - paid, recovery), (paid, 1)], .credit)
    case .growth(let start, let end, let volatility):
      let volatility = try volatility ?? valuer.usualVolatility()
      let deviation = volatility * (Double(end - start) / 12).squareRoot()
      return deviation > 0 ? .growth(row: row(start, end), deviation: deviation) : nil
    case .rank(let award, let month):
      guard let table = RankTable(award, memo: valuer.terms.prices) else { return nil }
      return .rank(table, row: row(0, month), own: use(.rank))
    case .gain(let option, let price, let vesting):
      let life = ImpliedLife(of: option, price: price, vesting: vesting)
      return LogNormalGain(life.option).map { .gain($0, row: row(0, life.months)) }
    case .purchase(let plan, let start, let end): return purchase(plan, start, end)
    case .exit(let grant, let odds): return try exit(grant, odds)
    case .equityCall(let option): return LogNormalGain(option).map { .equityCall($0, use(.exit)) }
    case .carry(let carry, let fund, let years, let rate, let volatility):
      let value = carry.value(ofFund: fund, years: years, rate: rate, volatility: volatility)
      guard value > 0 else { return nil }
      return .carry(
        carry, fund: fund, years: years, deviation: volatility * years.squareRoot(), later: exp(-rate * years),
        scale: 1 / value, use(.exit))
    }
  }

  private mutating func purchase(_ plan: PurchasePlan, _ start: Int, _ end: Int) -> FactorRule? {
    let gain = plan.presentGain(onContribution: 1)
    // Without looking back the gain is a part of the money, whatever the price.
    guard plan.hasLookback, gain > 0, plan.volatility > 0 else { return nil }
    let wait = exp(-plan.dividendYield * plan.years)
    return .purchase(
      row: row(start, end), deviation: plan.volatility * plan.years.squareRoot(),
      later: exp(-plan.rate * plan.years) / wait, kept: wait / (1 - plan.discount), scale: 1 / gain)
  }

  /// The odds of exits by stage, through the waterfall: most pay nothing. What is good for one grant in a company is
  /// good for all, since all go by the same number.
  private mutating func exit(_ index: Int, _ odds: Double) throws -> FactorRule? {
    let grant = valuer.offer.equity[index]
    let holding: PrivateHolding
    switch grant.instrument {
    case .privateOption(let option, let company):
      holding = try valuer.holding(of: option, grant, company)
    case .privateShares(let company, _): holding = try PrivateHolding(valuer, grant, company, strike: nil)
    default: return nil
    }
    let outcomes = try PrivateHolding.exitOdds(holding.company.stage, valuer.terms).map { outcome in
      (
        odds: outcome.odds * odds,
        pay: holding.share.payout(atExit: outcome.multiple * holding.share.postMoney, keep: holding.kept)
      )
    }
    return table([(1 - odds, 0)] + outcomes, .exit)
  }

  private mutating func table(_ outcomes: [(odds: Double, pay: Double)], _ luck: Luck) -> FactorRule? {
    OutcomeTable(outcomes).map { .outcomes($0, use(luck)) }
  }

  /// The place of what decides something.
  private mutating func use(_ luck: Luck) -> Int {
    let dimension = plan.dimension(of: luck, for: valuer.offer)
    if let place = dimensions.firstIndex(of: dimension) { return place }
    dimensions.append(dimension)
    return dimensions.count - 1
  }

  private mutating func row(_ start: Int, _ end: Int) -> Int {
    if let place = known[[start, end]] { return place }
    rows.append(motion.change(from: start, to: end))
    known[[start, end]] = rows.count - 1
    return rows.count - 1
  }
}

extension PayRisk.Factor {
  /// The last month of the share price that it asks for.
  fileprivate var lastPriceMonth: Int? {
    switch self {
    case .growth(_, let month, _), .rank(_, let month), .purchase(_, _, let month): month
    case .gain(let option, let price, let vesting): ImpliedLife(of: option, price: price, vesting: vesting).months
    default: nil
    }
  }
}
