import Compensation
import Quantities

/// `severance: 6mo`, `26w`, `90 days`, `150k`, or `{pay: 12mo, includes: base and bonus}`
enum SeveranceFields {
  private struct Draft {
    let currency: Currency
    var size: SeveranceTerms.Size?
    var includesBonus = false
  }

  private static let table = FieldTable<Draft>(
    [
      "pay": { $1.size = size($0, $1.currency) },
      "includes": { $1.includesBonus = $0.choice(["base", "base and bonus"]) == "base and bonus" },
    ], required: ["pay": "pay: 6mo"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var terms = Draft(currency: draft.currency.currency)
    if entry.isText {
      terms.size = size(entry, draft.currency.currency)
    } else {
      let shape = "6mo, 26w, an amount, or keys: {pay: 12mo, includes: base and bonus}"
      guard table.read(entry, into: &terms, owner: entry.path, wanted: shape) else { return }
    }
    guard let size = terms.size else { return }
    draft.offer.severance = SeveranceTerms(size: size, includesBonus: terms.includesBonus)
  }

  /// Months, weeks or years of pay (`2x`), or an amount.
  static func size(_ entry: Entry, _ currency: Currency) -> SeveranceTerms.Size? {
    guard let text = entry.text(wanted: "6mo, 26w or an amount") else { return nil }
    if let span = span(text) {
      guard case .months(let months) = span, (0...60).contains(months) else {
        let multiples =
          "it must lie between 0x and 5x of a year's pay: 2x is two years of it; an amount is written 1.5M"
        entry.fault(
          .outOfRange(
            entry.path, text, bounds: "0mo and 5y", cure: text.lowercased().hasSuffix("x") ? multiples : nil))
        return nil
      }
      return span
    }
    return entry.money(usual: currency).map { .amount($0) }
  }

  /// `6mo`, `26w`, `90 days`, `2x`: that much pay; nil for anything else.
  static func span(_ text: String) -> SeveranceTerms.Size? {
    if let months = QuantityText.months(text) { return .months(Double(months)) }
    // A week's pay is a 52nd of a year's; days are days of the calendar.
    if let weeks = QuantityText.weeks(text) { return .months(weeks * 12 / 52) }
    if let months = QuantityText.calendarMonths(text) { return .months(months) }
    let multiple = text.lowercased().hasSuffix("x") ? QuantityText.decimal(String(text.dropLast())) : nil
    return multiple.map { .months($0 * 12) }
  }
}
