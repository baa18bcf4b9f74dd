import Compensation
import Quantities

/// `guaranteed_bonus: 40k`, `retention: {amount: 25k, paid: 18mo}`, or a list of such payments; what leaving
/// soon after takes back is said as for a sign-on: `{amount: 25k, paid: 3mo, clawback: 12mo pro rata}`.
enum PromisedFields {
  private struct Draft {
    let currency: Currency
    let owner: String
    var amount: Money?
    var timing: PromisedPayment.Timing?
    var repayment = ClawbackFields.Draft()
  }

  private static let table = FieldTable<Draft>(
    [
      "amount": { $1.amount = $0.money(usual: $1.currency) },
      "paid": { $1.timing = timing($0) },
      "clawback": { $1.repayment.terms = ClawbackFields.read($0, owner: $1.owner) },
      "tax": { $1.repayment.taxRate = ClawbackFields.taxRate($0) },
      "repay_on": { $1.repayment.onLayoff = $0.choice(["quit", "any"]) == "any" },
    ], required: ["amount": "amount: 25k"])

  /// One payment.
  static func payment(_ entry: Entry, _ draft: inout OfferDraft) -> PromisedPayment? {
    var payment = Draft(currency: draft.currency.currency, owner: draft.owner)
    if entry.isText {
      payment.amount = entry.money(usual: draft.currency.currency)
    } else {
      let shape = "25k, or keys: {amount: 25k, paid: 18mo}"
      guard table.read(entry, into: &payment, owner: entry.path, wanted: shape) else { return nil }
    }
    guard let amount = payment.amount else { return nil }
    if payment.timing == nil, !entry.hasAny(of: ["paid"]) {
      entry.reading.note(
        "\(draft.owner)\(entry.path): when it is paid is not stated, so after a year; write `{amount: "
          + "\(entry.node.text ?? "25k"), paid: 2027-12-31}`")
    }
    var promised = PromisedPayment(amount: amount, timing: payment.timing)
    promised.clawback = payment.repayment.clawback
    return promised
  }

  /// One or several.
  static func payments(_ entry: Entry, _ draft: inout OfferDraft) -> [PromisedPayment] {
    guard case .sequence = entry.node.content else { return payment(entry, &draft).map { [$0] } ?? [] }
    return entry.items(wanted: "payments")?.compactMap { payment($0, &draft) } ?? []
  }

  /// A span after day 0, or a date.
  private static func timing(_ entry: Entry) -> PromisedPayment.Timing? {
    guard let text = entry.text(wanted: "18mo, or a date such as 2027-12-31") else { return nil }
    if QuantityText.calendarMonths(text) != nil { return entry.months(1...360, text: "1mo and 30y").map { .month($0) } }
    return entry.date().map { .date($0) }
  }
}
