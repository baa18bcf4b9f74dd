import Quantities

/// The text that a change puts in place of another: `+5%` of `228k` is `239400`.
///
///     ChangeText.applied("+20k", to: "228k")          // "248000"
///     ChangeText.applied("-50%", to: "84.20")         // "42.1"
///     ChangeText.applied("+1%", to: "3% yearly")      // "3.03% yearly"
///     ChangeText.applied("+1pp", to: "3% yearly")     // "4% yearly"
///     ChangeText.applied("+1mo", to: "2027-01-15")    // "2027-02-15"
///     ChangeText.applied("185k", to: "228k")          // "185k": no sign, so it stands as it is
enum ChangeText {
  enum Trouble: Error, Hashable {
    /// The change is relative and there is nothing to change.
    case nothingToChange
    /// The two are of different kinds: a month added to an amount.
    case otherKind(wanted: String)
    /// A sign with no quantity behind it.
    case notAQuantity
  }

  /// Whether a text changes what is there instead of replacing it.
  static func isRelative(_ change: String) -> Bool { change.first == "+" || change.first == "-" }

  /// Throws ``Trouble``.
  static func applied(_ change: String, to text: String?) throws(Trouble) -> String {
    guard isRelative(change) else { return change }
    let sign = change.first == "-" ? -1.0 : 1.0
    let size = Entry.trimmed(String(change.dropFirst()))
    if let months = QuantityText.months(size) { return try moved(text, by: Int(sign) * months) }
    if let points = points(size) { return try shifted(text, by: sign * points) }
    if let share = QuantityText.share(size) { return try scaled(text, by: 1 + sign * share) }
    guard let amount = QuantityText.amount(size) else { throw .notAQuantity }
    // An amount more than nothing is that amount; a part of nothing is no figure.
    guard let text else {
      guard sign > 0 else { throw .nothingToChange }
      return size
    }
    guard let old = Quantity(text), !old.isShare else { throw .otherKind(wanted: "write +5% or +5pp") }
    return old.text(old.value + sign * amount.value)
  }

  private static func scaled(_ text: String?, by factor: Double) throws(Trouble) -> String {
    guard let text else { throw .nothingToChange }
    if let months = QuantityText.months(text) { return "\(Int((Double(months) * factor).rounded()))mo" }
    guard let old = Quantity(text) else { throw .otherKind(wanted: "it is no amount") }
    return old.text(old.value * factor)
  }

  private static func shifted(_ text: String?, by points: Double) throws(Trouble) -> String {
    guard let text else { throw .nothingToChange }
    guard let old = Quantity(text), old.isShare else { throw .otherKind(wanted: "points are added to percentages") }
    return old.text(old.value + points)
  }

  private static func moved(_ text: String?, by months: Int) throws(Trouble) -> String {
    guard let text else { throw .nothingToChange }
    if let date = CalendarDate(text) { return date.addingMonths(months).description }
    guard let old = QuantityText.months(text) else { throw .otherKind(wanted: "months are added to dates and spans") }
    return "\(old + months)mo"
  }

  /// `5pp`, `5 points`: 0.05.
  private static func points(_ text: String) -> Double? {
    for unit in ["pp", "points", "point"] where text.hasSuffix(unit) {
      return QuantityText.decimal(Entry.trimmed(String(text.dropLast(unit.count)))).map { $0 / 100 }
    }
    return nil
  }

  /// A number at the start of a text, and how to write another in its place: `3% yearly`, `310/mo`, `$84.20`.
  private struct Quantity {
    let value: Double
    let isShare: Bool
    private let before: String
    private let after: String

    init?(_ text: String) {
      for end in text.indices.reversed() {
        let head = String(text[...end])
        let tail = String(text[text.index(after: end)...])
        guard tail.isEmpty || tail.first == " " || tail.first == "/" else { continue }
        if let share = QuantityText.share(head) {
          (value, isShare, before, after) = (share, true, "", tail)
          return
        }
        if let amount = QuantityText.amount(head) {
          let mark = amount.mark ?? ""
          let isInFront = !mark.isEmpty && head.hasPrefix(mark)
          value = amount.value
          isShare = false
          before = isInFront ? (mark.last?.isLetter == true ? mark + " " : mark) : ""
          after = (mark.isEmpty || isInFront ? "" : " " + mark) + tail
          return
        }
      }
      return nil
    }

    /// The same text with another number, to six decimals.
    func text(_ number: Double) -> String {
      let digits = DecimalText(isShare ? number * 100 : number, atMost: 6)?.text ?? "0"
      return before + digits + (isShare ? "%" : "") + after
    }
  }
}
