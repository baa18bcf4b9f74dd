/// Prints a report in whichever format is asked for.
///
///     let renderer = ReportRenderer(table: table)
///     renderer.text(of: report, as: .markdown)
public struct ReportRenderer: Sendable {
  private let table: TableRenderer
  private let csv = DelimitedRenderer(delimiter: .comma)
  private let tsv = DelimitedRenderer(delimiter: .tab)
  private let json = JSONRenderer()
  private let markdown = MarkdownRenderer()

  /// - Parameter table: knows the terminal.
  public init(table: TableRenderer) { self.table = table }

  /// The whole output, ending in a newline.
  ///
  ///     renderer.text(of: report, as: .jsonl)
  public func text(of report: Report, as format: ReportFormat) -> String {
    switch format {
    case .table: table.text(of: report)
    case .csv: csv.text(of: report.sheet)
    case .tsv: tsv.text(of: report.sheet)
    case .json: json.text(of: report)
    case .jsonl: json.lines(of: report)
    case .markdown: markdown.text(of: report)
    }
  }
}
