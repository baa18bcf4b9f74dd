import CSVStream
import Quantities

/// Writes a value as the cells around it are written: decimal commas, dates, shares.
struct SheetStyle {
  let kind: SheetField
  let conventions: SheetConventions

  /// `value` as a scenario file has it; `old` is what the cell says now.
  func written(_ value: String, like old: String, unit: SheetUnit) -> String {
    switch kind {
    case .date: return date(value, like: old)
    case .share, .shareOrAmount:
      if let share = QuantityText.share(value), !old.isEmpty, !old.contains("%"), unit.isShare || kind == .share {
        return decimals(DecimalText(share, atMost: 11)?.text ?? value)
      }
      return decimals(plain(value, unit))
    case .salary, .amount, .periodicAmount: return decimals(plain(value, unit))
    case .number, .days: return decimals(value)
    case .months, .flag, .range, .text: return value
    }
  }

  /// A number for amounts and the like, guarded text for the rest.
  static func field(_ text: String, kind: SheetField) -> CSVField {
    if text.isEmpty { return .empty }
    switch kind {
    case .text, .range, .months, .flag: return .text(text)
    default: return text.first.map { $0.isNumber || $0 == "-" } == true ? .number(text) : .text(text)
    }
  }

  /// Without the currency and the period that the row's unit says already.
  private func plain(_ value: String, _ unit: SheetUnit) -> String {
    var text = value
    if let currency = unit.currency, text.hasPrefix(currency + " ") {
      text = String(text.dropFirst(currency.count + 1))
    }
    if let period = unit.period, kind == .periodicAmount, text.hasSuffix("/" + period) {
      text = String(text.dropLast(period.count + 1))
    }
    return text
  }

  private func decimals(_ text: String) -> String {
    // Semicolons without a telling number come from where commas are decimal, and are read so.
    guard conventions.decimalMark != .point, text.contains(where: { $0 == "." || $0 == "," }) else { return text }
    return String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }

  private func date(_ value: String, like old: String) -> String {
    guard let date = CalendarDate(value), CalendarDate(old) == nil, let written = WrittenDate(old) else { return value }
    let separator = old.first { "./-".contains($0) } ?? "."
    let order =
      written.onlyDate == nil || written.readings.count > 1 ? conventions.dateOrder : written.readings[0].order
    guard !old.contains(where: \.isLetter), old.split(separator: separator).last?.count == 4, let order else {
      return value
    }
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let parts = order == .dayFirst ? [pad(date.day), pad(date.month)] : [pad(date.month), pad(date.day)]
    return (parts + ["\(date.year)"]).joined(separator: String(separator))
  }
}
