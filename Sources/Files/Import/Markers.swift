import CSVStream
import Quantities

/// How a survey's cell says that a figure is not a plain number.
///
/// `#` at or above the cap, `~` at or below a floor, `*` wage withheld, `**` employment withheld: data, not noise.
enum SurveyFigure: Equatable {
  case number(Double)
  case capped
  case floored
  case withheld
  case absent
  case unreadable

  init(_ record: borrowing CSVRecord, _ field: Int) {
    if let number = record.double(field) {
      self = .number(number)
      return
    }
    let bytes = record.bytes(field)
    if bytes.isEmpty {
      self = .absent
    } else if bytes.count <= 2, bytes.allSatisfy({ $0 == UInt8(ascii: "*") }) {
      self = .withheld
    } else if bytes.count == 1, bytes[0] == UInt8(ascii: "#") {
      self = .capped
    } else if bytes.count == 1, bytes[0] == UInt8(ascii: "~") {
      self = .floored
    } else if let amount = Self.grouped(record.text(field), hasDecimalComma: record.hasDecimalComma) {
      // 185,000 with its thousands marks is a number to a person.
      self = .number(amount)
    } else {
      self = .unreadable
    }
  }

  /// A number with marks between its thousands; in a file with decimal commas the marks are dots.
  private static func grouped(_ text: String, hasDecimalComma: Bool) -> Double? {
    guard hasDecimalComma else { return QuantityText.decimal(text) }
    return QuantityText.decimal(String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 }))
  }
}

/// Top codes by date: the pay a `#` stands for.
struct TopCodes {
  let annual: Double
  /// Percentiles above this are printed by the publisher since they are no longer hidden; marked soft.
  let softAbove: Double?

  init(parameters: ParameterTable, effective: CalendarDate) throws {
    annual = try parameters.value("top-code.annual", scope: "oews", on: effective)
    let soft = try parameters.row("soft-percentile-above", scope: "oews", on: effective)
    softAbove = soft.effectiveFrom <= effective ? soft.value : nil
  }

  /// What a `#` is at least: the cap, or the percentile below it where the publisher printed one above the cap.
  func least(after percentiles: some Sequence<Double?>) -> Double {
    max(annual, percentiles.compactMap { $0 }.max() ?? 0)
  }
}
