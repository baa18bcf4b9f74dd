import Compensation
import Quantities

/// `refreshers: {grant: 70k, vesting: 4y yearly, probability: 70%, first: 12mo}`
enum RefresherFields {
  private struct Draft {
    let currency: Currency
    var grant: Money?
    var vesting: VestingSchedule?
    var probability: Double?
    var firstMonth: Int?
    var dividendYield: Double?
  }

  private static let table = FieldTable<Draft>([
    "kind": { _, _ in },
    "grant": { $1.grant = $0.money(usual: $1.currency) },
    "vesting": { $1.vesting = VestingFields.read($0, granted: nil) },
    "probability": { $1.probability = $0.odds() },
    "first": { $1.firstMonth = $0.months(1...120, text: "1mo and 10y") },
    "dividend_yield": { $1.dividendYield = $0.share(0...0.5) },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var terms = Draft(currency: draft.currency.currency)
    if entry.isText {
      entry.checkIsThere()
    } else if !table.read(entry, into: &terms, owner: entry.path, wanted: "keys: {grant: 70k, vesting: 4y yearly}") {
      return
    }
    var missing: [String] = []
    if !entry.hasAny(of: ["grant"]) { missing.append("how large yearly grants are (\(entry.path).grant)") }
    if !entry.hasAny(of: ["vesting"]) { missing.append("how yearly grants vest (\(entry.path).vesting)") }
    draft.offer.openQuestions += missing
    if !missing.isEmpty { draft.offer.notValued.append(entry.path) }
    guard let grant = terms.grant, let vesting = terms.vesting else { return }
    draft.offer.refreshers = RefresherTerms(
      grant: grant, vesting: vesting, probability: terms.probability, firstMonth: terms.firstMonth,
      dividendYield: terms.dividendYield ?? 0)
  }
}
