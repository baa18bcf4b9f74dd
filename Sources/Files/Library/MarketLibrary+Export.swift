import GRDB
import Market

/// Cells of the library as they were stored, for writing them out again.
extension MarketLibrary {
  /// Which cells to read; an empty list means all.
  public struct CellChoice: Sendable {
    public var datasets: [String]
    public var jobs: [PricedJob]
    public var locations: [String]

    public init(datasets: [String] = [], jobs: [PricedJob] = [], locations: [String] = []) {
      self.datasets = datasets
      self.jobs = jobs
      self.locations = locations
    }
  }

  /// Hands each chosen cell to `body`, by data set, in the order of the source's lines; throws ``FileTrouble``,
  /// and ``DamagedLibrary`` before the first one.
  ///
  /// A role has the cells that name it, and those of the occupation it is priced from.
  ///
  ///     try library.forEachCell(.init(datasets: ["acme-2026"])) { dataset, cell in ... }
  public func forEachCell(_ choice: CellChoice, _ body: (MarketDataset, SurveyCell) throws -> Void) throws {
    try requireSound()
    let chosen = try datasets().filter { choice.datasets.isEmpty || choice.datasets.contains($0.name) }
    var conditions = ["dataset = (SELECT id FROM dataset WHERE name = ?)"]
    var values: [String] = []
    if !choice.jobs.isEmpty {
      conditions.append(
        "(" + choice.jobs.map { _ in "role = ? OR (role = '' AND soc = ?)" }.joined(separator: " OR ") + ")")
      for job in choice.jobs { values += [job.role?.id ?? "-", job.baseOccupation] }
    }
    if !choice.locations.isEmpty {
      conditions.append("location IN (" + choice.locations.map { _ in "?" }.joined(separator: ", ") + ")")
      values += choice.locations
    }
    let sql =
      "SELECT \(Self.storedColumns) FROM cell WHERE " + conditions.joined(separator: " AND ") + " ORDER BY line, rowid"
    for dataset in chosen {
      try query { database in
        let statement = try database.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments([dataset.name] + values))
        while let row = try rows.next() { try body(dataset, Self.surveyCell(row)) }
      }
    }
  }

  /// The columns of ``surveyCell(_:)``, in its order.
  static let storedColumns =
    "location, soc, role, industry, level, org_size, pay_element, employment, n_incumbents, n_organizations, "
    + "mean_prse, mean, p10, p25, p50, p75, p90, marks, line, p50_low, p50_high, currency"

  static func surveyCell(_ row: Row) -> SurveyCell {
    var cell = SurveyCell()
    cell.location = row[0]
    cell.occupation = row[1]
    cell.role = row[2]
    cell.industry = row[3]
    cell.level = row[4]
    cell.organizationSize = row[5]
    cell.payElement = row[6]
    cell.employment = row[7]
    cell.incumbents = row[8]
    cell.organizations = row[9]
    cell.meanRelativeError = row[10]
    cell.figures = SurveyFigures((11...16).map { row[$0] as Double? })
    cell.marks = row[17]
    cell.line = row[18]
    cell.medianInterval = MarketLibrary.interval(row[19], row[20])
    cell.currency = row[21]
    return cell
  }
}
