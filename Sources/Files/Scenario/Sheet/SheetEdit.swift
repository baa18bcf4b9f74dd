import CSVStream
import Quantities

/// One change of one value in a sheet: a cell, or a row or column for a new one. All other text stays.
struct SheetEdit {
  let path: FieldPath
  let offer: String
  /// Within the offer; nil for the whole offer.
  let field: FieldPath?
  let table: SheetTable
  let document: ScenarioDocument
  private let text: YAMLText

  /// Nil for a path that is no offer's, which belongs to the YAML file around the sheet.
  init?(_ text: String, in table: SheetTable, of document: ScenarioDocument) throws {
    do { path = try FieldPath(text) } catch { throw EditTrouble(text: .badPath(text, error), offset: nil) }
    self.table = table
    self.document = document
    self.text = YAMLText(table.grid.source.bytes)
    let ids = table.offers.map(\.id)
    let root = path.segments[0]
    if root.name == "offers", let number = root.indices.first.flatMap({ Int($0) }), number <= ids.count {
      field = path.segments.count > 1 ? FieldPath(Array(path.segments.dropFirst())) : nil
      offer = number < ids.count ? ids[number] : ""
    } else if ids.contains(root.description) {
      offer = root.name
      field = path.afterRoot
    } else if document.yaml == nil || !ScenarioFields.keys.contains(root.name) {
      throw EditTrouble(
        text: ScenarioFields.keys.contains(root.name)
          ? .notInASheet(text) : .unknownOffer(root.description, known: ids), offset: nil, isInSheet: true)
    } else {
      return nil
    }
  }

  /// The sheet's bytes with the value in its cell.
  func setting(_ value: String) throws -> [UInt8] {
    guard let field else { throw trouble(.blockNotAText(path.description, shape: "block of keys", inside: []), nil) }
    if offer.isEmpty || field.description == "id" { return try naming(value, field) }
    if let cell = table.cells.first(where: { $0.offer == offer && $0.path == field }) {
      return try replacing(cell, with: written(value, like: cell))
    }
    if let parent =
      (table.cells.first { $0.offer == offer && $0.path != field && !$0.text.isEmpty && isWithin($0.path, field) })
    {
      throw trouble(
        .blockNotAText(path.description, shape: "block of keys", inside: ["\(offer).\(parent.field)"]), parent)
    }
    return try inserting(value, field)
  }

  /// The sheet's bytes without the value: its cells are emptied; of a whole offer, the column or its rows go.
  func removing() throws -> [UInt8] {
    let gone = table.cells.filter { cell in
      cell.offer == offer && (field.map { isWithin(cell.path, $0) } ?? true)
    }
    guard gone.contains(where: { !$0.text.isEmpty }) else {
      throw trouble(.noSuchField(path.description, among: document.paths), nil)
    }
    if table.layout == .tidy {
      return try edited(gone.map { (lineRange(ofRow: $0.row), "") })
    }
    if field == nil, let column = table.offers.first(where: { $0.id == offer })?.column {
      return try edited(table.grid.rows.compactMap { columnRange($0, column).map { ($0, "") } })
    }
    return try edited(gone.filter { !$0.text.isEmpty }.map { (span(of: $0), "") })
  }

  /// The document with the new sheet; throws ``EditTrouble`` unless exactly the value has changed.
  func checked(_ bytes: [UInt8], value: String?) throws -> ScenarioDocument {
    let changedTable = try SheetTable(try SheetGrid(bytes: bytes, file: table.grid.file))
    guard changedTable.faults.isEmpty else { throw trouble(.cannotEdit(path.description), nil) }
    let changed = try ScenarioDocument(
      bytes: document.yaml == nil ? bytes : document.bytes, file: document.file, yaml: document.yaml,
      sheet: changedTable)
    let position = document.listed.position(of: path)
    if let value {
      let kind = field.map(SheetField.kind) ?? .text
      let found = changed.listed.leaves.first { $0.position == position }?.node.text ?? ""
      let currency = changedTable.cells.first { $0.offer == offer && $0.path == field }?.unit.currency
      let plain = currency.map { found.replacing("\($0) ", with: "") } ?? found
      guard [found, plain].contains(where: { ValueMeaning.isSame(value, $0, kind: kind) }) else {
        throw trouble(.cannotEdit(path.description), nil)
      }
      // A new number may change what the file seems to say about its commas: then the others would read differently.
      guard texts(of: document, without: position) == texts(of: changed, without: position) else {
        throw trouble(.cannotEdit(path.description), nil)
      }
    }
    return changed
  }

