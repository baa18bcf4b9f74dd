import Compensation
import Quantities

/// `sign_on: 30k`, or its amount with the terms of repayment: `{amount: 30k, clawback: 12mo pro rata}`
enum SignOnFields {
  private struct Draft {
    let currency: Currency
    let owner: String
    var amount: Money?
    var paid: (entry: Entry, date: CalendarDate)?
    var clawback: SignOnBonus.Clawback?
    var onLayoff = false
  }

  private static let table = FieldTable<Draft>(
    [
      "amount": { $1.amount = $0.money(usual: $1.currency) },
      "paid": { entry, draft in draft.paid = entry.date().map { (entry, $0) } },
      "clawback": { $1.clawback = clawback($0, owner: $1.owner) },
      "repay_on": { $1.onLayoff = $0.choice(["quit", "any"]) == "any" },
    ], required: ["amount": "amount: 30k"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var signOn = Draft(currency: draft.currency.currency, owner: draft.owner)
    if entry.isText {
      signOn.amount = entry.money(usual: draft.currency.currency)
    } else {
      let shape = "30k, or keys: {amount: 30k, clawback: 12mo pro rata}"
      guard table.read(entry, into: &signOn, owner: entry.path, wanted: shape) else { return }
    }
    if let paid = signOn.paid { draft.pastDates.append(paid) }
    guard let amount = signOn.amount else { return }
    let isStated = entry.hasAny(of: ["clawback"])
    if !isStated {
      entry.reading.note(
        "\(draft.owner)\(entry.path): repayment is not stated, so the usual terms are assumed; write "
          + "`clawback: none` if there is none")
    }
    signOn.clawback?.onLayoff = signOn.onLayoff
    draft.offer.signOn = SignOnBonus(
      amount: amount, paid: signOn.paid?.date, clawback: signOn.clawback, isRepaymentStated: isStated)
  }

  /// `12mo pro rata`, `24mo cliff`, `none`
  private static func clawback(_ entry: Entry, owner: String) -> SignOnBonus.Clawback? {
    guard let text = entry.text(wanted: "12mo pro rata, 24mo cliff or none") else { return nil }
    var words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    if words == ["none"] || words == ["no"] { return nil }
    var isProRata = true
    if words.suffix(2) == ["pro", "rata"] {
      words.removeLast(2)
    } else if words.last == "cliff" {
      isProRata = false
      words.removeLast()
    } else {
      entry.reading.note(
        "\(owner)\(entry.path): read as pro rata; add `cliff` if all of it is due until the end")
    }
    guard let months = QuantityText.months(words.joined(separator: " ")) else {
      entry.fault(.unknownClawback(entry.path, text))
      return nil
    }
    guard (1...120).contains(months) else {
      entry.fault(.outOfRange(entry.path, text, bounds: "1mo and 10y"))
      return nil
    }
    return SignOnBonus.Clawback(months: months, isProRata: isProRata, onLayoff: false)
  }
}
