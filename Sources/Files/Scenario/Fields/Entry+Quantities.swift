import Quantities

extension Entry {
  /// A share: `12%`. Bounds are shares too: 0...10 for 0 % to 1000 %.
  func share(_ bounds: ClosedRange<Double>, cure: String? = nil) -> Double? {
    guard let text = text(wanted: "a percentage such as 12%") else { return nil }
    return share(text, bounds, cure: cure)
  }

  /// The same of a part of the entry's text.
  func share(_ text: String, _ bounds: ClosedRange<Double>, cure: String? = nil) -> Double? {
    guard let value = QuantityText.share(text) else {
      fault(.shareNotAPercent(path, text))
      return nil
    }
    guard bounds.contains(value) else {
      fault(.outOfRange(path, text, bounds: Entry.percents(bounds), cure: cure))
      return nil
    }
    return value
  }

  /// A year's standard deviation of returns. Above three times the price no tree and no sample of draws finds the few
  /// courses that would be worth something.
  func volatility(from least: Double = 0) -> Double? {
    guard let text = text(wanted: "a percentage such as 40%") else { return nil }
    if let value = QuantityText.share(text), value > 3 {
      fault(
        .outOfRange(
          path, text, bounds: "",
          cure: "a volatility is a year's standard deviation of returns, at most 300 %: most shares have 20 % to 60 %"))
      return nil
    }
    return share(text, least...3)
  }

  /// A probability: `55%`.
  func odds() -> Double? {
    guard let text = text(wanted: "a percentage such as 55%") else { return nil }
    guard let value = QuantityText.share(text) else {
      fault(.shareNotAPercent(path, text))
      return nil
    }
    guard (0...1).contains(value) else {
      fault(.oddsOutOfRange(path, text))
      return nil
    }
    return value
  }

  /// A span in whole months: `18mo`, `4y`, `90 days`.
  func months(_ bounds: ClosedRange<Int>, text boundsText: String) -> Int? {
    span(QuantityText.wholeMonths, bounds, text: boundsText)
  }

  /// A span in months that need not be whole: `3mo`, `2 weeks`, `10 days`.
  func calendarMonths(_ bounds: ClosedRange<Double>, text boundsText: String) -> Double? {
    span(QuantityText.calendarMonths, bounds, text: boundsText)
  }

  private func span<Months: Comparable>(
    _ read: (String) -> Months?, _ bounds: ClosedRange<Months>, text boundsText: String
  ) -> Months? {
    guard let text = text(wanted: "a span such as 18mo or 4y") else { return nil }
    guard let months = read(text) else {
      fault(.timeNotASpan(path, text))
      return nil
    }
    guard bounds.contains(months) else {
      fault(.outOfRange(path, text, bounds: boundsText))
      return nil
    }
    return months
  }

  /// A day: `2027-01-15`, from 1990 to 2199 unless told otherwise.
  func date(from first: Int = 1990) -> CalendarDate? {
    guard let text = text(wanted: "a date such as 2027-01-15") else { return nil }
    guard let date = CalendarDate(text) else {
      fault(.dateNotADate(path, text))
      return nil
    }
    guard (first...2199).contains(date.year) else {
      fault(.outOfRange(path, text, bounds: "\(first)-01-01 and 2199-12-31"))
      return nil
    }
    return date
  }

  /// A plain number: `2.5`.
  func number(_ bounds: ClosedRange<Double>, text boundsText: String, example: String) -> Double? {
    guard let text = text(wanted: "a number such as \(example)") else { return nil }
    let isNegative = text.first == "-"
    guard let magnitude = QuantityText.decimal(isNegative ? String(text.dropFirst()) : text) else {
      fault(.notANumber(path, text, example: example))
      return nil
    }
    let value = isNegative ? -magnitude : magnitude
    guard bounds.contains(value) else {
      fault(.outOfRange(path, text, bounds: boundsText))
      return nil
    }
    return value
  }

  /// A whole number.
  func count(_ bounds: ClosedRange<Int>, example: String) -> Int? {
    let text = "\(bounds.lowerBound) and \(bounds.upperBound)"
    let ends = Double(bounds.lowerBound)...Double(bounds.upperBound)
    guard let value = number(ends, text: text, example: example) else { return nil }
    guard value == value.rounded() else {
      fault(.notANumber(path, node.text ?? "", example: example))
      return nil
    }
    return Int(value)
  }

  /// `yes` or `no`, `true` or `false`: read from the text, not from YAML's idea of truth.
  func flag() -> Bool? {
    guard let text = text(wanted: "yes or no") else { return nil }
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      fault(.unknownChoice(path, text, choices: ["yes", "no"]))
      return nil
    }
  }

  /// One of a few words, in any case.
  func choice(_ choices: [String]) -> String? {
    guard let text = text(wanted: FaultText.list(choices)) else { return nil }
    let folded = text.lowercased().split(separator: " ").joined(separator: " ")
    guard choices.contains(folded) else {
      fault(.unknownChoice(path, text, choices: choices))
      return nil
    }
    return folded
  }

  /// Recognised, not priced: the value must be there, and no more is asked of it.
  func checkIsThere() {
    if node.isEmpty { fault(.emptyValue(path)) }
  }

  /// `0% and 1000%`
  private static func percents(_ bounds: ClosedRange<Double>) -> String {
    "\(NumberText.fixed(bounds.lowerBound * 100, decimals: 0))% and "
      + "\(NumberText.fixed(bounds.upperBound * 100, decimals: 0))%"
  }
}
