import Compensation
import Quantities

/// `stipend: 1,200/y`, `meals: 200/mo`, `tuition: {amount: 8k/y, uses: yes}`
enum AllowanceFields {
  private struct Draft {
    let currency: OfferCurrency
    var perYear: Double?
    var odds: Double?
  }

  private static let table = FieldTable<Draft>(
    [
      "amount": { $1.perYear = amount($0, $1.currency) },
      "uses": { $1.odds = use($0) },
    ], required: ["amount": "amount: 5k/y"])

  static func read(_ purpose: Allowance.Purpose) -> FieldTable<OfferDraft>.Read {
    { entry, offer in
      var draft = Draft(currency: offer.currency)
      if entry.isText {
        draft.perYear = amount(entry, offer.currency)
      } else {
        table.read(entry, into: &draft, owner: entry.path, wanted: "1,200/y, or keys: {amount: 1,200/y}")
      }
      guard let perYear = draft.perYear else { return }
      offer.offer.benefits.allowances.append(Allowance(purpose: purpose, perYear: perYear, useOdds: draft.odds))
    }
  }

  /// By the year where no period is named, as tuition plans put it.
  private static func amount(_ entry: Entry, _ currency: OfferCurrency) -> Double? {
    guard let text = entry.text(wanted: "an amount a year: 1,200/y") else { return nil }
    if Entry.split(period: text) != nil { return entry.amountPerMonth(text, in: currency).map { $0 * 12 } }
    return entry.amount(text, in: currency)
  }

  /// `yes`, `no`, or the odds.
  static func use(_ entry: Entry) -> Double? {
    if entry.node.text?.contains("%") == true { return entry.odds() }
    return entry.flag().map { $0 ? 1 : 0 }
  }
}
