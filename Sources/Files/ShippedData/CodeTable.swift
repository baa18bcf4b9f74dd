import CSVStream

/// A small table of ours, read whole: codes and parameters.
struct CodeTable {
  /// One row by column name.
  struct Row {
    let line: Int
    fileprivate let texts: [String]
    fileprivate let columns: [String]

    /// The text of a column, empty when the table has no such column.
    subscript(_ column: String) -> String {
      // Ten short names are compared sooner than one is hashed.
      columns.firstIndex(of: column).map { texts[$0] } ?? ""
    }

    /// The number of a column; nil when empty or no number.
    func number(_ column: String) -> Double? { Double(self[column]) }

    func flag(_ column: String) -> Bool { self[column] == "true" }
  }

  let path: String
  private(set) var rows: [Row] = []

  /// `keep` sees each row before it is taken apart, so that large tables cost little when few rows matter.
  ///
  /// Throws ``BadInput`` when the table is malformed, ``FileTrouble`` when it is not there.
  init(path: String, keep: (borrowing CSVRecord) -> Bool = { _ in true }) throws {
    self.path = path
    guard Folder.exists(path) else {
      throw FileTrouble(
        .missing, path: path, message: "a table of the shipped data is missing",
        cure: "install parley again; if PARLEY_DATA is set, it must name the folder MarketData")
    }
    let dialect = CSVDialect(delimiter: .comma)
    let reader = try CSVReader(path: path, options: CSVOptions(dialect: dialect))
    var columns: [String] = []
    var rows: [Row] = []
    let run = reader.forEachRecord { record in
      if record.ordinal == 0 {
        columns = (0..<record.count).map { record.text($0) }
      } else if keep(record) {
        rows.append(Row(line: record.line, texts: (0..<record.count).map { record.text($0) }, columns: columns))
      }
    }
    guard run.faults.isEmpty else { throw BadInput(run.faults.map { Diagnostic($0) }, count: run.faultCount) }
    self.rows = rows
  }
}
