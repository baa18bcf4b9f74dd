import Compensation
import Quantities

/// How one is employed, and pay by time: `employment`, `hours`, `overtime`, `on_call`, `extra_months`.
enum WorkFields {
  static func employment(_ entry: Entry, _ draft: inout OfferDraft) {
    let kinds = WorkTerms.Employment.allCases.map(\.rawValue)
    guard let kind = entry.choice(kinds).flatMap(WorkTerms.Employment.init) else { return }
    draft.offer.work.employment = kind
  }

  private struct OvertimeDraft {
    var hours: Double?
    var multiple: Double?
  }

  private static let overtimeTable = FieldTable<OvertimeDraft>(
    [
      "hours": { $1.hours = $0.number(0...80, text: "0 and 80 a week", example: "5") },
      "multiple": { $1.multiple = $0.number(1...5, text: "1 and 5", example: "1.5") },
    ], required: ["hours": "hours: 5"])

  /// `overtime: {hours: 5, multiple: 1.5}`, or the hours a week alone.
  static func overtime(_ entry: Entry, _ draft: inout OfferDraft) {
    var overtime = OvertimeDraft()
    if entry.isText {
      overtime.hours = entry.number(0...80, text: "0 and 80 a week", example: "5")
    } else {
      overtimeTable.read(entry, into: &overtime, owner: entry.path, wanted: "keys: {hours: 5, multiple: 1.5}")
    }
    guard let hours = overtime.hours else { return }
    draft.offer.work.overtime = .init(hoursPerWeek: hours, multiple: overtime.multiple)
  }

  private struct DutyDraft {
    let currency: OfferCurrency
    var weeks: Double?
    var pay: (amount: Double, isPerWeek: Bool)?
  }

  private static let dutyTable = FieldTable<DutyDraft>(
    ["weeks": { $1.weeks = weeksPerYear($0) }, "pay": { $1.pay = pay($0, in: $1.currency) }],
    required: ["weeks": "weeks: 1 in 4"])

  /// `on_call: 1 week in 4`, or `{weeks: 1 in 4, pay: 400/wk}`
  static func onCall(_ entry: Entry, _ draft: inout OfferDraft) {
    var duty = DutyDraft(currency: draft.currency)
    if entry.isText {
      duty.weeks = weeksPerYear(entry)
    } else {
      dutyTable.read(entry, into: &duty, owner: entry.path, wanted: "keys: {weeks: 1 in 4, pay: 400/wk}")
    }
    guard let weeks = duty.weeks else { return }
    let pay = duty.pay.map { $0.isPerWeek || weeks == 0 ? $0.amount : $0.amount * 12 / weeks }
    draft.offer.work.onCall = .init(weeksPerYear: weeks, payPerWeek: pay)
    if pay == nil { draft.state("on call", "\(NumberText.short(weeks)) weeks a year, pay not stated") }
  }

  /// `1 week in 4`, `1 in 4`, or weeks a year.
  private static func weeksPerYear(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "1 in 4, or weeks a year") else { return nil }
    let numbers = text.lowercased().split(separator: " ").filter { !["week", "weeks", "a", "year"].contains($0) }
    let parts = numbers.split(separator: "in").map { $0.map(String.init).joined() }
    let values = parts.compactMap(QuantityText.decimal)
    guard values.count == parts.count, (1...2).contains(values.count), let first = values.first else {
      entry.fault(.unknownTerm(entry.path, text, cure: "write `1 week in 4`, or weeks a year such as 13"))
      return nil
    }
    let weeks = values.count == 2 ? (values[1] > 0 ? 52 * first / values[1] : .infinity) : first
    guard (0...52).contains(weeks) else {
      entry.fault(.outOfRange(entry.path, text, bounds: "0 and 52 weeks a year"))
      return nil
    }
    return weeks
  }

  /// Of a week of duty, or as a fee of another period.
  private static func pay(_ entry: Entry, in currency: OfferCurrency) -> (amount: Double, isPerWeek: Bool)? {
    guard let text = entry.text(wanted: "pay for a week of duty: 400/wk") else { return nil }
    guard let split = Entry.split(period: text) else {
      return entry.amount(text, in: currency).map { ($0, true) }
    }
    if split.basis == .weekly { return entry.amount(split.number, in: currency).map { ($0, true) } }
    return entry.amountPerMonth(text, in: currency).map { ($0, false) }
  }
}
