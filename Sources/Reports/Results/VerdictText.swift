import Quantities
import Scenarios

/// The verdict of a comparison, in words and for programs.
enum VerdictText {
  static func sentence(_ comparison: Comparison, months: Int, currency: String) -> String {
    ranked(comparison, months: months, currency: currency) + unpricedEquity(comparison)
  }

  /// Grants that lack what a value needs can turn a ranking, so the verdict itself names them.
  private static func unpricedEquity(_ comparison: Comparison) -> String {
    let grants = comparison.ranking.compactMap { valuation -> String? in
      let kinds = valuation.offer.notValued.filter { $0.hasPrefix("equity[") && $0.hasSuffix(")") }
      return kinds.isEmpty ? nil : "\(valuation.offer.id) \(kinds.joined(separator: " and "))"
    }
    return grants.isEmpty ? "" : " Not counting \(grants.joined(separator: ", ")): ask for what it lacks."
  }

  private static func ranked(_ comparison: Comparison, months: Int, currency: String) -> String {
    let best = comparison.ranking[0]
    let verdict = comparison.verdict
    func money(_ amount: Double) -> String { NumberText.money(amount, currency: currency) }
    let sure = best.certain == nil ? "" : "a sure "
    let isHeld = (best.heldBack?.minorUnits ?? 0) > 0
    let worth = MeasureText(comparison: comparison).amount(
      "\(sure)\(money(comparison.worth(of: best).amount)) over \(months) months"
        + (isHeld ? " before it is held at its fair value" : ""))
    guard let margin = verdict.margin, let pair = comparison.pairs.first else {
      return
        "\(best.offer.id) is worth \(worth), \(money(best.annualized)) a year\(comparison.measure == .beforeTax ? "" : " before tax"); there is no other offer to compare."
    }
    let share = NumberText.percent(margin, decimals: 1)
    let odds = verdict.odds.map { NumberText.percent($0, decimals: 0) }
    if verdict.isTooClose, pair.difference.minorUnits == 0 {
      return "\(pair.a) and \(pair.b) are worth the same: \(worth). Decide on what is not in the figures."
    }
    if verdict.reason == .evenOdds, let odds {
      return
        "Too close to call: \(best.offer.id) is worth \(worth), \(money(pair.difference.amount)) (\(share)) more than "
        + "\(pair.b), but comes out ahead in \(odds) of courses only. Decide on what is not in the figures."
    }
    if verdict.reason == .held, let other = comparison.heldLeader,
      let most = comparison.certain(of: other), let held = comparison.certain(of: best)
    {
      return
        "Too close to call: \(best.offer.id) is worth \(worth), \(money(pair.difference.amount)) (\(share)) more than "
        + "\(pair.b); held there, \(other.offer.id) is worth \(money((most - held).amount)) more. Decide on what is not "
        + "in the figures."
    }
    if verdict.isTooClose {
      return
        "Too close to call: \(best.offer.id) is worth \(worth), only \(money(pair.difference.amount)) (\(share)) more "
        + "than \(pair.b). Decide on what is not in the figures."
    }
    return "\(best.offer.id) is worth most: \(worth), \(money(pair.difference.amount)) (\(share)) more than \(pair.b)"
      + (odds.map { ", ahead in \($0) of courses." } ?? ".")
  }

  /// The winner's id, or the closest two.
  static func best(_ comparison: Comparison) -> String {
    if let winner = comparison.verdict.winner { return winner }
    return comparison.verdict.isTooClose
      ? comparison.ranking.prefix(2).map(\.offer.id).joined(separator: " or ") : comparison.ranking[0].offer.id
  }

  static func json(_ comparison: Comparison, currency: String) -> JSONValue {
    let verdict = comparison.verdict
    let reason: String
    let isHeld = comparison.ranking.prefix(2).contains { ($0.heldBack?.minorUnits ?? 0) > 0 }
    let value = MeasureText(comparison: comparison).value(
      of: comparison.ranking[0].certain == nil
        ? "expected value" : isHeld ? "certain value before it is held at fair value" : "certain value")
    switch verdict.reason {
    case .oneOffer: reason = "there is one offer only"
    case .tooClose:
      reason =
        "best and second differ by less than \(NumberText.share(verdict.closeShare)) of the larger \(value)"
    case .evenOdds:
      reason = "best and second come out ahead about equally often"
    case .held:
      reason = "the best is so before its certain value is held at fair value; held there, another is worth more"
    case .clear:
      reason = "the highest \(value), by more than \(NumberText.share(verdict.closeShare)) of the larger"
    }
    return [
      "winner": .orNull(verdict.winner) { .string($0) }, "too_close": .bool(verdict.isTooClose),
      "reason": .string(reason), "basis": .string(comparison.measure.rawValue),
      "margin": .orNull(verdict.margin) { .ratio($0) },
    ]
  }
}

/// Values of moved inputs.
enum DriverText {
  /// `a stay of`, `layoff odds a month (public tech)`, or the path itself.
  static func label(_ path: String) -> String {
    switch path {
    case "assumptions.horizon": return "a stay of"
    case "assumptions.discount_rate": return "a discount rate of"
    default: break
    }
    let hazard = "assumptions.parameters.hazard.involuntary["
    return path.hasPrefix(hazard) ? "layoff odds a month (\(path.dropFirst(hazard.count).dropLast())) of" : "\(path) of"
  }

  static func value(_ value: Double, _ unit: Driver.Unit, _ currency: String) -> String {
    switch unit {
    case .money: value < 1_000 ? NumberText.fixed(value, decimals: 2) : NumberText.money(value, currency: currency)
    case .share: NumberText.share(value)
    case .months: "\(NumberText.short(value)) months"
    }
  }

  static func unit(_ unit: Driver.Unit, _ currency: String) -> String {
    switch unit {
    case .money: currency
    case .share: "share"
    case .months: "months"
    }
  }

  static func json(_ value: Double, _ unit: Driver.Unit) -> JSONValue {
    switch unit {
    case .money: .amount(value)
    case .share: .ratio(value)
    case .months: .integer(Int(value))
    }
  }
}
