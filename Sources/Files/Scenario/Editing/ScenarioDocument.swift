import Quantities

/// A scenario file whose values can be read and changed by path; everything else stays byte for byte.
///
///     let document = try ScenarioDocument.read(path: "scenario.yaml")
///     document.text(at: "seattle.base")                                     // "228k"
///     let higher = try document.setting([("seattle.base", "240k")])
///     try reader.read(document: higher).offers[2].baseSalary                // $240,000
///
/// Comments, blank lines, the order of keys, quotes, line ends and a byte order mark survive every change.
public struct ScenarioDocument: Sendable {
  /// A scalar of the file.
  public struct Value: Sendable, Hashable {
    /// `seattle.equity[0].price`, `assumptions.horizon`, `me.certifications[1]`, `scenarios[0].name`
    public let path: String
    /// As written, without quotes.
    public let text: String
    /// The scenario's file, or the sheet with its offers.
    public let file: String
    /// From 1, where the value is written; for an alias, where the value it stands for is.
    public let line: Int
    public let column: Int
  }

  /// The name that faults give.
  public let file: String
  /// The file's own bytes; the sheet that it names for its offers is in ``parts``.
  public let bytes: [UInt8]
  /// Nil when the file is itself a sheet.
  let yaml: YAMLDocumentReader.Document?
  let sheet: SheetTable?
  let listed: ScenarioValues

  /// Throws ``BadInput`` when the bytes are no YAML document, or for a name that ends in `.csv` no sheet of offers.
  ///
  /// A sheet that the file names for its offers is read too, from beside it.
  public init(bytes: [UInt8], file: String) throws {
    try CompressedFile.refuse(bytes, file: file)
    if ScenarioReader.isSheet(file) {
      try self.init(bytes: bytes, file: file, yaml: nil, sheet: try ScenarioReader.sheet(bytes, file))
      return
    }
    let yaml = try YAMLDocumentReader.read(bytes, file: file, byteLimit: ScenarioReader.byteLimit)
    let sheet = try ScenarioReader.offersFile(of: yaml, file: file).map { path in
      try ScenarioReader.sheet(try Folder.bytes(of: path, limit: SheetGrid.byteLimit), path)
    }
    try self.init(bytes: bytes, file: file, yaml: yaml, sheet: sheet)
  }

  init(bytes: [UInt8], file: String, yaml: YAMLDocumentReader.Document?, sheet: SheetTable?) throws {
    self.file = file
    self.bytes = bytes
    self.yaml = yaml
    self.sheet = sheet
    var root = yaml?.root ?? YAMLNode(.mapping([]), offset: 0)
    if let sheet {
      guard sheet.faults.isEmpty else { throw BadInput(sheet.diagnostics) }
      let base = (yaml?.source.scalarCount ?? 0) + 1
      root = ScenarioReader.root(root, with: SheetTree.offers(of: sheet, base: base) { _, _ in })
    }
    listed = ScenarioValues(root)
  }

  /// A YAML file, a sheet of offers as CSV, a folder holding `scenario.yaml`, or `-` for YAML on standard input.
  ///
  /// Throws ``FileTrouble`` when there is none, ``BadInput`` when it is no YAML.
  public static func read(path: String) throws -> ScenarioDocument {
    let file = try ScenarioReader.file(of: path)
    try ScenarioReader.refuseWorkbook(file)
    return try ScenarioDocument(bytes: try Folder.bytes(of: file, limit: SheetGrid.byteLimit), file: file)
  }

  /// The files that hold the scenario: its own, and the sheet that it names for its offers.
  public var parts: [(file: String, bytes: [UInt8])] {
    let own = (file: file, bytes: bytes)
    guard yaml != nil, let sheet else { return [own] }
    return [own, (file: sheet.grid.file, bytes: sheet.grid.bytes)]
  }

