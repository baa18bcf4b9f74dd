import Compensation
import Quantities

/// `deferred: {plan: 457b, employer: 4%, vesting: 3y cliff}`: the employer's money in a plan without a fund.
enum DeferredFields {
  private struct Draft {
    let currency: OfferCurrency
    var plan = DeferredPlan(plan: .nonqualified, contribution: .shareOfPay(0))
    var contribution: DeferredPlan.Contribution?
    var risk: (entry: Entry, value: DeferredPlan.Risk)?
  }

  private static let oneOf = "the odds of a failure or its spread, not both"

  private static let table = FieldTable<Draft>(
    [
      "plan": { entry, draft in if let plan = plan(entry) { draft.plan.plan = plan } },
      "employer": { $1.contribution = contribution($0, $1.currency) },
      "balance": { $1.plan.balance = $0.amount(in: $1.currency) },
      "vesting": { $1.plan.vesting = ServiceVesting.read($0) },
      "paid": { $1.plan.paidMonth = $0.months(1...720, text: "1mo and 60y") },
      "credited": { $1.plan.creditedRate = $0.share(0...0.5) },
      "default": { entry, draft in entry.keep(entry.odds().map { .annualOdds($0) }, in: &draft.risk, why: oneOf) },
      "spread": { entry, draft in entry.keep(entry.share(0...0.5).map { .spread($0) }, in: &draft.risk, why: oneOf) },
      "recovery": { $1.plan.recovery = $0.share(0...1) },
    ], required: ["employer": "employer: 4%"])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft(currency: offer.currency)
    if entry.isText {
      draft.contribution = contribution(entry, offer.currency)
    } else {
      let shape = "keys: {plan: 457b, employer: 4%, vesting: 3y cliff}"
      guard table.read(entry, into: &draft, owner: entry.path, wanted: shape) else { return }
    }
    guard let contribution = draft.contribution else { return }
    draft.plan.contribution = contribution
    draft.plan.isVestingStated = entry.isMapping && entry.hasAny(of: ["vesting"])
    if let risk = draft.risk { draft.plan.risk = risk.value }
    offer.offer.deferredPlans.append(draft.plan)
  }

  /// The plan a block names, in any of the ways people write it: `457(b)`; nil when it is of no such plan.
  static func plan(named text: String) -> DeferredPlan.Plan? {
    DeferredPlan.Plan(rawValue: text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static func plan(_ entry: Entry) -> DeferredPlan.Plan? {
    guard let text = entry.text(wanted: "a kind of plan") else { return nil }
    if let plan = plan(named: text) { return plan }
    entry.fault(.unknownChoice(entry.path, text, choices: DeferredPlan.Plan.allCases.map(\.rawValue)))
    return nil
  }

  /// `4%` of pay, or `20k/y`.
  private static func contribution(_ entry: Entry, _ currency: OfferCurrency) -> DeferredPlan.Contribution? {
    guard let text = entry.text(wanted: "4% of pay, or 20k/y") else { return nil }
    if let share = Entry.shareOfPay(text) { return entry.share(share, 0...2).map { .shareOfPay($0) } }
    return entry.amountPerMonth(text, in: currency).map { .amountPerYear($0 * 12) }
  }
}

extension Entry {
  /// `4%` of `4%` and of `4% of pay`; nil for what is no share.
  static func shareOfPay(_ text: String) -> String? {
    let words = text.split(separator: " ")
    let ends = ["", "of pay", "of base", "of salary"]
    guard let first = words.first, first.hasSuffix("%"),
      ends.contains(words.dropFirst().joined(separator: " ").lowercased())
    else { return nil }
    return String(first)
  }
}
