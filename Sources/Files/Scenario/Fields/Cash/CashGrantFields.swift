import Compensation
import Quantities

/// `ltip: {grant: 75k yearly, vesting: 3y cliff, paid: cash}`, or a list of such grants.
enum CashGrantFields {
  private struct Draft {
    let currency: Currency
    var amount: Money?
    var isYearly = false
    var isContractual = false
    var vesting: Entry?
    var granted: (entry: Entry, date: CalendarDate)?
    var payout = 1.0
  }

  private static let table = FieldTable<Draft>(
    [
      "grant": { grant($0, &$1) },
      "vesting": { $1.vesting = $0 },
      // Paid in shares it is equity, which has its own block.
      "paid": { entry, _ in _ = entry.choice(["cash"]) },
      "granted": { entry, draft in draft.granted = entry.date().map { (entry, $0) } },
      "contractual": { $1.isContractual = $0.flag() ?? false },
      "payout": { $1.payout = $0.share(0...10) ?? 1 },
    ], required: ["grant": "grant: 75k yearly", "vesting": "vesting: 3y cliff"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    let items: [Entry]
    if case .sequence = entry.node.content { items = entry.items(wanted: "grants") ?? [] } else { items = [entry] }
    draft.offer.cashGrants = items.compactMap { read(one: $0, &draft) }
  }

  private static func read(one entry: Entry, _ offer: inout OfferDraft) -> CashGrant? {
    var draft = Draft(currency: offer.currency.currency)
    let shape = "keys: {grant: 75k yearly, vesting: 3y cliff}"
    guard table.read(entry, into: &draft, owner: entry.path, wanted: shape) else { return nil }
    if let granted = draft.granted { offer.pastDates.append(granted) }
    guard let amount = draft.amount, let vesting = draft.vesting.flatMap({ schedule($0, draft.granted?.date) }) else {
      return nil
    }
    return CashGrant(
      amount: amount, isYearly: draft.isYearly, isContractual: draft.isContractual, vesting: vesting,
      granted: draft.granted?.date, meanPayout: draft.payout)
  }

  /// `75k`, or `75k yearly` for one each year.
  private static func grant(_ entry: Entry, _ draft: inout Draft) {
    guard var text = entry.text(wanted: "75k, or 75k yearly") else { return }
    if let split = Entry.split(period: text), split.basis == .annual {
      draft.isYearly = true
      text = split.number
    }
    let currency = draft.currency
    draft.amount = entry.amountText(text, .pay).map { Money($0.value, $0.currency ?? currency) }
  }

  /// As of shares, and as of retirement money: `3y cliff`.
  private static func schedule(_ entry: Entry, _ granted: CalendarDate?) -> VestingSchedule? {
    let words = entry.node.text?.lowercased().split(separator: " ").map(String.init) ?? []
    guard words.count == 2, words.last == "cliff" else { return VestingFields.read(entry, granted: granted) }
    let events = ServiceVesting.read(entry)
    return events.isEmpty ? nil : VestingSchedule(events: events)
  }
}
