import CSVStream

/// Writes a sheet as delimited text: a header of column ids, then plain values, one record a row.
///
///     let csv = DelimitedRenderer(delimiter: .comma)
///     csv.text(of: sheet)      // "place,p50\n\"Denver, CO\",186000\n"
public struct DelimitedRenderer: Sendable {
  private let writer: CSVWriter

  public init(delimiter: CSVDialect.Delimiter) {
    writer = CSVWriter(delimiter: delimiter.rawValue)
  }

  /// The whole sheet.
  ///
  ///     csv.text(of: report.sheet)
  public func text(of sheet: Sheet) -> String {
    sheet.rows.reduce(into: header(of: sheet)) { $0 += record(of: $1, in: sheet) }
  }

  /// The first line, for those who write row by row.
  ///
  ///     csv.header(of: sheet)                        // "place,p50\n"
  public func header(of sheet: Sheet) -> String {
    line(sheet.columns.map { .text($0.id) })
  }

  /// One row.
  ///
  ///     csv.record(of: sheet.rows[0], in: sheet)     // "\"Denver, CO\",186000\n"
  public func record(of row: Sheet.Row, in sheet: Sheet) -> String {
    line(zip(sheet.columns, row.cells).map { column, cell in field(cell.json(in: column.kind)) })
  }

  private func field(_ value: JSONValue) -> CSVField {
    switch value {
    case .string(let text): .text(text)
    case .bool(let flag): .text(flag ? "true" : "false")
    default: value.scalarText.map { .number($0) } ?? .empty
    }
  }

  private func line(_ fields: [CSVField]) -> String {
    let line = writer.line(fields)
    return line.last?.isNewline == true ? line : line + "\n"
  }
}
