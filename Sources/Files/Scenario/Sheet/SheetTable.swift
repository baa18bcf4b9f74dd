import Quantities

/// What a grid says about offers: which columns and rows they are in, and what is none of ours.
///
///     field,unit,seattle,comment        one offer a column, one field a row
///     base,USD/year,228000,from the letter
///
///     offer,field,value,unit            or tidy: one value a row
///     seattle,base,228000,USD/year
struct SheetTable: Sendable {
  enum Layout: Sendable { case sheet, tidy }

  /// A value of an offer, or the place where it would be.
  struct Cell: Sendable {
    let offer: String
    let path: FieldPath
    let unit: SheetUnit
    /// As written; empty when there is none.
    let text: String
    /// In the grid: the row of `rows`, and the column.
    let row: Int
    let column: Int

    var field: String { path.description }
  }

  struct Fault: Sendable {
    let text: FaultText
    let row: Int
    let column: Int
  }

  let grid: SheetGrid
  let layout: Layout
  let conventions: SheetConventions
  /// Ids of the offers, in the file's order, with the cell that names each.
  private(set) var offers: [(id: String, row: Int, column: Int)] = []
  /// Every cell of those offers in a row that is a field, empty ones too, in the file's order.
  private(set) var cells: [Cell] = []
  private(set) var faults: [Fault] = []
  /// Columns and rows that are kept and not read, for people.
  private(set) var notes: [String] = []

  let fieldColumn: Int
  let unitColumn: Int?
  let valueColumn: Int?
  let offerColumn: Int?

  /// Names that a column of remarks has; none of them is an offer, whatever stands in its row `base`.
  static let remarks: Set<String> = [
    "field", "unit", "comment", "comments", "note", "notes", "remark", "remarks", "source", "sources", "reference",
  ]

  /// `known` are ids that are offers even without a base. Throws ``BadInput`` when the grid is no sheet.
  init(_ grid: SheetGrid, known: Set<String> = []) throws {
    self.grid = grid
    conventions = SheetConventions(grid)
    let names = grid.rows.first?.cells.map { $0.text.lowercased() } ?? []
    guard let field = names.firstIndex(of: "field") else {
      let columns = (grid.rows.first?.cells ?? []).map(\.text).filter { !$0.isEmpty }
      let place = grid.rows.first.map { grid.source.place(ofScalar: $0.offset(0)) }
      throw BadInput([ScenarioReading.diagnostic(.notASheet(columns), at: place, grid.source)])
    }
    fieldColumn = field
    unitColumn = names.firstIndex(of: "unit")
    if let offer = names.firstIndex(of: "offer"), let value = names.firstIndex(of: "value") {
      (layout, offerColumn, valueColumn) = (.tidy, offer, value)
    } else {
      (layout, offerColumn, valueColumn) = (.sheet, nil, nil)
    }
    checkWidths()
    let paths = readPaths()
    if layout == .tidy { readTidy(paths) } else { readSheet(paths, known: known) }
    findDuplicates()
    if offers.isEmpty {
      let columns = grid.rows.first.map(candidates)?.map(\.id) ?? []
      faults.append(Fault(text: .noOfferColumn(columns), row: 0, column: 0))
    }
  }

  /// A cell's place in the text, in code points.
  func offset(row: Int, column: Int) -> Int { grid.rows[row].offset(column) }

  func line(ofRow row: Int) -> Int { grid.source.line(ofScalar: grid.rows[row].offset(0)) }

  /// Faults as diagnostics, in the file's order.
  var diagnostics: [Diagnostic] {
    faults.map { fault in
      let place = grid.source.place(ofScalar: offset(row: fault.row, column: fault.column))
      return ScenarioReading.diagnostic(fault.text, at: place, grid.source)
    }
  }

  private mutating func checkWidths() {
    let width = grid.rows[0].cells.count
    for (row, cells) in grid.rows.enumerated().dropFirst() where cells.cells.count > width {
      if let extra = cells.cells.indices.dropFirst(width).first(where: { !cells.text($0).isEmpty }) {
        faults.append(Fault(text: .tooManyCells(cells.cells.count, columns: width), row: row, column: extra))
      }
    }
  }

  /// The path of each row, nil for one that is kept and not read.
  private mutating func readPaths() -> [FieldPath?] {
    var unknown: [String] = []
    let known = OfferFields.table.keys.filter { $0 != "id" }
    let paths = grid.rows.enumerated().map { row, cells -> FieldPath? in
      let text = cells.text(fieldColumn)
      guard row > 0, !text.isEmpty else { return nil }
      if let path = try? FieldPath(text), known.contains(path.root) || path.root == "id" { return path }
      // A slip of the finger must not drop a value; a row of the reader's own is left alone.
      let root = text.split { ".[".contains($0) }.first.map(String.init) ?? text
      if let near = FaultText.suggestion(for: root, among: known) {
        faults.append(Fault(text: .unknownField(text, suggestion: near), row: row, column: fieldColumn))
      } else if !unknown.contains(text) {
        unknown.append(text)
      }
      return nil
    }
    if !unknown.isEmpty { notes.append(SheetTable.kept("row", unknown, file: grid.file)) }
    return paths
  }

