/// Writes a report as one JSON document, or its sheet as JSON lines.
///
///     JSONRenderer().text(of: report)         // "{\n  \"schema\": \"parley.market-show/1\"\n}\n"
///     JSONRenderer().lines(of: report)        // one object a row
public struct JSONRenderer: Sendable {
  public init() {}

  /// The whole result, with its schema.
  ///
  ///     JSONRenderer().text(of: report)
  public func text(of report: Report) -> String {
    marked(report.json, schema: report.schema).text(.pretty) + "\n"
  }

  /// The sheet, one object a line, each with the schema of a row.
  ///
  ///     JSONRenderer().lines(of: report)
  ///     // {"p50":186000,"place":"Denver, CO","schema":"parley.market-show-row/1"}
  public func lines(of report: Report) -> String {
    report.sheet.rows.reduce(into: "") { output, row in
      output += marked(report.sheet.json(of: row), schema: report.rowSchema).text(.line) + "\n"
    }
  }

  private func marked(_ value: JSONValue, schema: String) -> JSONValue {
    guard case .object(var members) = value else { return value }
    members["schema"] = .string(schema)
    return .object(members)
  }
}
