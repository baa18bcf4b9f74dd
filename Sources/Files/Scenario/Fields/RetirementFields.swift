import Compensation
import Quantities

/// `retirement: {match: 50% up to 6%, vesting: 3y graded}`, or a list with plans that no fund stands behind:
/// `[{plan: 403b, match: 100% up to 5%}, {plan: serp, employer: 30k/y, vesting: 5y cliff}]`
enum RetirementFields {
  private static let funded = ["401k", "403b"]

  private struct Draft {
    let currency: OfferCurrency
    var plan = RetirementMatch(tiers: [], vesting: [])
  }

  private static let table = FieldTable<Draft>(
    [
      "plan": { entry, _ in checkPlan(entry) },
      "match": { $1.plan.tiers = tiers($0) },
      "employer": { $1.plan.contribution = contribution($0) ?? 0 },
      "vesting": { $1.plan.vesting = ServiceVesting.read($0) },
      "unvested": { $1.plan.unvested = $0.amount(in: $1.currency) },
    ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    guard case .sequence = entry.node.content else { return readOne(entry, &draft) }
    for item in entry.items(wanted: "plans") ?? [] { readOne(item, &draft) }
  }

  /// A plan with a fund, or one that is a claim on the employer.
  private static func readOne(_ entry: Entry, _ draft: inout OfferDraft) {
    if let plan = entry.value(of: "plan")?.text, DeferredFields.plan(named: plan) != nil {
      return DeferredFields.read(entry, &draft)
    }
    if !entry.isText, entry.isMapping, !entry.hasAny(of: ["match", "employer"]) {
      entry.fault(.missingKey("match", of: entry.path, example: "match: 50% up to 6%"))
    }
    readFunded(entry, &draft)
  }

  /// Plans with a fund, as people write them: `401(k)`.
  private static func checkPlan(_ entry: Entry) {
    guard let text = entry.text(wanted: "a kind of plan") else { return }
    guard !funded.contains(text.lowercased().filter { $0.isLetter || $0.isNumber }) else { return }
    entry.fault(.unknownChoice(entry.path, text, choices: funded + DeferredPlan.Plan.allCases.map(\.rawValue)))
  }

  private static func contribution(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "4% of pay") else { return nil }
    return entry.share(Entry.shareOfPay(text) ?? text, 0...1)
  }

  private static func readFunded(_ entry: Entry, _ draft: inout OfferDraft) {
    var read = Draft(currency: draft.currency)
    if entry.isText {
      read.plan.tiers = tiers(entry)
    } else {
      table.read(
        entry, into: &read, owner: entry.path, wanted: "keys: {match: 50% up to 6%, vesting: 3y graded}")
    }
    var plan = read.plan
    guard !plan.tiers.isEmpty || plan.contribution > 0 else { return }
    plan.isVestingStated = entry.isMapping && entry.hasAny(of: ["vesting"])
    if draft.offer.retirement != nil {
      entry.fault(.unknownTerm(entry.path, "a second plan with a fund", cure: "put all of its match into one plan"))
    }
    draft.offer.retirement = plan
  }

  /// `100% up to 3%, 50% up to 5%`, or a list of such tiers.
  private static func tiers(_ entry: Entry) -> [RetirementMatch.Tier] {
    if entry.isText {
      guard let text = entry.text() else { return [] }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
        Entry.trimmed(String($0))
      }
      return parts.compactMap { tier($0, whole: text, entry) }
    }
    return (entry.items(wanted: "`50% up to 6%`, or a list of such tiers") ?? []).compactMap { item in
      if item.isMapping { return tier(item) }
      return item.text(wanted: "50% up to 6%").flatMap { tier($0, whole: $0, item) }
    }
  }

  private static let links = [
    ["up", "to"], ["of"], ["of", "first"], ["of", "the", "first"], ["on", "the", "first"],
  ]

  private static func tier(_ part: String, whole text: String, _ entry: Entry) -> RetirementMatch.Tier? {
    let words = part.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last, links.contains(Array(words.dropFirst().dropLast())),
      [first, last].allSatisfy({ $0.contains("%") || QuantityText.decimal($0) != nil })
    else {
      entry.fault(.unknownMatch(entry.path, text))
      return nil
    }
    guard let rate = entry.share(first, 0...10), let limit = entry.share(last, 0...1) else { return nil }
    return RetirementMatch.Tier(rate: rate, limit: limit)
  }

  private struct TierDraft {
    var rate: Double?
    var limit: Double?
  }

  private static let tierTable = FieldTable<TierDraft>(
    ["rate": { $1.rate = $0.share(0...10) }, "limit": { $1.limit = $0.share(0...1) }],
    required: ["rate": "rate: 50%", "limit": "limit: 6%"])

  private static func tier(_ item: Entry) -> RetirementMatch.Tier? {
    var draft = TierDraft()
    tierTable.read(item, into: &draft, owner: item.path, wanted: "keys: {rate: 50%, limit: 6%}")
    guard let rate = draft.rate, let limit = draft.limit else { return nil }
    return RetirementMatch.Tier(rate: rate, limit: limit)
  }
}