  /// Columns that may be offers.
  private func candidates(_ header: SheetGrid.Row) -> [(id: String, column: Int)] {
    header.cells.enumerated().compactMap { column, cell in
      guard column != fieldColumn, column != unitColumn, SheetTable.isID(cell.text) else { return nil }
      return (cell.text, column)
    }
  }

  private mutating func readSheet(_ paths: [FieldPath?], known: Set<String>) {
    let header = grid.rows[0]
    let base = paths.firstIndex { $0?.description == "base" }
    var columns: [(id: String, column: Int)] = []
    for (id, column) in candidates(header) {
      guard known.contains(id) || base.map({ !grid.rows[$0].text(column).isEmpty }) == true else { continue }
      if columns.contains(where: { $0.id == id }) {
        faults.append(Fault(text: .duplicateColumn(id), row: 0, column: column))
      } else {
        columns.append((id, column))
        offers.append((id, 0, column))
      }
    }
    let used = Set(columns.map(\.column) + [fieldColumn] + (unitColumn.map { [$0] } ?? []))
    let kept = header.cells.indices.filter { !used.contains($0) && !header.text($0).isEmpty }.map(header.text)
    if !kept.isEmpty { notes.append(SheetTable.kept("column", kept, file: grid.file)) }
    for (row, path) in paths.enumerated() {
      guard let path else { continue }
      let unit = SheetUnit(unitColumn.map { grid.rows[row].text($0) } ?? "")
      for (id, column) in columns {
        cells.append(
          Cell(
            offer: id, path: path, unit: unit, text: grid.rows[row].text(column), row: row, column: column))
      }
    }
  }

  private mutating func readTidy(_ paths: [FieldPath?]) {
    guard let offerColumn, let valueColumn else { return }
    for (row, cells) in grid.rows.enumerated().dropFirst() {
      let id = cells.text(offerColumn)
      guard let path = paths[row] else { continue }
      guard SheetTable.isID(id) else {
        let isReserved = OfferListFields.reservedIDs.contains(id.lowercased())
        faults.append(Fault(text: .badOfferID(id, isReserved: isReserved), row: row, column: offerColumn))
        continue
      }
      if !offers.contains(where: { $0.id == id }) { offers.append((id, row, offerColumn)) }
      self.cells.append(
        Cell(
          offer: id, path: path, unit: SheetUnit(unitColumn.map(cells.text) ?? ""), text: cells.text(valueColumn),
          row: row, column: valueColumn))
    }
  }

  /// A field twice, or a field beside its own parts.
  private mutating func findDuplicates() {
    var seen: [String: Cell] = [:]
    for cell in cells {
      let name = "\(cell.offer).\(cell.field)"
      if let first = seen[name] {
        if layout == .tidy || cell.offer == offers.first?.id {
          faults.append(
            Fault(
              text: .duplicateField(cell.field, firstLine: line(ofRow: first.row)), row: cell.row,
              column: fieldColumn))
        }
      } else {
        seen[name] = cell
      }
    }
    for cell in cells where !cell.text.isEmpty {
      var path = cell.path
      while let parent = SheetTable.parent(of: path) {
        path = parent
        guard let whole = seen["\(cell.offer).\(parent)"], !whole.text.isEmpty else { continue }
        let (later, earlier) = whole.row > cell.row ? (whole, cell) : (cell, whole)
        faults.append(
          Fault(
            text: .partsBesideWhole(later.field, other: earlier.field, line: line(ofRow: earlier.row)),
            row: later.row, column: later.column))
      }
    }
  }

  /// `equity[0]` for `equity[0].price`, then `equity`.
  static func parent(of path: FieldPath) -> FieldPath? {
    guard let last = path.segments.last else { return nil }
    if !last.indices.isEmpty {
      let shorter = FieldPath.Segment(name: last.name, indices: Array(last.indices.dropLast()))
      return FieldPath(path.segments.dropLast() + [shorter])
    }
    return path.segments.count > 1 ? FieldPath(Array(path.segments.dropLast())) : nil
  }

  static func isID(_ text: String) -> Bool {
    guard let path = try? FieldPath(text), path.segments.count == 1, path.segments[0].indices.isEmpty else {
      return false
    }
    let folded = text.lowercased()
    return text.count <= 40 && !OfferListFields.reservedIDs.contains(folded) && !remarks.contains(folded)
  }

  private static func kept(_ what: String, _ names: [String], file: String) -> String {
    let shown = names.prefix(6).map(FaultText.shown).joined(separator: ", ")
    let more = names.count > 6 ? " and \(names.count - 6) more" : ""
    return "\(file): kept, not read: \(names.count == 1 ? what : what + "s") \(shown)\(more)"
  }
}
