import Quantities

extension SurveyProfile.DateOrder {
  /// The year of a date as a survey writes it, and its month where it says one.
  ///
  ///     SurveyProfile.DateOrder.monthFirst.read("10/01/2025")    // 2025, 10
  ///     SurveyProfile.DateOrder.year.read("2025")                // 2025, nil
  ///
  /// Also `2025-01-19`, `2025-01`, `4/24/2019 11:43:21`, `02.12.2019`, `12/2019`; nil for what is no date in this order.
  func read(_ text: String) -> (year: Int, month: Int?)? {
    let day = text.split(separator: " ").first ?? ""
    let parts = day.split { "-/.".contains($0) }.map { Int($0) ?? -1 }
    // A year that comes first is beyond doubt, whatever the order of the others.
    if self != .year, let first = parts.first, first > 1_000, parts.count >= 2, (1...12).contains(parts[1]) {
      return (1990...2100).contains(first) ? (first, parts[1]) : nil
    }
    let year: Int?
    var month: Int?
    switch self {
    case .year: year = parts.first
    case .iso: (year, month) = parts.count >= 2 ? (parts[0], parts[1]) : (nil, nil)
    case .monthFirst: (year, month) = (2...3).contains(parts.count) ? (parts.last, parts[0]) : (nil, nil)
    case .dayFirst: (year, month) = (2...3).contains(parts.count) ? (parts.last, parts[parts.count - 2]) : (nil, nil)
    }
    guard let year, (1990...2100).contains(year), (1...12).contains(month ?? 1) else { return nil }
    return (year, month)
  }
}

extension SurveyProfile {
  /// Whether the rows of each month are a data set of their own: cells with full dates.
  ///
  /// A survey's cells refer to the month it names. People answer on any day, too few in a month: theirs are a data set a
  /// year, and so are cells of which only the year is said.
  var isDatedByMonth: Bool {
    guard case .column(_, let order, _) = when else { return false }
    return shape != .incumbents && order != .year
  }

  /// Takes every row for one month, as the user says; gives the rule to be listed where a column says otherwise.
  mutating func date(allRowsIn month: CalendarDate) -> String? {
    guard case .column(let names, _, _) = when else { return nil }
    when = .fixed(month)
    return "rule, --effective: every row stands for \(month.monthName), whatever \(Self.quoted(names)) says"
  }

  /// Names of columns in a sentence.
  static func quoted(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
