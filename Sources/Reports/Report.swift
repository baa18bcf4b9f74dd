/// A result, ready to be printed in any format, without knowing what it is about.
///
///     Report(
///       schema: "parley.market-show/1",
///       json: ["currency": "USD", "percentiles": ["p50": .amount(186_000)]],
///       blocks: [.verdict("The median is $186,000."), .chart(chart)],
///       sheet: sheet)
public struct Report: Sendable {
  /// The name and version of the JSON, for example `parley.market-show/1`.
  public let schema: String
  /// The whole result for programs; `schema` is added when it is written.
  public let json: JSONValue
  /// The page for people.
  public let blocks: [Block]
  /// The tidy form: CSV, TSV and JSON lines.
  public let sheet: Sheet

  /// The name of one row of the sheet, whose keys are not those of the whole result: for example
  /// `parley.market-show-row/1`.
  public let rowSchema: String

  /// A report; the blocks are just the sheet if none are given.
  ///
  ///     Report(schema: "parley.market-list/1", json: json, sheet: sheet)
  public init(schema: String, json: JSONValue, blocks: [Block]? = nil, sheet: Sheet) {
    self.schema = schema
    self.json = json
    self.blocks = blocks ?? [.sheet(sheet)]
    self.sheet = sheet
    rowSchema = Self.name(schema, suffix: "-row")
  }

  /// The sheet with the chosen columns, and nothing else, in every format.
  ///
  ///     try report.selecting(fieldList: "role,p50")
  ///     // as JSON: {"rows": [...], "schema": "parley.market-show-rows/1"}
  ///
  /// - Throws: `UnknownChoice`, which lists the valid fields and the nearest one.
  public func selecting(fieldList: String) throws(UnknownChoice) -> Report {
    Report(selected: try sheet.select(fieldList: fieldList), of: self)
  }

  private init(selected: Sheet, of report: Report) {
    schema = Self.name(report.schema, suffix: "-rows")
    rowSchema = report.rowSchema
    json = ["rows": .array(selected.rows.map { selected.json(of: $0) })]
    blocks = [.sheet(selected)]
    sheet = selected
  }

  /// Puts a suffix before the version: `parley.market-show/1` becomes `parley.market-show-row/1`.
  private static func name(_ schema: String, suffix: String) -> String {
    let parts = schema.split(separator: "/", maxSplits: 1)
    return parts.count == 2 ? "\(parts[0])\(suffix)/\(parts[1])" : schema + suffix
  }
}
