import GRDB
import Market
import Quantities

/// What the market model asks of the library.
extension MarketLibrary: SurveyCells {
  public func datasets() throws -> [MarketDataset] {
    try query { database in
      try Row.fetchAll(database, sql: "SELECT * FROM dataset ORDER BY shipped DESC, name").map(Self.dataset)
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

  public func metroCells(dataset: String, occupation: String) throws -> [PayCell] {
    // Only what the spread of metros needs: 300 rows of five columns, not whole cells.
    try query { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT location, employment, mean_prse, p50 FROM cell
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
            meanRelativeError: row[2], percentiles: [PercentilePoint(probability: 0.5, pay: row[3])]))
      }
      return cells
    }
  }

  public func costOfLabour(dataset: String) throws -> [String: Double] {
    try query { database in
      var index: [String: Double] = [:]
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
        sql: "SELECT * FROM cell WHERE dataset = ? AND pay_element = ? AND \(condition) "
          + "ORDER BY industry, level, line")
      let rows = try Row.fetchAll(
        statement, arguments: StatementArguments([id]) + StatementArguments([element] + values))
      return rows.map { Self.cell($0, dataset: dataset) }
    }
  }

  private static func cell(_ row: Row, dataset: String) -> PayCell {
    let marks = Array(row["marks"] as String)
    var points: [PercentilePoint] = []
    for (index, probability) in PercentilePoint.published.enumerated() {
      guard let pay = row[CellColumns.percentiles[index]] as Double? else { continue }
      let mark = marks.count > index + 1 ? marks[index + 1] : "."
      let reading: PercentilePoint.Reading = mark == "#" ? .atLeast : mark == "s" ? .soft : .exact
      points.append(PercentilePoint(probability: probability, pay: pay, reading: reading))
    }
    return PayCell(
      dataset: dataset, occupation: row["soc"], role: row["role"], location: row["location"],
      industry: row["industry"], level: row["level"], organizationSize: row["org_size"], payElement: row["pay_element"],
      employment: row["employment"],
      incumbents: row["n_incumbents"], organizations: row["n_organizations"], mean: row["mean"],
      meanRelativeError: row["mean_prse"], percentiles: points,
      medianInterval: interval(row["p50_low"], row["p50_high"]), line: row["line"])
  }

  /// The ends of an interval, where both are there and in order.
  static func interval(_ low: Double?, _ high: Double?) -> ClosedRange<Double>? {
    guard let low, let high, low > 0, low <= high else { return nil }
    return low...high
  }

  static func dataset(_ row: Row) -> MarketDataset {
    MarketDataset(
      name: row["name"], title: row["title"], series: row["series"],
      sourceKind: MarketDataset.SourceKind(rawValue: row["source_kind"]) ?? .jobMatched,
      publisher: row["publisher"], release: row["release"],
      effective: CalendarDate((row["effective"] as String) + "-01") ?? CalendarDate(daysSince1970: 0),
      currency: row["currency"], licence: row["licence"], reference: row["reference"], digest: row["digest"],
      isShipped: row["shipped"], rows: row["rows"])
  }
}

/// Columns of `cell` that hold percentiles, in the order of their probabilities.
enum CellColumns {
  static let percentiles = ["p10", "p25", "p50", "p75", "p90"]
}
