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
      return [.space, .sentence("Leaving \(calendar.offer.id) gives up nothing that is stated.")]
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
        "Leaving on \(today.date) gives up \(total(today)): what to ask a new employer to make whole. "
          + "At the odds of still being there it is worth \(money(today.expected)) to you.")
    }
    if let least = calendar.cheapestOfFirstYear, least.total.minorUnits < today.total.minorUnits {
      words.append(
        "Within a year leaving costs least after month \(least.month), on \(least.date): \(total(least)).")
    }
    if calendar.afterWindow.minorUnits > 0 {
      words.append("In no row: \(money(calendar.afterWindow)) that vests after the window, lost by leaving at its end.")
    }
    if let window = calendar.exerciseWindow {
      words.append(
        "To exercise: what it costs, before tax, to keep the options that have vested, within "
          + "\(NumberText.count(window, "month")) of leaving.")
    }
    words.append("In today's money, as the paper promises it. A bonus counts by the months worked for it.")
    return words
  }

  /// Each part rounded by itself, so that what does not change looks the same in every row; the total is their sum.
  private func whole(_ month: LeavingCalendar.Month) -> [Double] {
    calendar.kinds.map { (month.paper[$0]?.amount ?? 0).rounded() }
  }

  private func total(_ month: LeavingCalendar.Month) -> String {
    NumberText.money(whole(month).reduce(0, +), currency: currency)
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
          Column("exercise_cheque", "To exercise", kind), Column("currency", "Currency"),
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
          .number(month.total.amount), .number(month.expected.amount), .number(month.exerciseCheque.amount),
          .text(currency),
        ]
    }
  }

  var json: JSONValue {
    .array(
      calendar.months.map { month in
        var object: [String: JSONValue] = [
          "month": .integer(month.month), "date": .string(month.date.description), "total": .amount(month.total.amount),
          "expected": .amount(month.expected.amount), "exercise_cheque": .amount(month.exerciseCheque.amount),
        ]
        for kind in ForfeitedItem.Kind.allCases { object[kind.rawValue] = .amount(month.paper[kind]?.amount ?? 0) }
        return .object(object)
      })
  }
}
