import Compensation
import Quantities

/// Vesting schedules of grants: a line of text, or a list of steps.
enum VestingFields {
  /// `4y/1y cliff quarterly`, or `[{month: 12, share: 25%}, {date: 2028-03-01, share: 75%}]`; dates
  /// count from `granted`.
  static func read(_ entry: Entry, granted: CalendarDate?) -> VestingSchedule? {
    if !entry.isText { return steps(entry, granted: granted) }
    guard let text = entry.text() else { return nil }
    // A schedule is a handful of words; anything longer is none.
    if text.count <= 200, let schedule = VestingSchedule(text) { return schedule }
    entry.fault(fault(text, entry))
    return nil
  }

  private static func fault(_ text: String, _ entry: Entry) -> FaultText {
    let parts = text.split(separator: "/").map { Entry.trimmed(String($0)) }
    let numbers = parts.compactMap { part -> Double? in
      let number = part.split(separator: " ").first.map(String.init) ?? part
      return QuantityText.decimal(number.hasSuffix("%") ? String(number.dropLast()) : number)
    }
    // Where the shares are right, it is the words beside them that are not.
    if parts.count >= 2, numbers.count == parts.count, !(98...102).contains(numbers.reduce(0, +)) {
      return .sharesDoNotAddUp(entry.path, sum: percent(numbers.reduce(0, +)))
    }
    if parts.count == 2, let total = QuantityText.months(parts[0]),
      let cliff = parts[1].split(separator: " ").first.flatMap({ QuantityText.months(String($0)) }),
      parts[1].contains("cliff"), cliff > total
    {
      return .cliffTooLong(entry.path, text)
    }
    return .unknownVesting(entry.path, text)
  }

  private struct StepDraft {
    var month: Int?
    var date: CalendarDate?
    var share: Double?
  }

  private static let table = FieldTable<StepDraft>(
    [
      "month": { $1.month = $0.count(0...360, example: "12") },
      "date": { $1.date = $0.date() },
      "share": { $1.share = $0.share(0...1) },
    ], required: ["share": "share: 25%"])

  private static func steps(_ entry: Entry, granted: CalendarDate?) -> VestingSchedule? {
    guard let items = entry.items(wanted: "`4y/1y cliff quarterly`, or a list of {month, share}") else {
      return nil
    }
    let events = items.compactMap { step($0, granted: granted) }
    guard events.count == items.count else { return nil }
    let sum = events.reduce(0) { $0 + $1.share }
    // 33 + 33 + 33 means thirds, as it does in text.
    guard (0.98...1.02).contains(sum) else {
      entry.fault(.sharesDoNotAddUp(entry.path, sum: percent(sum * 100)))
      return nil
    }
    return VestingSchedule(
      events: events.map { VestingSchedule.Event(month: $0.month, share: $0.share / sum) })
  }

  private static func step(_ item: Entry, granted: CalendarDate?) -> VestingSchedule.Event? {
    var draft = StepDraft()
    guard table.read(item, into: &draft, owner: item.path, wanted: "keys: {month: 12, share: 25%}") else {
      return nil
    }
    var month = draft.month
    if month == nil, let date = draft.date {
      guard let granted else {
        item.fault(.missingKey("granted", of: "a grant that vests on dates", example: "granted: 2024-03-01"))
        return nil
      }
      month = max(0, granted.months(to: date))
    }
    if !item.hasAny(of: ["month", "date"]) {
      item.fault(.missingKey("month", of: item.path, example: "month: 12"))
    }
    guard let month, let share = draft.share else { return nil }
    return VestingSchedule.Event(month: month, share: share)
  }

  private static func percent(_ value: Double) -> String {
    (DecimalText(value, atMost: 2)?.text ?? "another number") + "%"
  }
}

/// When an employer's retirement money becomes one's own: `3y graded`, `3y cliff`, `immediate`.
enum ServiceVesting {
  static func read(_ entry: Entry) -> [VestingSchedule.Event] {
    if !entry.isText { return VestingFields.read(entry, granted: nil)?.events ?? [] }
    guard let text = entry.text() else { return [] }
    let words = text.lowercased().split(separator: " ").map(String.init)
    if words == ["immediate"] || words == ["immediately"] { return [] }
    let span = words.dropLast().joined(separator: " ")
    guard let months = QuantityText.months(span), (1...120).contains(months) else {
      return unknown(text, entry)
    }
    switch words.last {
    case "cliff": return [VestingSchedule.Event(month: months, share: 1)]
    case "graded" where months % 12 == 0:
      // The six-year schedule of US law gives nothing in year 1, then 20 % a year (IRC 411(a)(2)(B)(iii)).
      let years = Array((months == 72 ? 2 : 1)...(months / 12))
      return years.map { VestingSchedule.Event(month: 12 * $0, share: 1 / Double(years.count)) }
    default: return unknown(text, entry)
    }
  }

  private static func unknown(_ text: String, _ entry: Entry) -> [VestingSchedule.Event] {
    entry.fault(.unknownServiceVesting(entry.path, text))
    return []
  }
}
