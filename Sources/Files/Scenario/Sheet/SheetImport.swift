import Quantities

/// What an edited sheet changes in a scenario, found by path and by meaning.
///
///     let edits = try SheetImport(bytes: bytes, file: "offers.csv", into: document, reader: reader)
///     edits.changes.map(\.text)             // ["seattle.base: 228k -> 235000"]
///     let changed = try edits.applied()     // read again, whole, before anything is written
///
/// 178k, 178000 and 178.000,00 of a file with decimal commas are one amount; so are 20%, 20.00% and 0.2 one share.
/// A field without a row in the sheet, and an offer without a column, stay as they are.
public struct SheetImport {
  /// One field that the sheet says otherwise, or a whole new offer.
  public struct Change: Sendable {
    /// `seattle.base`, or `seattle` for a new offer.
    public let path: String
    /// Nil when the scenario has nothing there.
    public let before: String?
    /// Nil when the cell has been emptied.
    public let after: String?
    let cell: SheetTable.Cell
    /// The fields of a new offer.
    let fields: [(field: FieldPath, text: String, unit: String, cell: SheetTable.Cell)]

    /// `seattle.base: 228k -> 235000`
    public var text: String {
      if !fields.isEmpty { return "\(path): (new offer) -> \(NumberText.count(fields.count, "field"))" }
      return "\(path): \(before ?? "(not stated)") -> \(after ?? "(removed)")"
    }
  }

  public private(set) var changes: [Change] = []
  /// Rows and columns that are none of ours.
  public var notes: [String] { table.notes }

  let table: SheetTable
  let document: ScenarioDocument
  let reader: ScenarioReader
  private let scenario: Scenario
  private var faults: [Diagnostic] = []

  /// Throws ``BadInput`` with every fault of the sheet, or of the scenario as it is.
  public init(bytes: [UInt8], file: String, into document: ScenarioDocument, reader: ScenarioReader) throws {
    self.document = document
    self.reader = reader
    scenario = try reader.read(document: document)
    let known = Set(scenario.offers.map(\.id))
    table = try SheetTable(try SheetGrid(bytes: bytes, file: file), known: known)
    try throwIfAny(table.diagnostics)
    let conventions = learnedConventions()
    for offer in table.offers {
      let cells = table.cells.filter { $0.offer == offer.id }
      if known.contains(offer.id) {
        for cell in cells { compare(cell, conventions) }
      } else {
        addOffer(offer.id, cells, conventions)
      }
    }
    try throwIfAny(faults)
  }

  /// Bytes beyond which a file is no sheet of offers.
  public static let byteLimit = SheetGrid.byteLimit

