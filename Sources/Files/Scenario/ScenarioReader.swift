import Compensation
import Market
import Quantities
import Taxation

/// Reads a scenario file, or names everything that is wrong with it.
///
///     let reader = ScenarioReader(
///       roles: try data.roles(), places: try data.places(), industries: try data.industries(),
///       currencies: try data.currencies(), parameterKeys: parameters.keys,
///       hazardKinds: ["hospital", "public tech"],
///       hours: UsualHours(perWeek: 40, billablePerYear: 1_880, workingDays: 260))
///     let scenario = try reader.read(path: "Scenarios/it-director-denver-seattle")
public struct ScenarioReader: Sendable {
  /// What `schema:` must say, when it is there.
  public static let schema = "parley.scenario/1"
  /// The file a scenario folder holds.
  public static let fileName = "scenario.yaml"
  static let byteLimit = 1 << 20

  let names: ScenarioNames
  /// Faults shown in full; the rest are counted.
  public let faultLimit: Int

  /// `hazardKinds` are the scopes of the parameter `hazard.involuntary`, which `employer_kind` names; `hours` turn
  /// a rate of less than a month into base; `keyHints` say what to write for words that are no keys.
  public init(
    roles: RoleDirectory, places: PlaceDirectory, industries: IndustryDirectory,
    currencies: CurrencyDirectory, localities: TaxLocalities,
    parameterKeys: [String], hazardKinds: [String], hours: UsualHours, keyHints: KeyHints = KeyHints(),
    faultLimit: Int = 50
  ) {
    names = ScenarioNames(
      roles: roles, places: places, localities: localities, industries: industries, currencies: currencies,
      parameterKeys: parameterKeys,
      hazardKinds: hazardKinds, hours: hours, keyHints: keyHints)
    self.faultLimit = max(1, faultLimit)
  }

  /// A YAML file, a sheet of offers as CSV, a folder holding `scenario.yaml`, or `-` for YAML on standard input.
  ///
  /// Throws ``BadInput`` with every fault of the file, or ``FileTrouble`` when there is none.
  public func read(path: String) throws -> Scenario {
    let file = try ScenarioReader.file(of: path)
    try ScenarioReader.refuseWorkbook(file)
    return try read(bytes: try Folder.bytes(of: file, limit: SheetGrid.byteLimit), file: file)
  }

  /// The file that a path names: in a folder, its `scenario.yaml`. Throws ``FileTrouble`` when that is missing.
  static func file(of path: String) throws -> String {
    guard path != "-", Folder.isFolder(path) else { return path }
    let file = (path.hasSuffix("/") ? String(path.dropLast()) : path) + "/" + fileName
    guard Folder.exists(file) else {
      throw FileTrouble(
        .missing, path: file, message: "the folder holds no \(fileName)",
        cure: "name a YAML file, or put a scenario.yaml into the folder")
    }
    return file
  }

  /// The same from bytes in memory; `file` is the name faults give, and the place from which `offers: offers.csv` counts.
  public func read(bytes: [UInt8], file: String) throws -> Scenario {
    try CompressedFile.refuse(bytes, file: file)
    if ScenarioReader.isSheet(file) {
      return try read(yaml: nil, sheet: try ScenarioReader.sheet(bytes, file), file: file)
    }
    let document = try YAMLDocumentReader.read(bytes, file: file, byteLimit: ScenarioReader.byteLimit)
    let sheet = try ScenarioReader.offersFile(of: document, file: file).map { path in
      try ScenarioReader.sheet(try Folder.bytes(of: path, limit: SheetGrid.byteLimit), path)
    }
    return try read(yaml: document, sheet: sheet, file: file)
  }

  /// From what has been parsed: a YAML document, a sheet with its offers, or both.
  func read(yaml: YAMLDocumentReader.Document?, sheet: SheetTable?, file: String) throws -> Scenario {
    let source = yaml?.source ?? SourceText(file: file, bytes: [])
    let reading = ScenarioReading(source: source, sheet: sheet?.grid.source, names: names)
    for duplicate in yaml?.duplicates ?? [] {
      reading.fault(
        .duplicateKey(duplicate.key.text ?? "", firstLine: reading.line(of: duplicate.first)),
        at: duplicate.key)
    }
    var root = yaml?.root ?? YAMLNode(.mapping([]), offset: 0)
    if let sheet {
      let offers = SheetTree.offers(
        of: sheet, base: reading.sheetBase, fault: { reading.fault($0, atScalar: $1) }, note: { reading.note($0) })
      // Without a single offer the sheet's own fault says so.
      if sheet.offers.isEmpty { try reading.throwIfFaulty(limit: faultLimit) }
      root = ScenarioReader.root(root, with: offers)
      for note in sheet.notes { reading.note(note) }
    }
    let scenario = ScenarioFields.read(root, reading, file: file)
    try reading.throwIfFaulty(limit: faultLimit)
    return scenario
  }
}
