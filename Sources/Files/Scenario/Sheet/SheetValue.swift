import Quantities

/// Turns what a cell says into the text that a scenario file would have, whatever the spreadsheet made of it.
///
///     value.read("1.234,50")    // "1234.50" in a file with decimal commas
///     value.read("0.2")         // "20%" in a row of shares
///     value.read("15.01.2027")  // "2027-01-15"
///
/// What it cannot read it leaves as it is: the scenario's readers say what is wrong with it.
struct SheetValue {
  let kind: SheetField
  let unit: SheetUnit
  let conventions: SheetConventions
  /// The text the field has now, nil for a new one: it decides between two readings of a cell.
  var old: String?

  /// A cell that can be read in two ways, and the reading to go on with once that is reported.
  struct Doubt: Error {
    let text: FaultText
    let fallback: String
  }

  /// Throws ``Doubt`` for a cell that can be read in two ways.
  func read(_ text: String, path: String) throws(Doubt) -> String {
    switch kind {
    case .salary: return amount(text, period: unit.period == "mo" ? "/mo" : "") ?? text
    case .amount: return amount(text) ?? text
    case .periodicAmount: return amount(text, period: unit.period.map { "/" + $0 } ?? "") ?? text
    case .share: return try share(text, path: path) ?? text
    case .shareOrAmount:
      if unit.isShare || text.contains("%") { return try share(text, path: path) ?? text }
      return amount(text) ?? text
    case .date: return try date(text, path: path)
    case .number: return best(conventions.plainNumbers(text)) ?? text
    case .months: return Int(text).map { "\($0)mo" } ?? text
    case .days: return best(conventions.plainNumbers(text)) ?? text
    case .flag: return SheetValue.flags[text.lowercased()] ?? text
    case .range: return range(text)
    case .text: return text
    }
  }

  /// `205.000-260.000`: each end as an amount, where commas are decimal.
  private func range(_ text: String) -> String {
    guard conventions.decimalMark != .point else { return text }
    let ends = text.split { "-–—".contains($0) }.map { Entry.trimmed(String($0)) }
    let plain = ends.map { conventions.plainNumbers($0).first ?? $0 }
    return ends.count == 2 && plain != ends ? plain.joined(separator: "-") : text
  }

  /// A bare number gets the row's currency and period; one that says its own keeps it.
  private func amount(_ text: String, period: String = "") -> String? {
    if let number = best(conventions.plainNumbers(text), period: period) {
      return (unit.currency.map { $0 + " " } ?? "") + number + period
    }
    // `84,20 EUR` and `310,50/mo`: the number alone is rewritten.
    guard conventions.decimalMark != .point, let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let end = text.lastIndex(where: { $0.isASCII && $0.isNumber }),
      let number = conventions.plainNumbers(String(text[start...end])).first
    else { return nil }
    return text[..<start] + number + text[text.index(after: end)...]
  }

  /// The reading that is the old value, else the likeliest.
  private func best(_ numbers: [String], period: String = "") -> String? {
    numbers.first { number in old.map { ValueMeaning.isSame($0, number + period, kind: kind) } ?? false }
      ?? numbers.first
  }

  private func share(_ text: String, path: String) throws(Doubt) -> String? {
    if text.hasSuffix("%") {
      let numbers = conventions.plainNumbers(Entry.trimmed(String(text.dropLast()))).map { $0 + "%" }
      return numbers.first { number in old.map { ValueMeaning.isSame($0, number, kind: .share) } ?? false }
        ?? numbers.first
    }
    for number in conventions.plainNumbers(text) {
      guard let value = Double(number) else { continue }
      let ratio = SheetValue.percent(value * 100)
      // 0.5 for 50% or half a percent, 2 for 200% or 2%: sure when it is what stood there, or what the file does.
      if let old, let same = [ratio, number + "%"].first(where: { ValueMeaning.isSame(old, $0, kind: .share) }) {
        return same
      }
      switch conventions.shareStyle {
      case .fraction: return ratio
      case .percent: return number + "%"
      case nil:
        // Below 1 a sheet without an older value to go by means a fraction, as spreadsheets store shares.
        if value == 0 || (old == nil && abs(value) < 1) { return ratio }
        throw Doubt(
          text: .shareWithoutSign(path, text, ratio: ratio, percent: number + "%"), fallback: number + "%")
      }
    }
    return nil
  }

  static func percent(_ value: Double) -> String { (DecimalText(value, atMost: 9)?.text ?? "0") + "%" }