  /// Throws faults in the order of the sheet, the first ones with their text.
  func throwIfAny(_ faults: [Diagnostic]) throws {
    guard !faults.isEmpty else { return }
    let sorted = faults.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }
    throw BadInput(sorted.prefix(reader.faultLimit).map(\.element), count: faults.count)
  }

  // MARK: Comparing

  private mutating func compare(_ cell: SheetTable.Cell, _ conventions: SheetConventions) {
    let path = "\(cell.offer).\(cell.field)"
    let old = document.text(at: path).flatMap { $0.isEmpty ? nil : $0 }
    if cell.field == "id" {
      if !cell.text.isEmpty, cell.text != cell.offer { report(.badOfferID(cell.text, isReserved: false), cell) }
      return
    }
    let currency = scenario.offers.first { $0.id == cell.offer }?.baseSalary.currency.code ?? ""
    let kind = SheetField.kind(of: cell.path, like: old)
    let plainOld = old.map { unmarked($0, kind, currency) }
    guard !cell.text.isEmpty else {
      if let old {
        changes.append(Change(path: path, before: shown(old, plainOld), after: nil, cell: cell, fields: []))
      }
      return
    }
    guard let text = read(cell, old: plainOld, conventions, currency) else { return }
    if kind == .salary, let mark = QuantityText.amount(Entry.split(period: text)?.number ?? text)?.mark,
      let found = reader.names.currencies.find(mark)?.code, found != currency
    {
      // Amounts without a mark would silently come to mean the other currency.
      report(.otherCurrency(path, cell.text, found: found, offer: currency), cell)
      return
    }
    if let plainOld, ValueMeaning.isSame(plainOld, text, kind: kind) { return }
    let styled = document.sheet == nil ? ImportStyle(kind: kind).written(text, like: old) : text
    changes.append(Change(path: path, before: shown(old, plainOld), after: styled, cell: cell, fields: []))
  }

  /// A value as its file has it: the currency that a sheet's unit column states is not part of the cell.
  private func shown(_ old: String?, _ plain: String?) -> String? { document.sheet == nil ? old : plain }

  private mutating func addOffer(_ id: String, _ cells: [SheetTable.Cell], _ conventions: SheetConventions) {
    let currency = scenario.currency?.code ?? "USD"
    var fields: [(field: FieldPath, text: String, unit: String, cell: SheetTable.Cell)] = []
    for cell in cells where !cell.text.isEmpty && cell.field != "id" {
      guard let text = read(cell, old: nil, conventions, currency) else { continue }
      let styled = ImportStyle(kind: SheetField.kind(of: cell.path)).written(text, like: nil)
      fields.append((cell.path, styled, cell.unit.text, cell))
    }
    guard let first = fields.first else { return }
    changes.append(Change(path: id, before: nil, after: id, cell: first.cell, fields: fields))
  }

  /// What the scenario would say, nil for a cell that was reported.
  private mutating func read(
    _ cell: SheetTable.Cell, old: String?, _ conventions: SheetConventions, _ currency: String
  ) -> String? {
    let kind = SheetField.kind(of: cell.path, like: old)
    do throws(SheetValue.Doubt) {
      let value = SheetValue(kind: kind, unit: cell.unit, conventions: conventions, old: old)
      return unmarked(try value.read(cell.text, path: "\(cell.offer).\(cell.field)"), kind, currency)
    } catch {
      report(error.text, cell)
      return nil
    }
  }

  /// An amount without the mark of the offer's own currency.
  private func unmarked(_ text: String, _ kind: SheetField, _ currency: String) -> String {
    switch kind {
    case .salary, .amount, .periodicAmount, .shareOrAmount: break
    default: return text
    }
    let number = Entry.split(period: text)?.number ?? text
    guard let mark = QuantityText.amount(number)?.mark, reader.names.currencies.find(mark)?.code == currency else {
      return text
    }
    // A period is split off in small letters.
    let written = text.contains(mark) ? mark : mark.uppercased()
    return Entry.trimmed(text.replacing(written, with: "", maxReplacements: 1))
  }

  /// What cells that say what the scenario says already prove: the order of dates, and how shares are written.
  private func learnedConventions() -> SheetConventions {
    var conventions = table.conventions
    var orders: Set<SheetConventions.DateOrder> = []
    var styles: Set<SheetConventions.ShareStyle> = []
    for cell in table.cells {
      guard let old = document.text(at: "\(cell.offer).\(cell.field)") else { continue }
      switch SheetField.kind(of: cell.path, like: old) {
      case .date:
        guard let written = WrittenDate(cell.text), written.onlyDate == nil else { continue }
        if let same = written.readings.first(where: { $0.date.description == old }) { orders.insert(same.order) }
      case .share, .shareOrAmount:
        guard let share = QuantityText.share(old), share != 0 else { continue }
        for number in conventions.plainNumbers(cell.text).compactMap(Double.init) {
          if abs(number - share) < 1e-9 { styles.insert(.fraction) }
          if abs(number - share * 100) < 1e-9 { styles.insert(.percent) }
        }
      default: continue
      }
    }
    if conventions.dateOrder == nil {
      conventions.dateOrder = orders.count == 1 ? orders.first : nil
      conventions.hasMixedDates = orders.count > 1
    }
    conventions.shareStyle = styles.count == 1 ? styles.first : nil
    return conventions
  }

  // MARK: Faults at the cell

  private mutating func report(_ text: FaultText, _ cell: SheetTable.Cell) { faults.append(diagnostic(text, cell)) }

  private func diagnostic(_ text: FaultText, _ cell: SheetTable.Cell) -> Diagnostic {
    ScenarioReading.diagnostic(text, at: place(cell), table.grid.source)
  }

  func place(_ cell: SheetTable.Cell) -> SourceText.Place {
    table.grid.source.place(ofScalar: table.offset(row: cell.row, column: cell.column))
  }

  /// The same fault where the sheet has it; `line` says what becomes of a line that the message names.
  func moved(_ fault: Diagnostic, to cell: SheetTable.Cell, line: (Int) -> String) -> Diagnostic {
    let place = place(cell)
    let mark = " on line "
    var message = fault.message
    if let found = message.firstRange(of: mark) {
      let digits = message[found.upperBound...].prefix(while: \.isNumber)
      let before = message[..<found.lowerBound]
      message =
        String(before.last == "," ? before.dropLast() : before) + line(Int(digits) ?? 0)
        + message[digits.endIndex...]
    }
    return Diagnostic(
      name: fault.name, message: message, cure: fault.cure, file: table.grid.file, line: place.line,
      column: place.column, excerpt: place.excerpt, caret: place.caret)
  }

  /// A fault of changing the scenario: lines are those of its file.
  func moved(_ fault: Diagnostic, to cell: SheetTable.Cell) -> Diagnostic {
    moved(fault, to: cell) { " on line \($0) of \(document.file)" }
  }
}

/// Writes a value of a sheet as the YAML file wrote the one before.
struct ImportStyle {
  let kind: SheetField

  /// `22.50%` becomes `22.5%`, `235000.00` becomes `235000`, with the currency mark of the old text.
  func written(_ text: String, like old: String?) -> String {
    switch kind {
    case .share: return share(text) ?? text
    case .shareOrAmount: return share(text) ?? amount(text, like: old)
    case .salary, .amount, .periodicAmount: return amount(text, like: old)
    case .number, .days: return QuantityText.decimal(text).flatMap { DecimalText($0)?.text } ?? text
    case .flag:
      guard let old, ["true", "false"].contains(old.lowercased()) else { return text }
      return text == "yes" ? "true" : text == "no" ? "false" : text
    default: return text
    }
  }

  private func share(_ text: String) -> String? { QuantityText.share(text).map { SheetValue.percent($0 * 100) } }

  private func amount(_ text: String, like old: String?) -> String {
    let (number, period) = text.firstIndex(of: "/").map { (String(text[..<$0]), String(text[$0...])) } ?? (text, "")
    guard let value = QuantityText.decimal(number), let plain = DecimalText(value, atMost: 9)?.text else { return text }
    let oldNumber = old.map { Entry.split(period: $0)?.number ?? $0 } ?? ""
    guard let mark = QuantityText.amount(oldNumber)?.mark, let old else { return plain + period }
    let isInFront = old.first.map { !($0.isNumber || $0 == "-") } ?? false
    let isWord = mark.allSatisfy(\.isLetter)
    let shown = isWord ? mark.uppercased() : mark
    return (isInFront ? shown + (isWord ? " " : "") + plain : plain + " " + shown) + period
  }
}