  private func texts(of document: ScenarioDocument, without position: String) -> [String: String] {
    var texts: [String: String] = [:]
    for leaf in document.listed.leaves where leaf.position != position { texts[leaf.position] = leaf.node.text }
    return texts
  }

  // MARK: Cells

  private func isWithin(_ path: FieldPath, _ stem: FieldPath) -> Bool {
    ScenarioValues.isWithin(path.description, stem.description)
  }

  private func span(of cell: SheetTable.Cell) -> Range<Int> {
    let row = table.grid.rows[cell.row]
    return cell.column < row.cells.count ? row.cells[cell.column].span : row.end..<row.end
  }

  private func replacing(_ cell: SheetTable.Cell, with written: String) throws -> [UInt8] {
    let row = table.grid.rows[cell.row]
    // A row may be shorter than the header.
    let missing = max(0, cell.column - row.cells.count + 1)
    return try edited([(span(of: cell), String(repeating: delimiter, count: missing) + written)])
  }

  private var delimiter: String { String(Character(Unicode.Scalar(table.grid.dialect.delimiter.rawValue))) }

  private func written(_ value: String, like cell: SheetTable.Cell) -> String {
    let row = table.grid.rows[cell.row]
    let isQuoted = cell.column < row.cells.count && row.cells[cell.column].isQuoted
    let style = SheetStyle(kind: SheetField.kind(of: cell.path), conventions: table.conventions)
    let text = style.written(value, like: cell.text, unit: cell.unit)
    return cellText(text, kind: SheetField.kind(of: cell.path), isQuoted: isQuoted)
  }

  private func cellText(_ text: String, kind: SheetField, isQuoted: Bool) -> String {
    let writer = CSVWriter(delimiter: table.grid.dialect.delimiter.rawValue, lineEnding: "")
    let plain = writer.line([SheetStyle.field(text, kind: kind)])
    return isQuoted && !plain.hasPrefix("\"") ? "\"" + plain + "\"" : plain
  }

  // MARK: Rows and columns

  /// Renames an offer, or begins a new one: a column, or a row when the layout is tidy.
  private func naming(_ value: String, _ field: FieldPath) throws -> [UInt8] {
    guard SheetTable.isID(value), field.description == "id" else {
      throw trouble(.badOfferID(value, isReserved: OfferListFields.reservedIDs.contains(value.lowercased())), nil)
    }
    let name = cellText(value, kind: .text, isQuoted: false)
    if !offer.isEmpty {
      let named =
        table.layout == .sheet
        ? table.offers.filter { $0.id == offer }.map { ($0.row, $0.column) }
        : table.cells.filter { $0.offer == offer }.map { ($0.row, table.offerColumn ?? 0) }
      return try edited(named.map { (table.grid.rows[$0.0].cells[$0.1].span, name) })
    }
    // A column becomes an offer with its base, so both are written when the base comes.
    throw trouble(.missingKey("base", of: "the offer", example: "\(value).base"), nil)
  }

  /// A new offer with all its fields.
  static func appending(
    _ id: String, _ fields: [(field: FieldPath, text: String, unit: String)], to document: ScenarioDocument
  )
    throws -> ScenarioDocument
  {
    guard let table = document.sheet else { return document }
    let edit = try SheetEdit(appendingTo: table, of: document)
    let bytes = try edit.appended(id, fields)
    let changed = try SheetTable(try SheetGrid(bytes: bytes, file: table.grid.file))
    return try ScenarioDocument(
      bytes: document.yaml == nil ? bytes : document.bytes, file: document.file, yaml: document.yaml, sheet: changed)
  }

  private init(appendingTo table: SheetTable, of document: ScenarioDocument) throws {
    self.table = table
    self.document = document
    path = FieldPath([FieldPath.Segment(name: "offers", indices: [String(table.offers.count)])])
    offer = ""
    field = nil
    text = YAMLText(table.grid.source.bytes)
  }

