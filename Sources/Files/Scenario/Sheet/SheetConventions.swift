import CSVStream
import Quantities

/// How a file writes numbers and dates, learned from all its cells.
struct SheetConventions: Sendable {
  enum DecimalMark: Sendable { case point, comma, unknown }
  enum DateOrder: Sendable { case dayFirst, monthFirst }
  /// How shares without a sign are meant: 0.2 or 20 for 20 %.
  enum ShareStyle: Sendable { case fraction, percent }

  let decimalMark: DecimalMark
  /// What the dates that can be read in one way only say; nil when they say nothing, or differ.
  var dateOrder: DateOrder?
  /// Dates known to be unchanged are written in both orders.
  var hasMixedDates = false
  /// What shares known to be unchanged say; nil when they say nothing, or differ.
  var shareStyle: ShareStyle?

  init(_ grid: SheetGrid) {
    var points = 0
    var commas = 0
    var orders: Set<DateOrder> = []
    for cell in grid.rows.dropFirst().flatMap(\.cells) {
      switch SheetConventions.mark(of: cell.text) {
      case .point: points += 1
      case .comma: commas += 1
      case .unknown: break
      }
      if let date = WrittenDate(cell.text), let only = date.onlyOrder { orders.insert(only) }
    }
    decimalMark = commas > points ? .comma : points > 0 || grid.dialect.delimiter != .semicolon ? .point : .unknown
    dateOrder = orders.count == 1 ? orders.first : nil
  }

  /// What a number proves: one mark that three digits do not follow.
  private static func mark(of text: String) -> DecimalMark {
    let body = text.hasSuffix("%") ? Entry.trimmed(String(text.dropLast())) : text
    guard body.contains(where: \.isNumber), body.allSatisfy({ $0.isASCII && ($0.isNumber || ".,-+".contains($0)) })
    else { return .unknown }
    guard let mark = body.lastIndex(where: { $0 == "." || $0 == "," }),
      body.count(where: { $0 == body[mark] }) == 1, body.distance(from: mark, to: body.endIndex) != 4
    else { return .unknown }
    return body[mark] == "," ? .comma : .point
  }

  /// The readings of a number as plain text with a point, the likeliest first: `1.234,50` is `1234.50`.
  func plainNumbers(_ text: String) -> [String] {
    let asPoint = SheetConventions.plain(text, decimal: ".", group: ",")
    let asComma = SheetConventions.plain(text, decimal: ",", group: ".")
    switch decimalMark {
    case .point: return [asPoint].compactMap { $0 }
    case .comma: return [asComma].compactMap { $0 }
    // A file with semicolons and without a telling number comes from where commas are decimal.
    case .unknown: return [asComma, asPoint].compactMap { $0 }
    }
  }

  private static func plain(_ text: String, decimal: Character, group: Character) -> String? {
    var body = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    var sign = ""
    if let first = body.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      body.removeFirst()
    }
    let swapped = String(body.map { $0 == decimal ? "." : $0 == group ? "," : $0 })
    guard QuantityText.decimal(swapped) != nil else { return nil }
    return sign + swapped.filter { $0 != "," }
  }
}

/// A date as a spreadsheet may have rewritten it: `15.01.2027`, `1/15/2027`, `15-Jan-27`.
struct WrittenDate: Sendable {
  /// The readings, with the order each assumes.
  let readings: [(order: SheetConventions.DateOrder, date: CalendarDate)]

  /// Nil for what is no date with the year last; ISO dates need no guessing and are not read here.
  init?(_ text: String) {
    let separators: Set<Character> = [".", "/", "-", " "]
    let parts = text.split { separators.contains($0) || $0 == "," }.map(String.init)
    guard parts.count == 3, text.count <= 24 else { return nil }
    if let year = Int(parts[0]), parts[0].count == 4, let month = Int(parts[1]), let day = Int(parts[2]) {
      guard !text.contains("-"), let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      readings = [(.dayFirst, date)]
      isNumeric = false
      return
    }
    guard parts[2].count == 4 || parts[2].count == 2, let written = Int(parts[2]) else { return nil }
    let year = parts[2].count == 2 ? 2000 + written : written
    if let month = WrittenDate.month(parts[1]), let day = Int(parts[0]) {
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      (readings, isNumeric) = ([(.dayFirst, date)], false)
      return
    }
    if let month = WrittenDate.month(parts[0]), let day = Int(parts[1]) {
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      (readings, isNumeric) = ([(.monthFirst, date)], false)
      return
    }
    guard let first = Int(parts[0]), let second = Int(parts[1]), parts[0].count <= 2, parts[1].count <= 2 else {
      return nil
    }
    var found: [(order: SheetConventions.DateOrder, date: CalendarDate)] = []
    if let date = CalendarDate(year: year, month: second, day: first) { found.append((.dayFirst, date)) }
    // Dots are for day first everywhere.
    if !text.contains("."), let date = CalendarDate(year: year, month: first, day: second) {
      found.append((.monthFirst, date))
    }
    guard !found.isEmpty else { return nil }
    readings = found
    isNumeric = !text.contains(".")
  }

  /// Written in numbers alone, so that its order says something about the file.
  private let isNumeric: Bool

  /// The order when only one gives a day.
  var onlyOrder: SheetConventions.DateOrder? { isNumeric && readings.count == 1 ? readings[0].order : nil }

  /// The date when all readings agree, as for 5/5/2027.
  var onlyDate: CalendarDate? { Set(readings.map(\.date)).count == 1 ? readings[0].date : nil }

  private static func month(_ text: String) -> Int? {
    guard text.count >= 3, text.contains(where: \.isLetter) else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    return names.firstIndex { $0.hasPrefix(text.lowercased()) }.map { $0 + 1 }
  }
}
