import Compensation
import Quantities

/// `sign_on: 30k`, `relocation: 15k`, or the amount with the terms of repayment:
/// `{amount: 30k, clawback: 12mo pro rata}`, `{amount: 30k, clawback: 24mo cliff net, tax: 35%}`
enum UpfrontFields {
  private struct Draft {
    let currency: Currency
    let owner: String
    var amount: Money?
    var paid: (entry: Entry, date: CalendarDate)?
    var repayment = ClawbackFields.Draft()
    var isGrossedUp: Bool?
  }

  private static let table = FieldTable<Draft>(
    [
      "amount": { $1.amount = $0.money(usual: $1.currency) },
      "paid": { entry, draft in draft.paid = entry.date().map { (entry, $0) } },
      "clawback": { $1.repayment.terms = ClawbackFields.read($0, owner: $1.owner) },
      "tax": { $1.repayment.taxRate = ClawbackFields.taxRate($0) },
      "gross_up": { $1.isGrossedUp = $0.flag() },
      "repay_on": { $1.repayment.onLayoff = $0.choice(["quit", "any"]) == "any" },
    ], required: ["amount": "amount: 30k"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) -> UpfrontPay? {
    var upfront = Draft(currency: draft.currency.currency, owner: draft.owner)
    if case .sequence = entry.node.content {
      let shape =
        "one payment at hire; what is paid later goes under `retention: {amount: 25k, paid: 12mo}`, or a list of those"
      entry.fault(.wrongShape(entry.path, found: entry.node.shape, wanted: shape))
      return nil
    }
    if entry.isText {
      upfront.amount = entry.money(usual: draft.currency.currency)
    } else {
      let shape = "30k, or keys: {amount: 30k, clawback: 12mo pro rata}"
      guard table.read(entry, into: &upfront, owner: entry.path, wanted: shape) else { return nil }
    }
    if let paid = upfront.paid { draft.pastDates.append(paid) }
    guard let amount = upfront.amount else { return nil }
    let isStated = entry.hasAny(of: ["clawback"])
    if !isStated {
      entry.reading.note(
        "\(draft.owner)\(entry.path): repayment is not stated, so the usual terms are assumed; write "
          + "`clawback: none` if there is none")
    }
    var pay = UpfrontPay(
      amount: amount, paid: upfront.paid?.date, clawback: upfront.repayment.clawback, isRepaymentStated: isStated)
    pay.isGrossedUp = upfront.isGrossedUp
    return pay
  }
}