  private func date(_ text: String, path: String) throws(Doubt) -> String {
    if CalendarDate(text) != nil { return text }
    guard let written = WrittenDate(text) else { return SheetValue.isoWithoutZeros(text) ?? text }
    if let date = written.onlyDate { return date.description }
    if conventions.dateOrder == nil, !conventions.hasMixedDates, let old,
      let same = written.readings.first(where: { $0.date.description == old })
    {
      return same.date.description
    }
    if let order = conventions.dateOrder, let reading = written.readings.first(where: { $0.order == order }) {
      return reading.date.description
    }
    let dates = written.readings.map(\.date.description)
    throw Doubt(text: .ambiguousDate(path, text, dates), fallback: dates.first ?? text)
  }

  /// `2027-1-5` is a date whose zeros were eaten.
  private static func isoWithoutZeros(_ text: String) -> String? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, parts[0] > 999 else { return nil }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])?.description
  }

  /// As spreadsheets in English, German and French write truth.
  private static let flags = [
    "yes": "yes", "true": "yes", "no": "no", "false": "no", "wahr": "yes", "falsch": "no", "ja": "yes", "nein": "no",
    "vrai": "yes", "faux": "no", "oui": "yes", "non": "no",
  ]
}

/// Whether two texts of a scenario file mean the same.
///
///     ValueMeaning.isSame("178k", "178000", kind: .amount)      // true
///     ValueMeaning.isSame("20%", "20.00%", kind: .share)        // true
enum ValueMeaning {
  static func isSame(_ a: String, _ b: String, kind: SheetField) -> Bool {
    let (a, b) = (Entry.trimmed(a), Entry.trimmed(b))
    if a == b { return true }
    switch kind {
    case .salary, .amount, .periodicAmount: return same(a, b) { amount($0, isSalary: kind == .salary) }
    case .share: return same(a, b) { QuantityText.share($0).map(rounded) }
    case .shareOrAmount:
      if a.contains("%") || b.contains("%") { return same(a, b) { QuantityText.share($0).map(rounded) } }
      return same(a, b) { amount($0, isSalary: false) }
    case .date: return same(a, b) { CalendarDate($0) }
    case .number: return same(a, b) { QuantityText.decimal($0) }
    case .months: return same(a, b) { QuantityText.months($0) }
    case .days: return same(a, b) { days($0) }
    case .flag: return same(a, b) { ["yes": true, "true": true, "no": false, "false": false][$0.lowercased()] }
    case .range: return same(a, b) { range($0) }
    case .text: return isSameText(a, b)
    }
  }

  private static func same<Meaning: Equatable>(_ a: String, _ b: String, _ read: (String) -> Meaning?) -> Bool {
    guard let first = read(a), let second = read(b) else { return false }
    return first == second
  }

  private struct Pay: Equatable {
    let value: Double
    let mark: String?
  }

  /// By the year when a period is named, since 310/mo is 3720/y.
  private static func amount(_ text: String, isSalary: Bool) -> Pay? {
    var (number, factor) = (text, 1.0)
    if let split = Entry.split(period: text) {
      number = split.number
      factor = split.basis.annualFactor(hoursPerYear: 2_080)
    } else if !isSalary {
      factor = 1
    }
    return QuantityText.amount(number).map {
      Pay(value: rounded($0.value * factor), mark: $0.mark.map { $0.uppercased() })
    }
  }

  private static func days(_ text: String) -> Double? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = Entry.trimmed(String(text.dropFirst(digits.count))).lowercased()
    let factors = ["": 1.0, "d": 1, "day": 1, "days": 1, "w": 5, "wk": 5, "week": 5, "weeks": 5]
    guard let number = QuantityText.decimal(String(digits)), let factor = factors[unit] else { return nil }
    return number * factor
  }

  private static func range(_ text: String) -> [Double]? {
    let parts = text.replacing(" to ", with: "-").split { "-–—".contains($0) }.map {
      QuantityText.amount(Entry.trimmed(String($0)))?.value
    }
    return parts.count == 2 && !parts.contains(nil) ? parts.compactMap { $0 } : nil
  }

  /// Spreadsheets eat the zeros in front of what looks like a number, and write 12.10 as 12.1.
  private static func isSameText(_ a: String, _ b: String) -> Bool {
    let folded = [a, b].map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    if folded[0] == folded[1] { return true }
    guard let first = QuantityText.decimal(folded[0]), let second = QuantityText.decimal(folded[1]) else {
      return false
    }
    return first == second
  }

  /// Twelve figures are more than any offer states, and fewer than a binary fraction gets wrong.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    return DecimalText(value, atMost: 9).flatMap { Double($0.text) } ?? value
  }
}
