import Compensation
import Quantities

/// `stipend: 1,200/y`, `meals: 200/mo`, `equipment: 1,500 once`, `tuition: {amount: 8k/y, uses: yes}`
enum AllowanceFields {
  private struct Draft {
    let currency: OfferCurrency
    let purpose: Allowance.Purpose
    var size: Allowance.Size?
    var odds: Double?
  }

  private static let table = FieldTable<Draft>(
    [
      "amount": { $1.size = size($0, $1.purpose, $1.currency) },
      "uses": { $1.odds = use($0) },
    ], required: ["amount": "amount: 5k/y"])

  static func read(_ purpose: Allowance.Purpose) -> FieldTable<OfferDraft>.Read {
    { entry, offer in
      var draft = Draft(currency: offer.currency, purpose: purpose)
      if entry.isText {
        draft.size = size(entry, purpose, offer.currency)
      } else {
        table.read(entry, into: &draft, owner: entry.path, wanted: "1,200/y, or keys: {amount: 1,200/y}")
      }
      guard let size = draft.size else { return }
      offer.offer.benefits.allowances.append(Allowance(purpose, size, useOdds: draft.odds))
    }
  }

  /// With its period, or `once`; tuition plans name a sum a year.
  private static func size(
    _ entry: Entry, _ purpose: Allowance.Purpose, _ currency: OfferCurrency
  ) -> Allowance.Size? {
    guard let text = entry.text(wanted: "an amount with its period: 1,200/y") else { return nil }
    let words = text.split(separator: " ")
    if purpose == .tuition {
      if Entry.split(period: text) == nil { return entry.amount(text, in: currency).map { .perYear($0) } }
    } else if words.count > 1, words.last?.lowercased() == "once" {
      return entry.amount(words.dropLast().joined(separator: " "), in: currency).map { .once($0) }
    }
    return entry.amountPerMonth(text, in: currency, orOnce: purpose != .tuition).map { .perYear($0 * 12) }
  }

  /// `yes`, `no`, or the odds.
  static func use(_ entry: Entry) -> Double? {
    if entry.node.text?.contains("%") == true { return entry.odds() }
    return entry.flag().map { $0 ? 1 : 0 }
  }
}
