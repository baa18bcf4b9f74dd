import Glibc
import Quantities

/// A grant in a private company, seen from today: its model, its figures, and the words for them.
struct PrivateHolding {
  let valuer: OfferValuer
  /// Of the grant in the offer.
  let place: Int
  let grant: EquityGrant
  let company: PrivateCompany
  let share: PrivateShare
  /// Today, in the grant's currency: all equity, a common share, one unit of the grant before any discount.
  let values: (equity: Double, common: Double, perUnit: Double)
  /// Taken off for what cannot be sold.
  let discount: Double
  /// What rounds to come leave of a share.
  let keep: [Double]
  let exchange: Double
  let usesRatio: String

  /// `lastMonth`: of an option, after which it pays nothing, whenever the exit comes.
  init(
    _ valuer: OfferValuer, _ grant: EquityGrant, _ company: PrivateCompany, strike: Double?, lastMonth: Int? = nil
  ) throws {
    let terms = valuer.terms
    let parameters = terms.parameters
    self.valuer = valuer
    self.grant = grant
    place = valuer.offer.equity.firstIndex { $0.pathIndex == grant.pathIndex } ?? 0
    self.company = company
    exchange = valuer.exchange(of: grant)
    let stage = company.stage.rawValue
    let volatility = try company.volatility ?? parameters.value("equity.volatility", scope: stage, on: terms.asOf)
    let exit =
      try company.exitMonths.map(Double.init)
      ?? parameters.value("exit.months", scope: stage, on: terms.asOf)
    let exitMonths = min(exit, lastMonth.map(Double.init) ?? .infinity)
    let ratio = try company.table == nil ? PrivateHolding.commonRatio(grant, company, terms) : (value: 0, words: "")
    usesRatio = ratio.words
    let share = PrivateShare(
      units: grant.units, strike: strike, preferredPrice: grant.price, fullyDiluted: company.fullyDiluted,
      table: company.table, commonRatio: ratio.value, volatility: volatility, years: exitMonths / 12,
      rate: terms.continuousRate)
    self.share = share
    let inputs = [
      grant.units, strike ?? -1, grant.price, company.fullyDiluted, ratio.value, volatility, exitMonths,
      terms.continuousRate, Double(company.table?.lastRound ?? -1),
    ]
    let classes = company.table?.classes.classes.flatMap(\.inputs) ?? []
    let found = terms.prices.values(for: .init("private share", inputs + classes)) {
      let values = share.values()
      return [values.equity, values.common, values.perUnit]
    }
    values = (found[0], found[1], found[2])
    discount = PrivateHolding.discount(company.marketability, share)
    keep = try PrivateHolding.keep(company, terms)
  }

  /// Of a common share to the preferred's price, where nobody told who is paid before whom.
  private static func commonRatio(
    _ grant: EquityGrant, _ company: PrivateCompany, _ terms: ValuationTerms
  ) throws -> (value: Double, words: String) {
    let unicorn = try terms.parameters.value("common.unicorn-value", on: terms.asOf)
    if company.stage == .late || grant.price * company.fullyDiluted >= unicorn {
      let row = try terms.parameters.value("common.share-of-preferred", scope: "late", on: terms.asOf)
      return (row, "what it is at late-stage companies")
    }
    if let appraised = company.commonRatio { return (min(1, appraised), "as appraised") }
    return (try terms.parameters.value("common.share-of-preferred", scope: "early", on: terms.asOf), "a default")
  }

  private static func discount(_ kind: PrivateCompany.Marketability, _ share: PrivateShare) -> Double {
    let (volatility, years) = (share.volatility, share.years)
    switch kind {
    case .none: return 0
    case .finnerty: return MarketabilityDiscount.finnerty(volatility: volatility, years: years, dividendYield: 0)
    case .ghaidarov: return MarketabilityDiscount.ghaidarov(volatility: volatility, years: years, dividendYield: 0)
    case .chaffe:
      return MarketabilityDiscount.chaffe(volatility: volatility, years: years, rate: share.rate, dividendYield: 0)
    }
  }

  /// Ownership left of 1 after each round to come: after none, one, two, ...
  private static func keep(_ company: PrivateCompany, _ terms: ValuationTerms) throws -> [Double] {
    let stages = PrivateCompany.Stage.allCases.map(\.rawValue)
    let later = stages.drop { $0 != company.stage.rawValue }.dropFirst()
    let rounds =
      try company.dilutions
      ?? (later.isEmpty ? ["late"] : Array(later)).map {
        try terms.parameters.value("dilution.round", scope: $0, on: terms.asOf)
      }
    return (0...rounds.count).map { Dilution.ownership(1, afterRounds: Array(rounds.prefix($0))) }
  }

  /// Values by vesting date, in the totals' currency: on paper at the last investors' price.
  func tranches(of tranches: [Tranche]) -> [Tranche] {
    tranches.map { tranche in
      var tranche = tranche
      tranche.headline = tranche.units * max(0, grant.price - (share.strike ?? 0)) * exchange
      tranche.fair = tranche.units * perUnit
      tranche.factors = [.exit(grant: place, odds: 1)]
      return tranche
    }
  }

  /// One unit, less any discount, in the totals' currency.
  var perUnit: Double { values.perUnit * (1 - discount) * exchange }

  /// What all the rounds to come leave of a share.
  var kept: Double { keep.last ?? 1 }

  /// The exit from which the grant pays, in the totals' currency, when the usual rounds have come.
  var breakEven: Double { share.breakEvenExit(keep: kept) * exchange }

  /// What the whole grant pays at exits of several sizes, after none and more rounds.
  var exits: ExitGrid {
    let equities = [0.25, 0.5, 1, 2, 3, 5, 10].map { $0 * share.postMoney }
    return ExitGrid(
      kept: keep, exits: equities.map { $0 * exchange },
      payouts: equities.map { equity in keep.map { share.payout(atExit: equity, keep: $0) * exchange } },
      countsPreferences: company.table != nil)
  }

  /// The grant and its model in a line.
  var text: String {
    func money(_ amount: Double) -> String { valuer.money(amount * exchange) }
    func price(_ amount: Double) -> String { NumberText.grouped(amount, decimals: 2) }
    let owned = grant.units / company.fullyDiluted
    let what = share.strike.map { "options at \(price($0))" } ?? "shares"
    let worth =
      company.table == nil
      ? "a common share taken at \(price(values.common)), \(NumberText.share(share.commonRatio)) of the last investors' "
        + "\(price(grant.price)) (\(usesRatio); who is paid first is not known)"
      : "a common share worth \(price(values.common)) when the last investors' is worth \(price(grant.price)) and all "
        + money(values.equity)
    return "\(NumberText.grouped(grant.units)) \(what), \(NumberText.percent(owned, decimals: 2)) of the company; "
      + "\(worth); volatility \(NumberText.share(share.volatility)), exit in \(NumberText.short(share.years)) years"
      + (discount > 0
        ? "; less \(NumberText.share(discount)) for not being sold (\(company.marketability.rawValue))" : "")
  }
}
