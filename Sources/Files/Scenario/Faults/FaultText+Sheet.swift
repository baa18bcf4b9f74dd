/// Faults of offers in a sheet.
extension FaultText {
  static func notASheet(_ columns: [String]) -> FaultText {
    FaultText(
      .notASheet, "no column is called field; the columns are \(list(columns.map(shown)))",
      cure: "a sheet begins with field,unit,seattle,...; tidy rows begin with offer,field,value,unit; "
        + "`parley export` writes both")
  }

  static func cellsUnclear() -> FaultText {
    FaultText(
      .notASheet, "the cells of the file cannot be told apart", cure: "open it in a spreadsheet, and save it as CSV")
  }

  static func noOfferColumn(_ columns: [String]) -> FaultText {
    FaultText(
      .noOffers, "no column is an offer",
      cure: columns.isEmpty
        ? "add a column named by an id, such as seattle, with its base in the row base"
        : "a column becomes an offer with its base: fill the row base of \(list(columns))")
  }

  static func unknownField(_ name: String, suggestion: String) -> FaultText {
    FaultText(.unknownKey, "\(shown(name)) is not a field", cure: suggestion)
  }

  static func duplicateField(_ path: String, firstLine: Int) -> FaultText {
    FaultText(
      .duplicateKey, "\(shown(path)) is there already, on line \(firstLine)", cure: "keep one of the two rows")
  }

  static func duplicateColumn(_ id: String) -> FaultText {
    FaultText(.duplicateOffer, "another column is called \(shown(id))", cure: "give each offer an id of its own")
  }

  static func partsBesideWhole(_ path: String, other: String, line: Int) -> FaultText {
    FaultText(
      .conflictingKeys, "\(path) stands beside \(other) on line \(line)",
      cure: "empty one of the two cells: a field is one value, or has parts")
  }

  static func tooManyCells(_ count: Int, columns: Int) -> FaultText {
    FaultText(
      .tooManyCells, "\(count) cells, but the header has \(columns)",
      cure: "put the value in quotes if the delimiter belongs to it, or name the column in the header")
  }

  static func ambiguousDate(_ path: String, _ text: String, _ dates: [String]) -> FaultText {
    FaultText(
      .ambiguousDate, "\(path) is \(shown(text)): \(dates.joined(separator: " or "))?",
      cure: "write the year first: \(dates.first ?? "2027-01-15")")
  }

  static func shareWithoutSign(_ path: String, _ text: String, ratio: String, percent: String) -> FaultText {
    FaultText(
      .shareNotAPercent, "\(path) is \(shown(text)): \(percent) or \(ratio)?",
      cure: "write it with its sign, \(percent)")
  }

  static func offersMissing(_ text: String, why: String) -> FaultText {
    FaultText(
      .offersNotFound, "offers are in \(shown(text)), which cannot be read: \(why)",
      cure: "name a CSV file beside this one, or write the offers below `offers:`")
  }

  static func notInASheet(_ path: String) -> FaultText {
    FaultText(
      .noSuchField, "\(shown(path)) is no field of an offer, and a sheet holds offers only",
      cure: "write a scenario.yaml with `offers: offers.csv`, and put it there")
  }
}
