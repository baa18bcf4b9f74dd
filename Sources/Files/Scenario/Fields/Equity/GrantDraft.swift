import Compensation
import Quantities

/// A grant while its fields are read, whatever its kind.
struct GrantDraft {
  typealias Read<Value> = (entry: Entry, value: Value)

  let item: Entry
  /// Of amounts without a mark.
  let currency: Currency
  let index: Int
  var kind: String?
  var grant: Read<Money>?
  var units: Read<Double>?
  var price: Read<Money>?
  var vestingEntry: Entry?
  var granted: Read<CalendarDate>?
  var dividendYield: Double?
  var volatility: Double?
  var isDoubleTrigger = false
  var acceleration: Acceleration?
  var beta: Double?
  // Options and rights.
  var strike: Money?
  var expiry: OptionTerms.Expiry?
  var windowMonths: Int?
  var allowsEarlyExercise = false
  var model: OptionTerms.Model?
  var exerciseMultiple: Double?
  var exitRate: Double?
  // Promises in money.
  var annualDefault: Double?
  var recovery: Double?
  // Performance shares.
  var goals: String?
  var payout: PayoutField?
  var odds: TargetBonus.Odds?
  var peers: Int?
  var correlation: Double?
  var periodMonths: Int?
  // Private companies.
  var isListed: Bool?
  var preferredPrice: Money?
  var fullyDiluted: Double?
  var marketability: PrivateCompany.Marketability?
  var exitIntensity: Double?
  // Parts of a gain.
  var percent: Double?
  var threshold: Money?
  var companyValue: Money?
  var fund: Money?
  var hurdle: Double?
  var carry: Double?
  var catchUp: Double?
  var fundMonths: Int?
  var targetMultiple: Double?
  var taxes = StockTaxFields.Draft()
  /// Read once `granted` is known.
  var vesting: VestingSchedule?

  init(_ item: Entry, currency: Currency, index: Int) {
    self.item = item
    self.currency = currency
    self.index = index
  }

