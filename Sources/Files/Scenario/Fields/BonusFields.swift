import Compensation
import Quantities

/// `bonus: 12%`, `bonus: 20k`, or its target with odds or past payouts.
enum BonusFields {
  private struct Draft {
    let currency: OfferCurrency
    var target: TargetBonus.Target?
    var payout: (entry: Entry, value: TargetBonus.Payout)?
    var isDiscretionary = false
    var thresholdMultiple: Double?
    var maximumMultiple: Double?
    var deferral: TargetBonus.Deferral?
  }

  private static let oneOf = "keep the odds or the payouts, not both"

  private static let table = FieldTable<Draft>(
    [
      "target": { $1.target = target($0, $1.currency) },
      "odds": { entry, draft in entry.keep(OddsFields.read(entry).map { .odds($0) }, in: &draft.payout, why: oneOf) },
      "payout": { entry, draft in entry.keep(payout(entry), in: &draft.payout, why: oneOf) },
      "discretionary": { $1.isDiscretionary = $0.flag() ?? false },
      "threshold_pays": { $1.thresholdMultiple = $0.share(0...1) },
      "maximum_pays": { $1.maximumMultiple = $0.share(1...10) },
      "deferred": { $1.deferral = DeferralFields.read($0, $1.currency) },
    ], required: ["target": "target: 20%"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    if entry.isText {
      draft.offer.bonus = target(entry, draft.currency).map { TargetBonus(target: $0) }
      return
    }
    var bonus = Draft(currency: draft.currency)
    let shape = "12%, an amount, or keys: {target: 20%, odds: {...}}"
    guard table.read(entry, into: &bonus, owner: entry.path, wanted: shape), let target = bonus.target else {
      return
    }
    var terms = TargetBonus(
      target: target, payout: bonus.payout?.value ?? .usual, isDiscretionary: bonus.isDiscretionary)
    terms.thresholdMultiple = bonus.thresholdMultiple
    terms.maximumMultiple = bonus.maximumMultiple
    // Nothing deferred is no deferral.
    terms.deferral = bonus.deferral.flatMap { $0.share > 0 ? $0 : nil }
    draft.offer.bonus = terms
    guard terms.payout.isWithoutOdds else { return }
    // What the ends pay moves a figure only with the odds of reaching them.
    let ends = ["threshold_pays", "maximum_pays"].filter { entry.hasAny(of: [$0]) }
    draft.offer.notValued += ends.map { "\(entry.path).\($0)" }
    if !ends.isEmpty {
      draft.offer.openQuestions.append("how often the bonus reached threshold, target and maximum (\(entry.path).odds)")
    }
  }

  /// `20%` of base, or an amount.
  static func target(_ entry: Entry, _ currency: OfferCurrency) -> TargetBonus.Target? {
    guard let text = entry.text(wanted: "12% or an amount") else { return nil }
    if text.contains("%") { return entry.share(text, 0...10).map { .shareOfBase($0) } }
    // Nobody promises a bonus of 12 dollars: a percentage was meant.
    if let bare = QuantityText.decimal(text), bare > 0, bare < 100 {
      entry.fault(.shareNotAPercent(entry.path, text))
      return nil
    }
    return entry.amount(text, in: currency).map { .amount($0) }
  }

  /// A mean payout over target, or the payouts of past years.
  private static func payout(_ entry: Entry) -> TargetBonus.Payout? {
    if entry.isText { return entry.share(0...10).map { .mean($0) } }
    guard let items = entry.items(wanted: "a percentage of target, or a list of past ones") else {
      return nil
    }
    if items.isEmpty { entry.fault(.emptyValue(entry.path)) }
    let shares = items.compactMap { $0.share(0...10) }
    guard shares.count == items.count, !shares.isEmpty else { return nil }
    return .history(shares)
  }
}

extension TargetBonus.Payout {
  fileprivate var isWithoutOdds: Bool {
    if case .odds = self { return false }
    return true
  }
}

/// `odds: {threshold: 92%, target: 55%, maximum: 10%}`
enum OddsFields {
  private typealias Read = (entry: Entry, value: Double)

  private struct Draft {
    var threshold: Read?
    var target: Read?
    var maximum: Read?
  }

  private static let table = FieldTable<Draft>(
    [
      "threshold": { entry, draft in draft.threshold = entry.odds().map { (entry, $0) } },
      "target": { entry, draft in draft.target = entry.odds().map { (entry, $0) } },
      "maximum": { entry, draft in draft.maximum = entry.odds().map { (entry, $0) } },
    ], required: ["threshold": "threshold: 92%", "target": "target: 55%", "maximum": "maximum: 10%"])

  static func read(_ entry: Entry) -> TargetBonus.Odds? {
    var draft = Draft()
    let shape = "keys: {threshold: 92%, target: 55%, maximum: 10%}"
    guard table.read(entry, into: &draft, owner: entry.path, wanted: shape), let threshold = draft.threshold,
      let target = draft.target, let maximum = draft.maximum
    else { return nil }
    if target.value > threshold.value {
      target.entry.fault(.oddsNotInOrder("threshold", "target", line: threshold.entry.line))
    }
    if maximum.value > target.value {
      maximum.entry.fault(.oddsNotInOrder("target", "maximum", line: target.entry.line))
    }
    return TargetBonus.Odds(threshold: threshold.value, target: target.value, maximum: maximum.value)
  }
}
