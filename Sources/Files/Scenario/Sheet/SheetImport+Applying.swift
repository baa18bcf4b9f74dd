import Quantities

extension SheetImport {
  /// Whether a list loses an item: those behind it move up, and the sheet's numbers are no longer the scenario's.
  public var movesLists: Bool { changes.contains { $0.after == nil && $0.path.contains("[") } }

  /// The scenario with all changes, read again as a whole; throws ``BadInput`` with faults at the cells of the sheet.
  public func applied() throws -> ScenarioDocument {
    var changed = document
    var faults: [Diagnostic] = []
    func apply(_ cell: SheetTable.Cell, _ edit: (ScenarioDocument) throws -> ScenarioDocument) {
      do { changed = try edit(changed) } catch let bad as BadInput {
        faults += bad.diagnostics.map { moved($0, to: cell) }
      } catch { faults.append(moved(internalFault("\(error)"), to: cell)) }
    }
    let fields = changes.filter(\.fields.isEmpty)
    // Values first, while the numbers of lists are those of the sheet; then removals from the end; then what is new.
    for change in fields {
      if let after = change.after, change.before != nil {
        apply(change.cell) { try $0.setting([(change.path, after)]) }
      }
    }
    let removed = fields.filter { $0.after == nil }
    let order = Dictionary(document.paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for change in removed.sorted(by: { order[$0.path, default: 0] > order[$1.path, default: 0] }) {
      apply(change.cell) { try $0.removing(change.path) }
    }
    for change in fields {
      guard let after = change.after, change.before == nil else { continue }
      let path = document.sheet == nil ? movedUp(change.path, removed: removed.map(\.path)) : change.path
      apply(change.cell) { try $0.setting([(path, after)]) }
    }
    for change in changes where !change.fields.isEmpty {
      apply(change.cell) { try appending(change, to: $0, &faults) }
    }
    try throwIfAny(faults)
    do { _ = try reader.read(document: changed) } catch let bad as BadInput {
      throw BadInput(bad.diagnostics.map { relocated($0, in: changed) }, count: bad.count)
    }
    return changed
  }

  private func appending(
    _ change: Change, to document: ScenarioDocument, _ faults: inout [Diagnostic]
  ) throws -> ScenarioDocument {
    if document.sheet != nil {
      return try SheetEdit.appending(change.path, change.fields.map { ($0.field, $0.text, $0.unit) }, to: document)
    }
    var changed = try document.setting([("offers[\(document.listed.offerCount)].id", change.path)])
    for field in change.fields {
      do {
        changed = try changed.setting([("\(change.path).\(field.field)", field.text)])
      } catch let bad as BadInput {
        faults += bad.diagnostics.map { moved($0, to: field.cell) }
      }
    }
    return changed
  }

  /// A path whose list has lost items before it: emptying all of `equity[0]` makes `equity[1]` the first.
  private func movedUp(_ path: String, removed: [String]) -> String {
    guard let field = try? FieldPath(path), let open = field.segments.firstIndex(where: { !$0.indices.isEmpty }),
      let number = Int(field.segments[open].indices[0])
    else { return path }
    let list = (field.segments[..<open].map(\.description) + [field.segments[open].name]).joined(separator: ".")
    let lost = (0..<number).count { index in
      let inside = document.paths.filter { ScenarioValues.isWithin($0, "\(list)[\(index)]") }
      return !inside.isEmpty && inside.allSatisfy(removed.contains)
        && !changes.contains { $0.before == nil && ScenarioValues.isWithin($0.path, "\(list)[\(index)]") }
    }
    guard lost > 0 else { return path }
    return "\(list)[\(number - lost)]" + path.dropFirst("\(list)[\(number)]".count)
  }

  /// A fault of the changed scenario, shown at the cell that brought it about.
  private func relocated(_ fault: Diagnostic, in changed: ScenarioDocument) -> Diagnostic {
    let values = changed.values.filter { $0.file == fault.file }
    let cells = Dictionary(
      changes.flatMap { change in
        change.fields.isEmpty
          ? [(change.path, change.cell)] : change.fields.map { ("\(change.path).\($0.field)", $0.cell) }
      }, uniquingKeysWith: { first, _ in first })
    func moved(_ fault: Diagnostic, to cell: SheetTable.Cell) -> Diagnostic {
      self.moved(fault, to: cell) { line in
        // A line of the changed scenario: the row in the sheet that has the same field, if there is one such row.
        let paths = values.filter { $0.line == line }.map(\.path)
        let rows = Set(table.cells.filter { paths.contains("\($0.offer).\($0.field)") }.map(\.row))
        return rows.count == 1 ? rows.first.map { " on line \(table.line(ofRow: $0))" } ?? "" : ""
      }
    }
    if let value = values.first(where: { $0.line == fault.line && $0.column == fault.column }),
      let cell = cells[value.path]
    {
      return moved(fault, to: cell)
    }
    let onLine = values.filter { $0.line == fault.line }
    if let cell = onLine.compactMap({ cells[$0.path] }).first { return moved(fault, to: cell) }
    // The offer as a whole: something that it needs has gone.
    let owner = (onLine.first ?? values.last { $0.line <= fault.line })?.path.split(separator: ".").first.map(
      String.init)
    let own = changes.filter { $0.cell.offer == owner }
    if let change = own.first(where: { $0.after == nil }) ?? own.first ?? changes.first {
      return moved(fault, to: change.cell)
    }
    return fault
  }

  private func internalFault(_ text: String) -> Diagnostic {
    Diagnostic(name: ScenarioFault.cannotEdit.rawValue, message: text, cure: "change it by hand", file: document.file)
  }
}
