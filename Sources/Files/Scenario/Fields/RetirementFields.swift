import Compensation
import Quantities

/// `retirement: {match: 50% up to 6%, vesting: 3y graded}`
enum RetirementFields {
  private static let table = FieldTable<RetirementMatch>(
    [
      "match": { $1.tiers = tiers($0) },
      "vesting": { $1.vesting = ServiceVesting.read($0) },
    ], required: ["match": "match: 50% up to 6%"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var plan = RetirementMatch(tiers: [], vesting: [])
    if entry.isText {
      plan.tiers = tiers(entry)
    } else {
      table.read(
        entry, into: &plan, owner: entry.path, wanted: "keys: {match: 50% up to 6%, vesting: 3y graded}")
    }
    if !plan.tiers.isEmpty { draft.offer.retirement = plan }
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
