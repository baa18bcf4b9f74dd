/// Writes a report's page as GitHub-flavoured Markdown; charts stand in a code fence.
///
///     MarkdownRenderer().text(of: report)
public struct MarkdownRenderer: Sendable {
  private let chartWidth: Int

  /// - Parameter chartWidth: columns of a chart; 80 fits a printed page.
  public init(chartWidth: Int = 80) {
    self.chartWidth = max(chartWidth, TableRenderer.narrowest)
  }

  /// All blocks, an empty line between any two, ending in a newline.
  ///
  ///     MarkdownRenderer().text(of: report)
  public func text(of report: Report) -> String {
    let parts = report.blocks.map { block in
      lines(of: block).map { StyledLine($0).text(color: false) }.joined(separator: "\n")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let text): ["## " + escaped(text)]
    case .sentence(let text): [escaped(text)]
    case .verdict(let text): ["**\(escaped(text))**"]
    case .sheet(let sheet, let title):
      (title.map { ["**\(escaped($0))**", ""] } ?? []) + table(of: sheet)
    case .keyValues(let entries):
      entries.map { entry in
        let value = entry.emphasis ? "**\(escaped(entry.value))**" : escaped(entry.value)
        return "- \(escaped(entry.label)): \(value)" + (entry.note.isEmpty ? "" : " (\(escaped(entry.note)))")
      }
    case .bullets(let items): items.map { "- " + escaped($0) }
    case .chart(let chart): fenced(chartLines(chart), language: "text")
    case .command(let line): fenced([Typography(unicode: true).clean(line)], language: "sh")
    case .space: []
    }
  }

  private func table(of sheet: Sheet) -> [String] {
    let rules = sheet.columns.map { $0.kind.isNumeric ? "---:" : "---" }
    return [row(sheet.columns.map { escaped($0.heading) }), row(rules)]
      + sheet.rows.map { entry in
        row(
          zip(sheet.columns, entry.cells).map { column, cell in
            let text = escaped(cell.text(in: column.kind))
            return entry.style == .plain || text.isEmpty ? text : "**\(text)**"
          })
      }
  }

  private func row(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }

  private func chartLines(_ chart: CurveChart) -> [String] {
    ChartRenderer(width: chartWidth, typography: Typography(unicode: true))
      .lines(of: chart).map { $0.text(color: false) }
  }

  private func fenced(_ lines: [String], language: String) -> [String] {
    ["```" + language] + lines + ["```"]
  }

  /// Escapes what would become markup inside a line; a pipe would end a table cell.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in Typography(unicode: true).clean(text) {
      if "\\`*_[]<>|#~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