  /// Every scalar in the file's order, empty ones too; offers are addressed by id, or by position without one.
  ///
  /// Cells of a sheet read as YAML would have them: `20%` for 0.2 in a row of shares.
  public var values: [Value] {
    listed.leaves.map { leaf in
      let (source, offset) = text(of: leaf.node)
      let place = source.place(ofScalar: offset)
      return Value(
        path: leaf.path, text: leaf.node.text ?? "", file: source.file, line: place.line, column: place.column)
    }
  }

  /// A fault at the first of these paths that has a value.
  public func diagnostic(name: String, message: String, cure: String, at paths: [String]) -> Diagnostic {
    guard let leaf = paths.lazy.compactMap({ path in listed.leaves.first { $0.path == path } }).first else {
      return Diagnostic(name: name, message: message, cure: cure, file: file)
    }
    let (source, offset) = text(of: leaf.node)
    let place = source.place(ofScalar: offset)
    return Diagnostic(
      name: name, message: message, cure: cure, file: source.file, line: place.line, column: place.column,
      excerpt: place.excerpt, caret: place.caret)
  }

  /// The file that a value is in, and the code point it begins at.
  func text(of node: YAMLNode) -> (source: SourceText, offset: Int) {
    let base = (yaml?.source.scalarCount ?? 0) + 1
    if let sheet, node.offset >= base { return (sheet.grid.source, node.offset - base) }
    return (source, node.offset)
  }

  /// The text of the YAML file.
  var source: SourceText { yaml?.source ?? SourceText(file: file, bytes: []) }

  /// The text of a scalar, nil when there is none at the path.
  public func text(at path: String) -> String? {
    guard let path = try? FieldPath(path) else { return nil }
    let position = listed.position(of: path)
    return listed.leaves.first { $0.position == position }?.node.text
  }

  /// A copy with values changed, one after the other; what is missing is inserted.
  ///
  ///     try document.setting([("seattle.base", "240k"), ("seattle.remote.days", "3"), ("denver.equity[0].kind", "rsu")])
  ///
  /// A new offer is appended by its position: `offers[3].id`. Throws ``BadInput`` for a path that is none, that leads
  /// into a text or to a block, and for a value that aliases use in other places too.
  public func setting(_ changes: [(path: String, text: String)]) throws -> ScenarioDocument {
    try changes.reduce(self) { document, change in
      try document.editing(change.path, to: change.text) { try $0.set(change.text) }
    }
  }

  /// A copy without a value, a block, an item of a list or a whole offer: `seattle.leave`, `seattle.equity[1]`.
  ///
  /// A block that would be left empty goes too. Throws ``BadInput`` when there is nothing at the path.
  public func removing(_ path: String) throws -> ScenarioDocument {
    try editing(path) { try $0.remove() }
  }

  /// The paths of all scalars.
  var paths: [String] { listed.leaves.map(\.path) }

  /// Makes one change, and checks that it changed this and nothing else.
  private func editing(
    _ path: String, to value: String? = nil, _ edit: (YAMLEdit) throws -> YAMLEdit.Outcome
  ) throws -> ScenarioDocument {
    do {
      if let sheet, let edit = try SheetEdit(path, in: sheet, of: self) {
        return try edit.checked(try value.map(edit.setting) ?? edit.removing(), value: value)
      }
      let change = try YAMLEdit(path, in: self)
      return try change.checked(try edit(change), value: value)
    } catch let trouble as EditTrouble {
      let source = trouble.isInSheet ? sheet?.grid.source ?? source : source
      let place = trouble.offset.map { source.place(ofScalar: $0) }
      throw BadInput([ScenarioReading.diagnostic(trouble.text, at: place, source)])
    }
  }
}

/// Why a value cannot be changed, and the code point of the file that stands in the way.
struct EditTrouble: Error {
  let text: FaultText
  let offset: Int?
  /// Whether the code point is one of the sheet.
  var isInSheet = false
}

extension ScenarioReader {
  /// The scenario that a document holds; faults as for the file.
  public func read(document: ScenarioDocument) throws -> Scenario {
    try read(yaml: document.yaml, sheet: document.sheet, file: document.file)
  }
}
