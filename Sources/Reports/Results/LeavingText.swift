import Compensation
import Quantities

/// The calendar of leaving, for people and for programs.
struct LeavingText {
  let calendar: LeavingCalendar
  let currency: String

  private func money(_ value: Money) -> String { NumberText.money(value.amount, currency: currency) }

  /// The months that a page shows: the first year, then each quarter; all of them where that is asked for.
  func blocks(all: Bool) -> [Block] {
    guard !calendar.kinds.isEmpty || calendar.exerciseWindow != nil else {
      let whole =
        calendar.offer.notValued.isEmpty
        ? "Leaving \(calendar.offer.id) gives up nothing that is stated and in the window."
        : "Nothing that has a value here is given up by leaving \(calendar.offer.id) in the window."
      return [.space, .sentence(whole)] + [notValued, later, questions].compactMap { $0 }.map { .sentence($0) }
    }
    let shown = calendar.months.filter { all || $0.month <= 12 || $0.month % 3 == 0 }
    return [
      .space, .sheet(table(shown), title: "\(calendar.offer.id): what leaving at the end of a month gives up"), .space,
    ] + words.map { .sentence($0) }
  }

  private var words: [String] {
    let today = calendar.months[0]
    var words: [String] = []
    if today.total.minorUnits > 0 {
      words.append(
        "Leaving on \(today.date) gives up \(money(calendar.makeWhole)): what to ask a new employer to make whole. "
          + "At the odds of still being there it is worth \(money(today.expected)) to you.")
    }
    if let least = calendar.cheapestOfFirstYear, least.total.minorUnits < today.total.minorUnits {
      words.append(
        "Within a year leaving costs least after month \(least.month), on \(least.date): \(money(least.total)).")
    }
    if let notValued { words.append(notValued) }
    if let later { words.append(later) }
    if let window = calendar.exerciseWindow {
      words.append(
        "To exercise: what it costs, before tax, to keep the options that have vested, "
          + (calendar.exerciseWindowsDiffer ? "the first of them within " : "within ")
          + "\(NumberText.count(window, "month")) of leaving.")
    }
    words.append(
      "As the paper promises it, in today's money; what is to be repaid is as it stands then. A bonus counts by the "
        + "months worked for it.")
    return words + [questions].compactMap { $0 }
  }

  /// What is stated and has no value yet: leaving may lose it too.
  private var notValued: String? {
    let names = calendar.offer.notValued.filter { $0.hasPrefix("equity[") && $0.hasSuffix(")") }
    return names.isEmpty ? nil : "Not in these figures, since facts are missing: \(names.joined(separator: ", "))."
  }

  /// What may be lost as well and is counted as nothing.
  private var questions: String? {
    let questions = calendar.notStated
    return questions.isEmpty ? nil : "Not stated, so ask: \(questions.joined(separator: "; "))."
  }

  /// What would come after the window, of what is held or earned at its ends.
  private var later: String? {
    let today = calendar.months[0]
    guard let last = calendar.months.last, calendar.months.contains(where: { $0.afterWindow.minorUnits > 0 }) else {
      return nil
    }
    let held = "\(money(today.afterWindow)) of what is held or earned on \(today.date)"
    return "In no row, and lost as well, is what vests or is paid after the window: \(held)"
      + (last.afterWindow == today.afterWindow ? "." : ", \(money(last.afterWindow)) by \(last.date).")
  }

  /// Whole units that add up to the rounded total: the remainder goes to the largest part.
  private func whole(_ month: LeavingCalendar.Month) -> [Double] {
    WholeParts.rounded(calendar.kinds.map { month.paper[$0]?.amount ?? 0 })
  }

  private static let headings: [ForfeitedItem.Kind: String] = [
    .equity: "Unvested equity", .cash: "Cash to come", .bonus: "Bonus earned", .match: "Unvested match",
    .repayment: "To repay",
  ]

  private func table(_ months: [LeavingCalendar.Month]) -> Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(
      columns: [Column("month", "After", .integer), Column("date", "Date")]
        + calendar.kinds.map { Column($0.rawValue, Self.headings[$0] ?? $0.rawValue, kind) }
        + [Column("total", "Total", kind)]
        + (calendar.exerciseWindow == nil ? [] : [Column("exercise_cheque", "To exercise", kind)]))
    for month in months {
      let parts = whole(month)
      sheet.append(
        [.integer(month.month), .text(month.date.description)] + parts.map { .number($0) }
          + [.number(parts.reduce(0, +))]
          + (calendar.exerciseWindow == nil ? [] : [.number(month.exerciseCheque.amount)]))
    }
    return sheet
  }

  // MARK: For programs

  /// A row an offer and month, with every kind of loss.
  static func sheet(of calendars: [LeavingCalendar], currency: String) -> Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(
      columns: [Column("offer", "Offer"), Column("month", "Month", .integer), Column("date", "Date")]
        + ForfeitedItem.Kind.allCases.map { Column($0.rawValue, headings[$0] ?? $0.rawValue, kind) }
        + [
          Column("total", "Total", kind), Column("expected", "Expected", kind),
          Column("after_window", "After the window", kind), Column("exercise_cheque", "To exercise", kind),
          Column("currency", "Currency"),
        ])
    for calendar in calendars {
      for row in LeavingText(calendar: calendar, currency: currency).rows { sheet.append(row) }
    }
    return sheet
  }

  private var rows: [[Cell]] {
    calendar.months.map { month in
      [.text(calendar.offer.id), .integer(month.month), .text(month.date.description)]
        + ForfeitedItem.Kind.allCases.map { .number(month.paper[$0]?.amount ?? 0) }
        + [
          .number(month.total.amount), .number(month.expected.amount), .number(month.afterWindow.amount),
          .number(month.exerciseCheque.amount), .text(currency),
        ]
    }
  }

  static func json(_ calendar: LeavingCalendar) -> JSONValue {
    [
      "make_whole": .amount(calendar.makeWhole.amount), "after_window": .amount(calendar.afterWindow.amount),
      "exercise_window": .orNull(calendar.exerciseWindow) { .integer($0) },
      "not_stated": .array(calendar.notStated.map { .string($0) }), "by_month": .array(calendar.months.map(json)),
    ]
  }

  private static func json(_ month: LeavingCalendar.Month) -> JSONValue {
    var object: [String: JSONValue] = [
      "month": .integer(month.month), "date": .string(month.date.description), "total": .amount(month.total.amount),
      "expected": .amount(month.expected.amount), "after_window": .amount(month.afterWindow.amount),
      "exercise_cheque": .amount(month.exerciseCheque.amount),
    ]
    for kind in ForfeitedItem.Kind.allCases { object[kind.rawValue] = .amount(month.paper[kind]?.amount ?? 0) }
    return .object(object)
  }
}
