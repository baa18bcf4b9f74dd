import Compensation
import Quantities

/// `sign_on: 30k`, `relocation: 15k`, or the amount with the terms of repayment:
/// `{amount: 30k, clawback: 12mo pro rata}`
enum UpfrontFields {
  private struct Draft {
    let currency: Currency
    let owner: String
    var amount: Money?
    var paid: (entry: Entry, date: CalendarDate)?
    var clawback: UpfrontPay.Clawback?
    var onLayoff = false
    var isGrossedUp: Bool?
  }

  private static let table = FieldTable<Draft>(
    [
      "amount": { $1.amount = $0.money(usual: $1.currency) },
      "paid": { entry, draft in draft.paid = entry.date().map { (entry, $0) } },
      "clawback": { $1.clawback = clawback($0, owner: $1.owner) },
      "gross_up": { $1.isGrossedUp = $0.flag() },
      "repay_on": { $1.onLayoff = $0.choice(["quit", "any"]) == "any" },
    ], required: ["amount": "amount: 30k"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) -> UpfrontPay? {
    var upfront = Draft(currency: draft.currency.currency, owner: draft.owner)
    if entry.isText {
      upfront.amount = entry.money(usual: draft.currency.currency)
    } else {
      let shape = "30k, or keys: {amount: 30k, clawback: 12mo pro rata}"
      guard table.read(entry, into: &upfront, owner: entry.path, wanted: shape) else { return nil }
    }
    if let paid = upfront.paid {
      draft.pastDates.append(paid)
      draft.paidDates.append(paid.entry)
    }
    guard let amount = upfront.amount else { return nil }
    let isStated = entry.hasAny(of: ["clawback"])
    if !isStated {
      entry.reading.note(
        "\(draft.owner)\(entry.path): repayment is not stated, so the usual terms are assumed; write "
          + "`clawback: none` if there is none")
    }
    upfront.clawback?.onLayoff = upfront.onLayoff
    var pay = UpfrontPay(
      amount: amount, paid: upfront.paid?.date, clawback: upfront.clawback, isRepaymentStated: isStated)
    pay.isGrossedUp = upfront.isGrossedUp
    return pay
  }

  /// `12mo pro rata`, `24mo cliff`, `none`
  private static func clawback(_ entry: Entry, owner: String) -> UpfrontPay.Clawback? {
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
    return UpfrontPay.Clawback(months: months, isProRata: isProRata, onLayoff: false)
  }
}
