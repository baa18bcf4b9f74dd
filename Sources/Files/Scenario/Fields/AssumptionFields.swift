import Quantities

/// The block `assumptions`, as read.
struct Assumptions {
  var asOf: CalendarDate?
  var horizonMonths: Int?
  var discountRate: Double?
  var currency: Currency?
  var parameters: [String: Double] = [:]
}

/// `assumptions: {as_of: 2026-11-21, horizon: 4y, discount_rate: 4.5%}`
enum AssumptionFields {
  static let table = FieldTable<Assumptions>([
    "as_of": { $1.asOf = $0.date(from: 2000) },
    "horizon": { $1.horizonMonths = $0.months(1...360, text: "1mo and 30y") },
    "discount_rate": { $1.discountRate = $0.share(-0.1...1) },
    "currency": { $1.currency = $0.currency() },
    "parameters": { $1.parameters = parameters($0) },
  ])

  static func read(_ entry: Entry) -> Assumptions {
    var assumptions = Assumptions()
    table.read(
      entry, into: &assumptions, owner: "assumptions", wanted: "keys below it, such as `horizon: 4y`")
    return assumptions
  }

  /// Overrides of shipped parameters: `room.mean[below-p50]: 12%`, or a plain number in the parameter's unit.
  private static func parameters(_ entry: Entry) -> [String: Double] {
    var values: [String: Double] = [:]
    for (key, name, value) in entry.fields(wanted: "keys below it, such as `room.mean[below-p50]: 12%`") ?? [] {
      if entry.reading.isFull { break }
      if !entry.reading.names.parameterKeys.contains(name) {
        entry.reading.fault(.unknownParameter(name, known: entry.reading.names.parameterKeys), at: key)
        continue
      }
      guard let number = parameter(value) else { continue }
      if let bounds = ParameterDomain.bounds(of: name, broken: number) {
        value.fault(
          .outOfRange(value.path, value.node.text ?? "", bounds: "", cure: "it must be \(bounds): see `parley explain`")
        )
      } else {
        values[name] = number
      }
    }
    return values
  }

  private static func parameter(_ value: Entry) -> Double? {
    if let text = value.node.text, text.hasSuffix("%") { return value.share(-10...10) }
    return value.number(
      -1e9...1e9, text: "-1,000,000,000 and 1,000,000,000", example: "0.12, or a share such as 12%")
  }
}
