import CSVStream
import Quantities

/// The shipped defaults of a group, as the program has them.
enum Defaults {
  static func table(_ folder: String) throws -> ParameterTable {
    let names = ["benefits", "benefit-yardsticks", "cash", "compare", "defaults", "equity", "leaving"]
    return ParameterTable(try names.flatMap { try rows("\(folder)/parameters/value/\($0).csv") })
  }

  private static func rows(_ path: String) throws -> [Parameter] {
    var header: [String] = []
    var rows: [Parameter] = []
    _ = try CSVReader(path: path).forEachRecord { record in
      let texts = (0..<record.count).map { record.text($0) }
      guard record.ordinal > 0 else {
        header = texts
        return
      }
      func text(_ column: String) -> String { header.firstIndex(of: column).map { texts[$0] } ?? "" }
      guard let value = Double(text("value")), let day = CalendarDate(text("effective_from")) else { return }
      rows.append(
        Parameter(
          name: text("name"), scope: text("scope"), effectiveFrom: day, value: value, unit: text("unit"),
          status: Parameter.Status(rawValue: text("status")) ?? .judgement, reference: text("reference")))
    }
    return rows
  }
}