  private func appended(_ id: String, _ fields: [(field: FieldPath, text: String, unit: String)]) throws -> [UInt8] {
    if table.layout == .tidy {
      let last = table.grid.rows.count - 1
      let lines = fields.map { line([table.offerColumn: id], $0.field, $0.unit, value: $0.text) }
      return try edited([(insertion(after: last), lines.joined())])
    }
    let width = table.grid.rows[0].cells.count
    var left = fields
    var changes = table.grid.rows.enumerated().map { index, row -> (Range<Int>, String) in
      let gap = String(repeating: delimiter, count: width - row.cells.count + 1)
      if index == 0 { return (row.end..<row.end, gap + cellText(id, kind: .text, isQuoted: false)) }
      let name = row.text(table.fieldColumn)
      guard let found = left.firstIndex(where: { $0.field.description == name }) else {
        return (row.end..<row.end, gap)
      }
      let field = left.remove(at: found)
      let kind = SheetField.kind(of: field.field)
      let unit = SheetUnit(table.unitColumn.map { row.text($0) } ?? "")
      let text = SheetStyle(kind: kind, conventions: table.conventions).written(field.text, like: "", unit: unit)
      return (row.end..<row.end, gap + cellText(text, kind: kind, isQuoted: false))
    }
    let rest = left.map { line([:], $0.field, $0.unit, value: $0.text, column: width, width: width + 1) }
    if !rest.isEmpty { changes.append((insertion(after: table.grid.rows.count - 1), rest.joined())) }
    return try edited(changes)
  }

  /// A row for a field that the sheet does not have: below the last one of its kind.
  private func inserting(_ value: String, _ field: FieldPath) throws -> [UInt8] {
    let base = table.cells.first { $0.offer == offer && $0.field == "base" }
    let unit = SheetExport.unit(of: field, text: value, currency: base?.unit.currency)
    let alike = table.cells.last {
      (table.layout == .sheet || $0.offer == offer) && $0.path.root == field.root
    }
    let owned = table.cells.last { table.layout == .sheet || $0.offer == offer }
    let row = (alike ?? owned)?.row ?? table.grid.rows.count - 1
    if table.layout == .tidy {
      return try edited([(insertion(after: row), line([table.offerColumn: offer], field, unit, value: value))])
    }
    guard let column = table.offers.first(where: { $0.id == offer })?.column else {
      throw trouble(.cannotEdit(path.description), nil)
    }
    return try edited([(insertion(after: row), line([:], field, unit, value: value, column: column))])
  }

  private func line(
    _ others: [Int?: String], _ field: FieldPath, _ unit: String, value: String, column: Int? = nil, width: Int? = nil
  ) -> String {
    var fields = [CSVField](repeating: .empty, count: width ?? table.grid.rows[0].cells.count)
    let kind = SheetField.kind(of: field)
    let text = SheetStyle(kind: kind, conventions: table.conventions).written(value, like: "", unit: SheetUnit(unit))
    fields[table.fieldColumn] = .text(field.description)
    if let unitColumn = table.unitColumn { fields[unitColumn] = .text(unit) }
    for case (let column?, let text) in others { fields[column] = .text(text) }
    fields[column ?? table.valueColumn ?? 0] = SheetStyle.field(text, kind: kind)
    let writer = CSVWriter(delimiter: table.grid.dialect.delimiter.rawValue, lineEnding: "")
    return text.isEmpty ? "" : self.text.newline + writer.line(fields)
  }

  /// The end of a row's line.
  private func insertion(after row: Int) -> Range<Int> {
    let end = text.lineEnd(from: table.grid.rows[row].end)
    return end..<end
  }

  private func lineRange(ofRow row: Int) -> Range<Int> {
    let found = table.grid.rows[row]
    return text.lineStart(before: found.cells[0].span.lowerBound)..<text.nextLine(after: found.end)
  }

  private func columnRange(_ row: SheetGrid.Row, _ column: Int) -> Range<Int>? {
    guard column < row.cells.count else { return nil }
    if column > 0 { return row.cells[column - 1].span.upperBound..<row.cells[column].span.upperBound }
    return row.cells[0].span.lowerBound..<(row.cells.count > 1 ? row.cells[1].span.lowerBound : row.end)
  }

  private func edited(_ changes: [(Range<Int>, String)]) throws -> [UInt8] {
    guard table.grid.dialect.encoding == .utf8 else {
      let isUTF16 = table.grid.dialect.encoding != .windows1252
      throw EditTrouble(text: .notUTF8(isUTF16: isUTF16), offset: nil, isInSheet: true)
    }
    var result: [UInt8] = table.grid.dialect.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    var end = 0
    for (range, new) in changes.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      result += Array(text.string(end..<range.lowerBound).utf8) + Array(new.utf8)
      end = range.upperBound
    }
    return result + Array(text.string(end..<text.scalars.count).utf8)
  }

  private func trouble(_ text: FaultText, _ cell: SheetTable.Cell?) -> EditTrouble {
    EditTrouble(
      text: text, offset: cell.map { table.offset(row: $0.row, column: $0.column) }, isInSheet: true)
  }
}
