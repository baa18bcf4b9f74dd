import Foundation
import GRDB
import Market

/// People's pay beside the cells that were counted from it.
extension MarketLibrary {
  /// The pay of everyone in a cell that the library gave; nil where only percentiles were published.
  ///
  ///     let cells = try library.cells(dataset: "acme", role: "cio", location: "US-CO")
  ///     try library.sample(of: cells[0])?.count    // 41
  public func sample(of cell: PayCell) throws -> PaySample? {
    try query { database in
      let bytes = try Data.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT amounts FROM sample JOIN cell ON cell.id = sample.cell
            WHERE cell.dataset = (SELECT id FROM dataset WHERE name = ?) AND soc = ? AND location = ? AND role = ?
              AND industry = ? AND level = ? AND pay_element = ? AND line = ?
            """),
        arguments: [
          cell.dataset, cell.occupation, cell.location, cell.role, cell.industry, cell.level, cell.payElement,
          cell.line,
        ])
      return bytes.flatMap { PaySample(packed: [UInt8]($0)) }
    }
  }

  func insert(_ sample: PaySample, cell: Int64, dataset: Int64, into database: Database) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO sample VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [cell, dataset, sample.count, Data(sample.packed)])
  }
}
