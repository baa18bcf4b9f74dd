import Glibc
import Quantities
import Simulation

/// Looks up what each factor of an offer needs, and gathers which numbers of a draw that takes.
struct FactorRules {
  /// Levels and changes of the share price, as weights of its normals.
  private(set) var rows: [[Double]] = []
  /// Beside those of the share price.
  private(set) var dimensions: [Int] = []
  private var known: [[Int]: Int] = [:]
  private let motion: LeadingMotion
  private let valuer: OfferValuer
  private let plan: DrawPlan

  init(valuer: OfferValuer, plan: DrawPlan, elements: [ElementValue]) {
    self.valuer = valuer
    self.plan = plan
    let months = elements.flatMap(\.flows).flatMap(\.risk.factors).compactMap(\.lastPriceMonth)
    motion = LeadingMotion(months: max(12, months.max() ?? 0), components: DrawPlan.priceComponents)
  }

  var priceDimensions: [Int] {
    (0..<motion.components).map { plan.price(of: valuer.offer, component: $0) }
  }

  /// Nil where there is nothing that could vary.
  mutating func rule(for factor: PayRisk.Factor) throws -> FactorRule? {
    switch factor {
    case .payout(let bonus, let year):
      let distribution = try valuer.payoutDistribution(of: bonus)
      let mean = distribution.mean
      return mean > 0 ? .payout(distribution, use(plan.payout(year: year)), scale: 1 / mean) : nil
    case .growth(let start, let end, let volatility):
      let volatility = try volatility ?? valuer.usualVolatility()
      let deviation = volatility * (Double(end - start) / 12).squareRoot()
      return deviation > 0 ? .growth(row: row(start, end), deviation: deviation) : nil
    case .rank(let award, let month):
      guard let table = RankTable(award, valueToPrice: award.valueToPrice) else { return nil }
      return .rank(table, row: row(0, month), own: use(plan.rank(of: valuer.offer)))
    case .gain(let option, let month): return LogNormalGain(option).map { .gain($0, row: row(0, month)) }
    case .purchase(let plan, let start, let end): return purchase(plan, start, end)
    case .odds(let odds): return odds > 0 && odds < 1 ? .odds(odds, use(plan.grants(of: valuer.offer))) : nil
    case .exit(let grant, let odds): return try exit(grant, odds)
    case .equityCall(let option): return LogNormalGain(option).map { .equityCall($0, use(plan.exit(of: valuer.offer))) }
    case .carry(let carry, let fund, let years, let rate, let volatility):
      let value = carry.value(ofFund: fund, years: years, rate: rate, volatility: volatility)
      guard value > 0 else { return nil }
      return .carry(
        carry, fund: fund, years: years, deviation: volatility * years.squareRoot(), later: exp(-rate * years),
        scale: 1 / value, use(plan.exit(of: valuer.offer)))
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

  /// The odds of exits by stage, through the waterfall: most pay nothing.
  private mutating func exit(_ index: Int, _ odds: Double) throws -> FactorRule? {
    let grant = valuer.offer.equity[index]
    let holding: PrivateHolding
    switch grant.instrument {
    case .privateOption(let option, let company):
      holding = try PrivateHolding(valuer, grant, company, strike: option.strike)
    case .privateShares(let company, _): holding = try PrivateHolding(valuer, grant, company, strike: nil)
    default: return nil
    }
    let outcomes = try PrivateHolding.exitOdds(holding.company.stage, valuer.terms)
    let pays = outcomes.map { holding.share.payout(atExit: $0.multiple * holding.share.postMoney, keep: holding.kept) }
    let mean = zip(outcomes, pays).reduce(0) { $0 + $1.0.odds * $1.1 }
    guard mean > 0, odds > 0 else { return nil }
    // From worst to best, no exit in time first: what is good for one grant in a company is good for all.
    var ends = [1 - odds]
    for outcome in outcomes { ends.append((ends.last ?? 0) + outcome.odds * odds) }
    return .exit(ends: ends, pays: [0] + pays.map { $0 / mean / odds }, use(plan.exit(of: valuer.offer)))
  }

  private mutating func use(_ dimension: Int) -> Int {
    if !dimensions.contains(dimension) { dimensions.append(dimension) }
    return dimension
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
    case .growth(_, let month, _), .rank(_, let month), .gain(_, let month), .purchase(_, _, let month): month
    default: nil
    }
  }
}
