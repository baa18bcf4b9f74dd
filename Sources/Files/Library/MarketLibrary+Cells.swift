import GRDB
import Market
import Quantities

/// What the market model asks of the library.
extension MarketLibrary: SurveyCells {
  public func datasets() throws -> [MarketDataset] {
    try query { database in
      let rows = try Row.fetchCursor(
        database.cachedStatement(sql: "SELECT \(DatasetColumns.list) FROM dataset ORDER BY shipped DESC, name"))
      var datasets: [MarketDataset] = []
      while let row = try rows.next() { datasets.append(Self.dataset(row)) }
      return datasets
    }
  }

  public func cells(dataset: String, occupation: String, location: String) throws -> [PayCell] {
    try cells(dataset, where: "soc = ? AND location = ? AND role = ''", [occupation, location])
  }

  public func cells(dataset: String, role: String, location: String) throws -> [PayCell] {
    try cells(dataset, where: "role = ? AND location = ? AND role <> ''", [role, location])
  }

  public func cashCells(dataset: String, role: String, location: String) throws -> [PayCell] {
    try cells(dataset, element: "total cash", where: "role = ? AND location = ? AND role <> ''", [role, location])
  }

  public func peopleCells(dataset: String, role: String) throws -> [PayCell] {
    try cells(
      dataset, where: "role = ? AND role <> '' AND location GLOB 'US-[0-9]*' AND p50_low IS NOT NULL", [role])
  }

  public func metroCells(dataset: String, occupation: String) throws -> [PayCell] {
    // Only what the spread of metros needs: 300 rows of five columns, not whole cells.
    try query { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT location, employment, mean_prse, p50, currency FROM cell
          WHERE dataset = (SELECT id FROM dataset WHERE name = ?) AND soc = ? AND location GLOB 'US-[0-9]*'
            AND industry = '' AND role = '' AND org_size = '' AND pay_element = 'base'
            AND p50 IS NOT NULL AND length(location) = 8
          ORDER BY location
          """)
      let rows = try Row.fetchCursor(statement, arguments: [dataset, occupation])
      var cells: [PayCell] = []
      while let row = try rows.next() {
        cells.append(
          PayCell(
            dataset: dataset, occupation: occupation, location: row[0], employment: row[1],
            meanRelativeError: row[2], percentiles: [PercentilePoint(probability: 0.5, pay: row[3])],
            currency: row[4]))
      }
      return cells
    }
  }

  public func costOfLabour(dataset: String) throws -> [String: Double] {
    try query { database in
      var index: [String: Double] = [:]
      index.reserveCapacity(700)
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT location, cost FROM labour_cost WHERE dataset = (SELECT id FROM dataset WHERE name = ?)",
        arguments: [dataset])
      while let row = try rows.next() { index[row[0]] = row[1] }
      return index
    }
  }

  private func cells(
    _ dataset: String, element: String = "base", where condition: String, _ values: [String]
  ) throws -> [PayCell] {
    try query { database in
      guard
        let id = try Int.fetchOne(
          database.cachedStatement(sql: "SELECT id FROM dataset WHERE name = ?"), arguments: [dataset])
      else { return [] }
      let statement = try database.cachedStatement(
        sql: "SELECT \(CellColumns.list) FROM cell WHERE dataset = ? AND pay_element = ? AND \(condition) "
          + "ORDER BY industry, level, line")
      let rows = try Row.fetchCursor(
        statement, arguments: StatementArguments([id]) + StatementArguments([element] + values))
      var cells: [PayCell] = []
      while let row = try rows.next() { cells.append(Self.cell(row, dataset: dataset)) }
      return cells
    }
  }

  private static func cell(_ row: Row, dataset: String) -> PayCell {
    let marks = Array((row[CellColumns.marks] as String).utf8)
    var points: [PercentilePoint] = []
    for (index, probability) in PercentilePoint.published.enumerated() {
      guard let pay = row[CellColumns.firstPercentile + index] as Double? else { continue }
      let mark = marks.count > index + 1 ? marks[index + 1] : UInt8(ascii: ".")
      let reading: PercentilePoint.Reading =
        mark == UInt8(ascii: "#") ? .atLeast : mark == UInt8(ascii: "s") ? .soft : .exact
      points.append(PercentilePoint(probability: probability, pay: pay, reading: reading))
    }
    return PayCell(
      dataset: dataset, occupation: row[0], role: row[1], location: row[2], industry: row[3], level: row[4],
      organizationSize: row[5], payElement: row[6], employment: row[7], incumbents: row[8], organizations: row[9],
      mean: row[10], meanRelativeError: row[11], percentiles: points, medianInterval: interval(row[12], row[13]),
      currency: row[CellColumns.currency], line: row[14])
  }

  /// The ends of an interval, where both are there and in order.
  static func interval(_ low: Double?, _ high: Double?) -> ClosedRange<Double>? {
    guard let low, let high, low > 0, low <= high else { return nil }
    return low...high
  }

  static func dataset(_ row: Row) -> MarketDataset {
    MarketDataset(
      name: row[0], title: row[1], series: row[2],
      sourceKind: MarketDataset.SourceKind(rawValue: row[3]) ?? .jobMatched, publisher: row[4], release: row[5],
      effective: CalendarDate((row[6] as String) + "-01") ?? CalendarDate(daysSince1970: 0), currency: row[7],
      licence: row[8], reference: row[9], digest: row[10], isShipped: row[11], rows: row[12])
  }
}

/// Columns of `cell` in the order they are read by: by place, since finding each by its name takes longer than
/// reading it.
enum CellColumns {
  /// Columns that hold percentiles, in the order of their probabilities.
  static let percentiles = ["p10", "p25", "p50", "p75", "p90"]
  static let list =
    "soc, role, location, industry, level, org_size, pay_element, employment, n_incumbents, n_organizations, mean, "
    + "mean_prse, p50_low, p50_high, line, marks, p10, p25, p50, p75, p90, currency"
  static let marks = 15
  static let firstPercentile = 16
  static let currency = 21
}

/// Columns of `dataset` in the order they are read by.
enum DatasetColumns {
  static let list =
    "name, title, series, source_kind, publisher, release, effective, currency, licence, reference, digest, shipped, "
    + "rows"
}
