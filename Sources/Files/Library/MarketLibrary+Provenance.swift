import GRDB
import Market

/// Where data sets came from.
extension MarketLibrary {
  /// The provenance of every data set, by its name.
  ///
  ///     try library.provenance()["acme"]?.source    // "/home/me/surveys/acme.csv"
  public func provenance() throws -> [String: DatasetProvenance] {
    try query { try Self.provenance($0) }
  }

  static func provenance(_ database: Database) throws -> [String: DatasetProvenance] {
    var leftOut: [Int64: [String: Int]] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT dataset, reason, rows FROM left_out") {
      leftOut[row[0], default: [:]][row[1]] = row[2]
    }
    var found: [String: DatasetProvenance] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT id, name, source, profile, shipped, report FROM dataset") {
      // What is kept of a shipped one is the digest of its description.
      let notes = row["shipped"] ? [] : (row["report"] as String).split(separator: "\n").map(String.init)
      found[row["name"]] = DatasetProvenance(
        source: row["source"], profile: row["profile"], notes: notes, leftOut: leftOut[row["id"]] ?? [:])
    }
    return found
  }

  func insert(_ provenance: DatasetProvenance, dataset: Int64, into database: Database) throws {
    for (reason, rows) in provenance.leftOut.sorted(by: { $0.key < $1.key }) {
      try database.execute(sql: "INSERT INTO left_out VALUES (?, ?, ?)", arguments: [dataset, reason, rows])
    }
  }
}
