import Compensation
import Market
import Quantities

/// `remote: 2 days`, `remote: full`, `remote: {days: 2, pay_zone: site}`
enum RemoteFields {
  static let table = FieldTable<OfferDraft>([
    "days": { $1.offer.benefits.remoteDays = $0.number(0...5, text: "0 and 5 days of work a week", example: "2") },
    "pay_zone": { $1.payZone = $0 },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    if entry.isText {
      draft.offer.benefits.remoteDays = days(entry)
    } else {
      table.read(entry, into: &draft, owner: entry.path, wanted: "2 days, full, or keys: {days: 2, pay_zone: site}")
    }
  }

  /// Days at home a week: `2 days`, `full`, `none`.
  private static func days(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "2 days, or full") else { return nil }
    let words = text.lowercased().split { " /-".contains($0) }.map(String.init)
    switch words.first ?? "" {
    case "full", "fully", "yes", "all", "100%": return 5
    case "none", "no", "never", "onsite", "office": return 0
    default: break
    }
    let span = words.prefix { !["a", "per", "week", "wk"].contains($0) }.joined(separator: " ")
    guard let days = QuantityText.days(span) ?? QuantityText.decimal(span) else {
      entry.fault(
        .unknownTerm(entry.path, text, cure: "write the days at home a week: 2 days, full for all five, or none"))
      return nil
    }
    guard days <= 5 else {
      entry.fault(.outOfRange(entry.path, text, bounds: "0 and 5 days of work a week"))
      return nil
    }
    return days
  }

  /// The market the employer prices the job in, once all places are known.
  static func settle(_ draft: inout OfferDraft) {
    // Who never goes there has no reason to move.
    if draft.offer.benefits.remoteDays == 5, draft.offer.home == nil,
      !draft.offer.isCurrentJob || draft.offer.location != nil
    {
      draft.offer.home = draft.home
    }
    guard let entry = draft.payZone, let zone = entry.choice(["site", "home", "national"]) else { return }
    switch zone {
    case "home":
      draft.offer.payZone = draft.home
      if draft.home == nil { entry.fault(.homeNotStated(entry.path)) }
    case "national": draft.offer.payZone = entry.reading.names.places.place(id: "US")
    default: draft.offer.payZone = draft.offer.location
    }
  }
}
