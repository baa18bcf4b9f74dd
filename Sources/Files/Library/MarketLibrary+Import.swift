import GRDB
import Market
import Quantities

/// What became of an import.
public struct ImportOutcome: Sendable {
  public let dataset: MarketDataset
  /// The very file was imported before: nothing was done.
  public let isKnown: Bool
  /// A data set of that name was replaced.
  public let isReplacement: Bool
  /// The name the same file was imported under before, when it has another one now.
  public let formerName: String?
  /// The name it would have had, which a survey from another file has.
  public var takenName: String?
  /// Whether the file was there, read by a profile that said something else.
  public var isReadAnew = false
}

extension MarketLibrary {
  /// Stores a data set in one transaction: all of it, or nothing.
  ///
  /// A file whose digest is known already is left alone, if its profile says what it said then. A data set of the
  /// same name is replaced, and so is the same file under another name, date or profile. A name that comes from the
  /// file's own and is another file's gets a number: `survey-2`. The shipped data sets keep their names: their own
  /// cells, exported, are left alone.
  public func store(_ survey: ReadSurvey) throws -> ImportOutcome {
    try importing { try store(file: [survey], in: $0)[0] }
  }

  /// Stores several data sets in one transaction: all of them, or nothing.
  public func store(_ surveys: [ReadSurvey]) throws -> [ImportOutcome] {
    try importing { database in
      var outcomes: [ImportOutcome] = []
      var rest = surveys[...]
      while let first = rest.first {
        let file = rest.prefix { $0.source == first.source && $0.fileDigest == first.fileDigest }
        outcomes += try store(file: Array(file), in: database)
        rest = rest.dropFirst(file.count)
      }
      return outcomes
    }
  }

  /// The month of a data set that was imported from these very bytes; nil where the file is new to the library.
  ///
  ///     try library.month(ofFile: "pay.csv")    // 2026-03-01, as --effective said then
  public func month(ofFile path: String) throws -> CalendarDate? {
    guard Folder.isPlainFile(path) else { return nil }
    let digest = try Digest.sha256(ofFile: path)
    return try datasets().first { ($0.digest == digest || $0.digest.hasPrefix(digest + ":")) && !$0.isShipped }?
      .effective
  }

  /// One transaction without the check that each cell's data set exists: it was stored a moment before, and looking it
  /// up again for each of hundreds of thousands of cells is a sixth of the time.
  private func importing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try withoutForeignKeys { database in
      var value: Value?
      try database.inTransaction(.immediate) {
        value = try body(database)
        return .commit
      }
      guard let value else { throw DatabaseError(message: "the import was not done") }
      return value
    }
  }

  /// Removes data sets with all that refers to them.
  private func delete(where condition: String, _ arguments: StatementArguments, _ database: Database) throws {
    for table in ["cell", "labour_cost", "left_out"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE dataset IN (SELECT id FROM dataset WHERE \(condition))", arguments: arguments)
    }
    try database.execute(sql: "DELETE FROM dataset WHERE \(condition)", arguments: arguments)
  }

  /// The data sets of one file: under names that are free, in place of what its former profile made of it.
  private func store(file surveys: [ReadSurvey], in database: Database) throws -> [ImportOutcome] {
    let named = try freeNames(for: surveys, database)
    let stale = try namesByFormerProfile(of: surveys[0], database)
    for name in stale { try delete(where: "name = ?", [name], database) }
    return try zip(surveys, named).map { given, survey in
      var outcome = try store(survey, in: database, stale: stale)
      if !outcome.isKnown, given.dataset.name != survey.dataset.name { outcome.takenName = given.dataset.name }
      outcome.isReadAnew = !stale.isEmpty
      return outcome
    }
  }

  private func store(_ survey: ReadSurvey, in database: Database, stale: [String]) throws -> ImportOutcome {
    let new = survey.dataset
    let known = try Row.fetchOne(
      database, sql: "SELECT \(DatasetColumns.list) FROM dataset WHERE digest = ? AND shipped = 0",
      arguments: [new.digest]
    ).map(Self.dataset)
    if let known, known.name == new.name || !survey.isNamedByUser, known.effective == new.effective,
      known.rows == new.rows
    {
      return ImportOutcome(dataset: known, isKnown: true, isReplacement: false, formerName: nil)
    }
    if let outcome = try shippedOutcome(of: survey, database) { return outcome }
    try delete(where: "name = ?", [new.name], database)
    let isReplacement = database.changesCount > 0 || stale.contains(new.name)
    try delete(where: "digest = ? AND shipped = 0", [new.digest], database)
    try insert(survey, into: database)
    let id = database.lastInsertedRowID
    try insert(survey.provenance, dataset: id, into: database)
    try insert(survey.cells, dataset: id, into: database)
    for (location, cost) in costOfLabour(of: survey.cells).sorted(by: { $0.key < $1.key }) {
      try database.execute(sql: "INSERT INTO labour_cost VALUES (?, ?, ?)", arguments: [id, location, cost])
    }
    return ImportOutcome(
      dataset: survey.dataset, isKnown: false, isReplacement: isReplacement,
      formerName: known.flatMap { $0.name == new.name ? nil : $0.name }
        ?? (stale.contains(new.name) ? nil : stale.first))
  }

  /// Digests of the descriptions of the shipped data sets that are in the library.
  func packageDigests() throws -> Set<String> {
    try query { try Set(String.fetchAll($0, sql: "SELECT report FROM dataset WHERE shipped = 1")) }
  }

  private func insert(_ survey: ReadSurvey, into database: Database) throws {
    let dataset = survey.dataset
    try database.execute(
      sql: """
        INSERT INTO dataset (name, title, series, source_kind, publisher, release, effective, currency, licence,
          reference, digest, shipped, rows, report, source, profile, options)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        dataset.name, dataset.title, dataset.series, dataset.sourceKind.rawValue, dataset.publisher,
        dataset.release, dataset.effective.monthText, dataset.currency, dataset.licence, dataset.reference,
        dataset.digest, dataset.isShipped, dataset.rows, survey.report, survey.source, survey.profile,
        ShellWords.joined(survey.options),
      ])
  }

  private func insert(_ cells: [SurveyCell], dataset: Int64, into database: Database) throws {
    try cells.withUnsafeBufferPointer { try CellInsertion(database, dataset: dataset).insert($0) }
  }

  /// The index of every place, from the cross-industry means of detailed occupations.
  private func costOfLabour(of cells: [SurveyCell]) -> [String: Double] {
    var means: [String: [String: MeanPay]] = [:]
    var currencies: [String: String] = [:]
    for cell in cells where cell.isDetailed && CostOfLabour.counts(cell.occupation) {
      guard cell.industry.isEmpty, cell.role.isEmpty, let mean = cell.figures[0] else { continue }
      // One place in two currencies is not compared with anything.
      guard currencies.updateValue(cell.currency, forKey: cell.location) ?? cell.currency == cell.currency else {
        means[cell.location] = [:]
        continue
      }
      means[cell.location, default: [:]][cell.occupation] = MeanPay(mean: mean, employment: cell.employment)
    }
    var index: [String: Double] = [:]
    for (location, pay) in means {
      let nation = location.split(separator: "-").first.map(String.init) ?? location
      guard location != nation, let whole = means[nation], currencies[location] == currencies[nation] else { continue }
      index[location] = CostOfLabour.index(place: pay, nation: whole)
    }
    return index
  }
}

extension ReadSurvey {
  /// What the library keeps of how the data set came in.
  var provenance: DatasetProvenance {
    DatasetProvenance(source: source, profile: profile, notes: notes, leftOut: leftOut)
  }
}
