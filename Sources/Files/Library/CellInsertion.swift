import GRDB
import GRDBSQLite

/// Puts the cells of a data set into the library, hundreds of thousands a second.
///
/// They go in the order of the index over them, so that it grows at its end only and a job's cells lie together;
/// many to a statement, since each run of one finds its way down every index again. Arguments are bound by SQLite
/// itself, and only the texts that differ from those of the run before.
struct CellInsertion {
  private static let columns = 23
  private static let rows = 24
  private let database: Database
  private let dataset: Int64

  init(_ database: Database, dataset: Int64) {
    self.database = database
    self.dataset = dataset
  }

  /// Inserts all cells, where they lie, without a copy of them.
  func insert(_ cells: UnsafeBufferPointer<SurveyCell>) throws {
    guard let base = cells.baseAddress else { return }
    var order = CellOrder.of(cells)[...]
    var many = try Run(database, rows: Self.rows, dataset: dataset)
    while order.count >= Self.rows {
      for row in 0..<Self.rows { many.bind(base + order[order.startIndex + row], row: row) }
      try many.step(database)
      order = order.dropFirst(Self.rows)
    }
    var one = try Run(database, rows: 1, dataset: dataset)
    for index in order {
      one.bind(base + index, row: 0)
      try one.step(database)
    }
  }

  /// A statement that inserts so many rows.
  private struct Run {
    private let statement: OpaquePointer
    /// Keeps the pointer above alive.
    private let owner: Statement
    /// The texts that are bound, by their place among the arguments.
    private var bound: [String?]

    init(_ database: Database, rows: Int, dataset: Int64) throws {
      let row = "(" + Array(repeating: "?", count: CellInsertion.columns).joined(separator: ", ") + ")"
      let values = Array(repeating: row, count: rows).joined(separator: ", ")
      owner = try database.makeStatement(sql: "INSERT INTO cell VALUES \(values)")
      statement = owner.sqliteStatement
      bound = Array(repeating: nil, count: rows * CellInsertion.columns + 1)
      for row in 0..<rows { sqlite3_bind_int64(statement, Int32(row * CellInsertion.columns + 1), dataset) }
    }

    mutating func bind(_ cell: UnsafePointer<SurveyCell>, row: Int) {
      let first = Int32(row * CellInsertion.columns)
      bind(cell.pointee.location, first + 2)
      bind(cell.pointee.occupation, first + 3)
      bind(cell.pointee.role, first + 4)
      bind(cell.pointee.industry, first + 5)
      bind(cell.pointee.level, first + 6)
      bind(cell.pointee.organizationSize, first + 7)
      bind(cell.pointee.payElement, first + 8)
      bind(cell.pointee.employment, first + 9)
      bind(cell.pointee.incumbents, first + 10)
      bind(cell.pointee.organizations, first + 11)
      bind(cell.pointee.meanRelativeError, first + 12)
      for index in 0..<6 { bind(cell.pointee.figures[index], first + 13 + Int32(index)) }
      bind(cell.pointee.marks, first + 19)
      sqlite3_bind_int64(statement, first + 20, Int64(cell.pointee.line))
      bind(cell.pointee.medianInterval?.lowerBound, first + 21)
      bind(cell.pointee.medianInterval?.upperBound, first + 22)
      bind(cell.pointee.currency, first + 23)
    }

    func step(_ database: Database) throws {
      let code = sqlite3_step(statement)
      sqlite3_reset(statement)
      guard code == SQLITE_DONE else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
      }
    }

    private mutating func bind(_ text: String, _ place: Int32) {
      guard bound[Int(place)] != text else { return }
      bound[Int(place)] = text
      var text = text
      text.withUTF8 { bytes in
        // SQLite takes a copy: -1 says so (SQLITE_TRANSIENT, a macro).
        _ = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(
            statement, place, $0.baseAddress, Int32($0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
      }
    }

    private func bind(_ number: Double?, _ place: Int32) {
      if let number { sqlite3_bind_double(statement, place, number) } else { sqlite3_bind_null(statement, place) }
    }
  }
}

/// The order in which the index over occupations and places has cells.
enum CellOrder {
  /// Indices of the cells, in order. Texts are ranked once, so that numbers are sorted.
  static func of(_ cells: UnsafeBufferPointer<SurveyCell>) -> [Int] {
    let occupations = ranks(cells) { $0.pointee.occupation }
    let locations = ranks(cells) { $0.pointee.location }
    var keys: [(rank: UInt64, index: Int)] = []
    keys.reserveCapacity(cells.count)
    for index in cells.indices { keys.append((occupations[index] << 32 | locations[index], index)) }
    keys.sort { ($0.rank, $0.index) < ($1.rank, $1.index) }
    return keys.map(\.index)
  }

  /// The rank of each cell's text among the distinct ones.
  private static func ranks(
    _ cells: UnsafeBufferPointer<SurveyCell>, _ text: (UnsafePointer<SurveyCell>) -> String
  ) -> [UInt64] {
    var numbers: [String: UInt64] = [:]
    var names: [String] = []
    var ids: [UInt64] = []
    ids.reserveCapacity(cells.count)
    var last: (text: String, id: UInt64)?
    guard let base = cells.baseAddress else { return [] }
    for index in cells.indices {
      let text = text(base + index)
      if let last, last.text == text {
        ids.append(last.id)
        continue
      }
      let id = numbers[text] ?? UInt64(names.count)
      if id == names.count {
        numbers[text] = id
        names.append(text)
      }
      last = (text, id)
      ids.append(id)
    }
    // As SQLite compares them: byte by byte.
    let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var rank = [UInt64](repeating: 0, count: names.count)
    for (place, id) in sorted.enumerated() { rank[id] = UInt64(place) }
    return ids.map { rank[Int($0)] }
  }
}
