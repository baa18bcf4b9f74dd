/// Lays a sheet out in columns for people: numbers flush right, a thin rule below the headings.
///
/// If the sheet is wider than the page, headings break first, then text columns shrink (the last one wraps,
/// the others are cut), and at last the columns are dealt out over several panels that repeat the first one.
/// Numbers are never broken, and neither are names: beside them the page is as wide as it has to be.
struct TableLayout {
  let width: Int
  let typography: Typography

  private static let gap = 2
  private static let narrowestText = 12

  func lines(of sheet: Sheet) -> [StyledLine] {
    let panels = panels(of: sheet)
    return panels.enumerated().flatMap { index, panel in
      (index > 0 ? [StyledLine()] : []) + panelLines(of: sheet.keeping(panel))
    }
  }

  /// Groups of column indices, each of which fits the page once its texts have shrunk.
  private func panels(of sheet: Sheet) -> [[Int]] {
    let widths = fittedWidths(of: sheet)
    if total(widths) <= width || hasNames(sheet) { return [Array(sheet.columns.indices)] }
    let key = sheet.columns.first?.kind.isNumeric == false ? [0] : []
    var panels: [[Int]] = []
    var panel = key
    for index in sheet.columns.indices.dropFirst(key.count) {
      if panel.count > key.count, total((panel + [index]).map { widths[$0] }) > width {
        panels.append(panel)
        panel = key
      }
      panel.append(index)
    }
    return panels + [panel]
  }

  private func hasNames(_ sheet: Sheet) -> Bool { sheet.columns.contains(where: \.isWhole) }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
  }

  private func fittedWidths(of sheet: Sheet) -> [Int] {
    let headings = sheet.columns.map { typography.clean($0.heading) }
    var contents = sheet.columns.map { _ in 1 }
    for row in sheet.rows {
      for (index, cell) in row.cells.enumerated() {
        let text = typography.clean(cell.text(in: sheet.columns[index].kind))
        contents[index] = max(contents[index], DisplayWidth.of(text))
      }
    }
    let natural = zip(contents, headings).map { max($0, DisplayWidth.of($1)) }
    if total(natural) <= width { return natural }

    let longestWords = headings.map { $0.split(separator: " ").map { DisplayWidth.of($0) }.max() ?? 1 }
    var widths = zip(contents, longestWords).map { max($0, $1) }
    for index in widths.indices {
      // What breaking the headings saved too much goes back to them.
      widths[index] += min(natural[index] - widths[index], max(width - total(widths), 0))
    }
    for index in sheet.columns.indices.reversed()
    where sheet.columns[index].kind == .text && !sheet.columns[index].isWhole {
      let excess = total(widths) - width
      let least = min(widths[index], max(Self.narrowestText, longestWords[index]))
      if excess > 0 { widths[index] = max(least, widths[index] - excess) }
    }
    return widths
  }

  /// The last resort on a very narrow page: the widest text column gives way, then the widest of all.
  private func squeezed(_ widths: [Int], of sheet: Sheet) -> [Int] {
    var widths = widths
    while total(widths) > width {
      let texts = widths.indices.filter { sheet.columns[$0].kind == .text && widths[$0] > 4 }
      let candidates = texts.isEmpty ? Array(widths.indices) : texts
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1 else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func panelLines(of sheet: Sheet) -> [StyledLine] {
    let fitted = fittedWidths(of: sheet)
    let widths = hasNames(sheet) ? fitted : squeezed(fitted, of: sheet)
    let headings = zip(sheet.columns, widths).map {
      WordWrap.lines(typography.clean($0.heading), width: $1)
    }
    let height = headings.map(\.count).max() ?? 0
    // Headings of one line stand next to the rule, not on top of the taller ones.
    let sunk = headings.map { Array(repeating: "", count: height - $0.count) + $0 }
    let rules = widths.map { [String(repeating: typography.rule, count: $0)] }
    let ruleLines = rowLines(rules, in: sheet, widths, .faint)

    var lines = rowLines(sunk, in: sheet, widths, .strong) + ruleLines
    var hasTotal = false
    let wrapping = sheet.columns.lastIndex { $0.kind == .text }
    for row in sheet.rows {
      if row.style == .total, !hasTotal { lines += ruleLines }
      hasTotal = hasTotal || row.style == .total
      let texts = row.cells.indices.map { index in
        cellLines(row.cells[index], sheet.columns[index].kind, widths[index], wraps: index == wrapping)
      }
      lines += rowLines(texts, in: sheet, widths, row.style == .plain ? .plain : .strong)
    }
    return lines
  }

  private func cellLines(_ cell: Cell, _ kind: ColumnKind, _ width: Int, wraps: Bool) -> [String] {
    if case .empty = cell, kind.isNumeric { return [typography.dash] }
    let text = typography.clean(cell.text(in: kind))
    return wraps
      ? WordWrap.lines(text, width: width)
      : [WordWrap.cut(text, width: width, ellipsis: typography.ellipsis)]
  }

  private func rowLines(
    _ cells: [[String]], in sheet: Sheet, _ widths: [Int], _ style: TextStyle
  ) -> [StyledLine] {
    (0..<max(cells.map(\.count).max() ?? 0, 1)).map { number in
      var line = StyledLine()
      var start = 0
      for (index, column) in sheet.columns.enumerated() {
        let text = cells[index].indices.contains(number) ? cells[index][number] : ""
        line.pad(to: start + (column.kind.isNumeric ? widths[index] - DisplayWidth.of(text) : 0))
        line.append(text, style)
        start += widths[index] + Self.gap
      }
      return line
    }
  }
}
