/// Faults of the file as a whole, of keys and of shapes.
extension FaultText {
  static func notUTF8(isUTF16: Bool) -> FaultText {
    FaultText(
      .notUTF8, isUTF16 ? "the file is UTF-16, not UTF-8" : "this byte is no UTF-8 text",
      cure: "save the file again with the encoding UTF-8")
  }

  static func emptyFile() -> FaultText {
    FaultText(
      .emptyFile, "the file says nothing",
      cure: "the least is `offers: [{id: mine, base: 185k}]`")
  }

  static func tooLarge(_ what: String, limit: Int) -> FaultText {
    FaultText(
      .tooLarge, "the file holds more than \(limit) \(what)",
      cure:
        "a scenario is a few pages long; check that this is the right file, and that no alias repeats itself")
  }

  static func tooDeep(limit: Int) -> FaultText {
    FaultText(
      .tooDeep, "more than \(limit) blocks within blocks", cure: "check the brackets and the indentation")
  }

  static func wrongSchema(_ text: String, expected: String) -> FaultText {
    FaultText(.wrongSchema, "schema is \(shown(text))", cure: "this version reads schema: \(expected)")
  }

  static func unknownKey(_ key: String, known: [String], hints: KeyHints) -> FaultText {
    var all = "the keys here are \(list(known))"
    if known.count > listLimit { all += "; README has them under \"What an offer may say\"" }
    return FaultText(
      .unknownKey, "\(shown(key)) is not a key here",
      cure: hints.cure(for: key, among: known) ?? suggestion(for: key, among: known) ?? all)
  }

  static func duplicateKey(_ key: String, firstLine: Int) -> FaultText {
    FaultText(
      .duplicateKey, "\(shown(key)) is there already, on line \(firstLine)",
      cure: "keep one of the two; YAML would silently drop the other")
  }

  static func missingKey(_ key: String, of owner: String, example: String) -> FaultText {
    FaultText(.missingKey, "\(owner) has no \(key)", cure: "add a line such as `\(example)`")
  }

  static func conflictingKeys(_ key: String, other: String, line: Int, why: String) -> FaultText {
    FaultText(.conflictingKeys, "\(key) stands beside \(other) on line \(line)", cure: why)
  }

  static func emptyValue(_ path: String) -> FaultText {
    FaultText(.emptyValue, "\(path) has no value", cure: "write one after the colon, or leave the line out")
  }

  static func commaInBraces(_ path: String, meant text: String) -> FaultText {
    FaultText(
      .commaInBraces, "inside { } the comma of \(text.prefix(40)) ends the value of \(path)",
      cure: "put it in quotes, \(shown(text)), or leave the comma out")
  }

  static func wrongShape(_ path: String, found: String, wanted: String) -> FaultText {
    FaultText(.wrongShape, "\(path) is a \(found)", cure: "write \(wanted)")
  }

  static func keyNotAWord(_ found: String) -> FaultText {
    FaultText(.wrongShape, "a key is a \(found)", cure: "a key is one word, such as base")
  }

  static func offersElsewhere(_ text: String) -> FaultText {
    FaultText(
      .notYet, "offers are in another file, \(shown(text)); this version reads them from CSV only",
      cure: "name a sheet such as offers.csv, or write them below `offers:`, one `- id: ...` each")
  }

  static func notYAML(_ path: String) -> FaultText {
    FaultText(
      .notYet, "\(shown(path)) is a workbook; this version reads scenarios as YAML, and offers as CSV",
      cure: "save its sheet as CSV, one offer a column, one field a row: field,unit,seattle")
  }
}
