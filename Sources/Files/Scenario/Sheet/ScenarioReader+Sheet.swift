// Offers that are in a sheet.
extension ScenarioReader {
  /// Whether a file is read as a sheet of offers.
  static func isSheet(_ file: String) -> Bool {
    file.lowercased().hasSuffix(".csv") || file.lowercased().hasSuffix(".tsv")
  }

  /// Throws ``BadInput`` for a workbook, which a later version reads.
  static func refuseWorkbook(_ file: String) throws {
    guard file.lowercased().hasSuffix(".xlsx"), Folder.exists(file) else { return }
    throw BadInput([ScenarioReading.diagnostic(.notYAML(file), at: nil, SourceText(file: file, bytes: []))])
  }

  static func sheet(_ bytes: [UInt8], _ file: String) throws -> SheetTable {
    try SheetTable(try SheetGrid(bytes: bytes, file: file))
  }

  /// The sheet that `offers: offers.csv` names, found from the folder of the scenario; nil when offers are inline.
  ///
  /// Throws ``BadInput`` when it is not there.
  static func offersFile(of document: YAMLDocumentReader.Document, file: String) throws -> String? {
    guard case .mapping(let pairs) = document.root.content,
      let value = pairs.first(where: { $0.key.text == "offers" })?.value, let text = value.text, !value.isEmpty
    else { return nil }
    let name = Entry.trimmed(text)
    let folder = file == "-" ? "" : file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let path = name.hasPrefix("/") ? name : folder + name
    let place = document.source.place(ofScalar: value.offset)
    guard isSheet(name) else {
      throw BadInput([ScenarioReading.diagnostic(.offersElsewhere(text), at: place, document.source)])
    }
    guard Folder.exists(path), !Folder.isFolder(path) else {
      let why = Folder.exists(path) ? "it is a folder" : "there is no such file beside the scenario"
      throw BadInput([ScenarioReading.diagnostic(.offersMissing(text, why: why), at: place, document.source)])
    }
    return path
  }

  /// A scenario's root with the offers of its sheet in place of the file's name.
  static func root(_ root: YAMLNode, with offers: YAMLNode) -> YAMLNode {
    guard case .mapping(let pairs) = root.content else { return root }
    let key = pairs.first { $0.key.text == "offers" }?.key ?? YAMLNode(.scalar("offers", isPlain: true), offset: 0)
    let others = pairs.filter { $0.key.text != "offers" }
    return YAMLNode(.mapping(others + [YAMLNode.Pair(key: key, value: offers)]), offset: root.offset)
  }
}
