import Compensation
import Quantities

/// `severance: 6mo`, `26w`, `90 days`, `150k`, or `{pay: 12mo, includes: base and bonus}`
enum SeveranceFields {
  private struct Draft {
    let currency: Currency
    var size: SeveranceTerms.Size?
    var includesBonus = false
    var least: Double?
    var most: Double?

    /// With the bounds of what goes by service.
    var bounded: SeveranceTerms.Size? {
      guard case .perYear(let months, _, _)? = size else { return size }
      return .perYear(months: months, least: least ?? 0, most: most ?? .infinity)
    }
  }

  private static let table = FieldTable<Draft>(
    [
      "pay": { $1.size = size($0, $1.currency) },
      "least": { $1.least = bound($0) },
      "most": { $1.most = bound($0) },
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
    guard let size = terms.bounded else { return }
    if terms.least != nil || terms.most != nil {
      guard case .perYear(_, let least, let most) = size, least <= most else {
        entry.fault(
          .unknownTerm(
            entry.path, "least and most",
            cure: "they bound pay by years of service: {pay: 2 weeks a year, least: 8w, most: 26w}"))
        return
      }
    }
    draft.offer.severance = SeveranceTerms(size: size, includesBonus: terms.includesBonus)
  }

  /// Months, weeks or years of pay (`2x`), or an amount.
  static func size(_ entry: Entry, _ currency: Currency) -> SeveranceTerms.Size? {
    guard let text = entry.text(wanted: "6mo, 26w or an amount") else { return nil }
    if let months = monthsPerYear(text) { return .perYear(months: months) }
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

  /// `2 weeks a year of service`, `2w/y`, `1mo per year`: months of pay for each; nil for anything else.
  private static func monthsPerYear(_ text: String) -> Double? {
    var words = text.lowercased().replacing("/", with: " / ").split(separator: " ").map(String.init)
    if words.suffix(2) == ["of", "service"] { words.removeLast(2) }
    guard words.count >= 3, ["a", "per", "each", "every", "/"].contains(words[words.count - 2]),
      ["year", "y", "yr"].contains(words[words.count - 1]), let unit = words.dropLast(2).last,
      ["w", "week", "weeks", "mo", "month", "months", "days"].contains(where: { unit.hasSuffix($0) })
    else { return nil }
    guard case .months(let months)? = span(words.dropLast(2).joined(separator: " ")) else { return nil }
    return (0...12).contains(months) ? months : nil
  }

  /// `8w`, `6mo`
  private static func bound(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "8w or 6mo") else { return nil }
    if case .months(let months)? = span(text), (0...60).contains(months) { return months }
    entry.fault(.outOfRange(entry.path, text, bounds: "0mo and 5y"))
    return nil
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