  static let table = FieldTable<GrantDraft>(
    [
      "kind": { $1.kind = $0.choice(EquityFields.kinds) },
      "grant": { entry, draft in draft.grant = entry.money(usual: draft.currency).map { (entry, $0) } },
      "units": { $1.units = units($0) },
      "price": { entry, draft in draft.price = entry.money(.price, usual: draft.currency).map { (entry, $0) } },
      "vesting": { $1.vestingEntry = $0 },
      "granted": { entry, draft in draft.granted = entry.date().map { (entry, $0) } },
      "dividend_yield": { $1.dividendYield = $0.share(0...0.5) },
      "volatility": { $1.volatility = $0.volatility() },
      "trigger": { $1.isDoubleTrigger = $0.choice(["single", "double"]) == "double" },
      "strike": { $1.strike = $0.money(.price, usual: $1.currency) },
      "term": { entry, draft in
        draft.expiry = entry.months(1...360, text: "1mo and 30y").map { .months($0) } ?? draft.expiry
      },
      "expires": { entry, draft in draft.expiry = entry.date().map { .date($0) } ?? draft.expiry },
      "exercise_window": { $1.windowMonths = $0.months(0...180, text: "0mo and 15y") },
      "early_exercise": { $1.allowsEarlyExercise = $0.flag() ?? false },
      "model": { $1.model = $0.choice(["lattice", "black-scholes"]).flatMap { OptionTerms.Model(rawValue: $0) } },
      "exercise_multiple": { $1.exerciseMultiple = $0.number(1...100, text: "1 and 100", example: "2.2") },
      "exit_rate": { $1.exitRate = $0.share(0...5) },
      "default_odds": { $1.annualDefault = $0.odds() },
      "recovery": { $1.recovery = $0.odds() },
      // Performance shares.
      "goals": { $1.goals = $0.choice(["relative return", "own results"]) },
      "payout": { $1.payout = PayoutField.read($0) },
      "odds": { $1.odds = OddsFields.read($0) },
      "peers": { $1.peers = $0.count(1...1000, example: "20") },
      "correlation": { $1.correlation = $0.share(0...0.99) },
      "period": { $1.periodMonths = $0.months(1...120, text: "1mo and 10y") },
      // Private companies.
      "listed": { $1.isListed = $0.flag() },
      "preferred_price": { $1.preferredPrice = $0.money(.price, usual: $1.currency) },
      "fully_diluted": { $1.fullyDiluted = $0.shareCount() },
      "marketability": {
        $1.marketability = $0.choice(PrivateCompany.Marketability.allCases.map(\.rawValue))
          .flatMap { PrivateCompany.Marketability(rawValue: $0) }
      },
      "exit_intensity": { $1.exitIntensity = $0.share(0...5) },
      // Parts of a gain.
      "percent": { $1.percent = $0.share(0...1) },
      "threshold": { $1.threshold = $0.money(.wealth, usual: $1.currency) },
      "company_value": { $1.companyValue = $0.money(.wealth, usual: $1.currency) },
      "fund": { $1.fund = $0.money(.wealth, usual: $1.currency) },
      "hurdle": { $1.hurdle = $0.share(0...1) },
      "carry": { $1.carry = $0.share(0...1) },
      "catch_up": { $1.catchUp = $0.share(0...1) },
      "fund_life": { $1.fundMonths = $0.months(12...240, text: "1y and 20y") },
      "target_multiple": { $1.targetMultiple = $0.multiple(0...100) },
      "acceleration": { $1.acceleration = LeadershipFields.read($0)?.acceleration },
      "sale": { $1.taxes.sale = StockTaxFields.sale($0) },
      "election_83b": { $1.taxes.election = StockTaxFields.election($0, currency: $1.currency) },
      "qsbs": { $1.taxes.isSmallBusinessStock = $0.flag() ?? false },
      "beta": { $1.beta = $0.number(-5...10, text: "-5 and 10", example: "1.2") },
    ], required: ["kind": "kind: rsu"])

  private static func units(_ entry: Entry) -> Read<Double>? {
    if let text = entry.node.text, QuantityText.share(text) != nil {
      entry.fault(.unitsAsShare(entry.path, text))
      return nil
    }
    return entry.number(0.001...1e12, text: "0.001 and 1,000,000,000,000", example: "1,200").map { (entry, $0) }
  }

  /// Keys that every grant is made of, so that they are never listed as left out.
  static let common: Set<String> = ["kind", "grant", "units", "vesting", "granted"]

  /// Paths of the fields that are stated and, of this kind, not part of the value.
  func notValued(beside keys: Set<String>) -> [String] {
    guard case .mapping(let pairs) = item.node.content else { return [] }
    return pairs.compactMap(\.key.text)
      .filter { !GrantDraft.common.contains($0) && !keys.contains($0) }
      // One trigger is what every grant has.
      .filter { $0 != "trigger" || isDoubleTrigger }
      .map { "\(item.path).\($0)" }
  }

  /// The grant with its common terms; nil where its units cannot be told.
  func made(_ instrument: EquityInstrument, units: Double, price: Double, currency: Currency) -> EquityGrant? {
    guard let vesting else { return nil }
    var grant = EquityGrant(
      units: units, price: price, vesting: vesting, granted: granted?.value, dividendYield: dividendYield ?? 0,
      volatility: volatility, currency: currency, pathIndex: index, instrument: instrument)
    grant.acceleration = acceleration
    grant.beta = beta
    return grant
  }
}

/// How a kind of grant is read: the grant, or what has to be asked before it has a value.
struct ReadGrant {
  var grant: EquityGrant?
  /// Keys that went into it.
  var keys: Set<String> = []
  /// What is missing, each with the field it goes to: `the strike (equity[0].strike)`.
  var missing: [String] = []
  /// What would make the value better.
  var questions: [String] = []
}
