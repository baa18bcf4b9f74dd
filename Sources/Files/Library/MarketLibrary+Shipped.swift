import GRDB
import Market

/// Data sets that come with parley, where a file of the user's has one of their names.
extension MarketLibrary {
  /// What storing a file's data set comes to that has the name of a shipped one: nothing to do where all of its cells
  /// are of that, as in an export of the whole library. Nil for any other name.
  ///
  /// Throws ``BadInput`` where its figures are others.
  func shippedOutcome(of survey: ReadSurvey, _ database: Database) throws -> ImportOutcome? {
    guard !survey.dataset.isShipped,
      let row = try Row.fetchOne(
        database, sql: "SELECT \(DatasetColumns.list) FROM dataset WHERE name = ? AND shipped = 1",
        arguments: [survey.dataset.name])
    else { return nil }
    var dataset = Self.dataset(row)
    guard try holds(survey.cells, in: dataset.name, database) else {
      throw BadInput([
        Diagnostic(
          name: "shipped-data", message: "a data set of that name comes with parley, and its figures are others",
          cure: survey.isNamedByUser
            ? "give yours another name: --name my-survey" : "name yours differently in the column dataset",
          file: dataset.name)
      ])
    }
    dataset.rows = survey.cells.count
    return ImportOutcome(dataset: dataset, isKnown: true, isReplacement: false, formerName: nil)
  }

  /// Whether a data set has all of these cells, with these figures.
  private func holds(_ cells: [SurveyCell], in dataset: String, _ database: Database) throws -> Bool {
    var held: [[String]: SurveyCell] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT \(Self.storedColumns) FROM cell WHERE dataset = (SELECT id FROM dataset WHERE name = ?)",
      arguments: [dataset])
    while let row = try rows.next() {
      let cell = Self.surveyCell(row).published
      held[cell.name] = cell
    }
    return cells.lazy.map(\.published).allSatisfy { held[$0.name] == $0 }
  }
}

extension SurveyCell {
  /// What it is of.
  fileprivate var name: [String] { [location, occupation, role, industry, level, organizationSize, payElement] }

  /// Without what depends on the file it was read from.
  fileprivate var published: SurveyCell {
    var cell = self
    (cell.line, cell.isDetailed) = (0, true)
    return cell
  }
}
