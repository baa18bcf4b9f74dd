import Compensation
import Quantities

/// `promotion: {after: 18mo, to: 240k, odds: 40%}`
enum PromotionFields {
  private struct Draft {
    let currency: OfferCurrency
    var after: Int?
    var size: (entry: Entry, value: Raise.Size)?
    var odds: Double?
  }

  private static let oneOf = "a promotion has one of to, by and share"

  private static let table = FieldTable<Draft>(
    [
      "after": { $1.after = $0.months(0...360, text: "0mo and 30y") },
      "to": { entry, draft in
        entry.keep(RaiseFields.step(entry, .salary, in: draft.currency).map { .to($0) }, in: &draft.size, why: oneOf)
      },
      "by": { entry, draft in
        entry.keep(RaiseFields.step(entry, in: draft.currency).map { .by($0) }, in: &draft.size, why: oneOf)
      },
      "share": { entry, draft in
        entry.keep(entry.share(0...5).map { .share($0) }, in: &draft.size, why: oneOf)
      },
      "odds": { $1.odds = $0.odds() },
    ], required: ["after": "after: 18mo"])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft(currency: offer.currency)
    let shape = "keys: {after: 18mo, to: 240k, odds: 40%}"
    guard table.read(entry, into: &draft, owner: entry.path, wanted: shape) else { return }
    if !entry.hasAny(of: ["to", "by", "share"]) {
      entry.fault(.missingKey("to, by or share", of: entry.path, example: "to: 240k"))
    }
    guard let after = draft.after, let size = draft.size?.value else { return }
    offer.offer.promotion = Promotion(afterMonths: after, size: size, odds: draft.odds)
  }
}
