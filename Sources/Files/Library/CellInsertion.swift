import GRDB
import GRDBSQLite

/// Puts the cells of a data set into the library, hundreds of thousands a second.
///
/// They go in the order of the index over them, so that it grows at its end only and a job's cells lie together.
/// Arguments are bound by SQLite itself, and only those that differ from the row before.
struct CellInsertion {
  private let statement: OpaquePointer
  /// Keeps the pointer above alive.
  private let owner: Statement
  private let database: Database
  /// The texts that are bound, by their place among the arguments.
  private var bound: [String?] = Array(repeating: nil, count: 23)

  init(_ database: Database, dataset: Int64) throws {
    self.database = database
    let places = Array(repeating: "?", count: 22).joined(separator: ", ")
    owner = try database.makeStatement(sql: "INSERT INTO cell VALUES (\(places))")
    statement = owner.sqliteStatement
    sqlite3_bind_int64(statement, 1, dataset)
  }

  /// Inserts one cell, where it lies, without a copy of it.
  mutating func insert(_ cell: UnsafePointer<SurveyCell>) throws {
    bind(cell.pointee.location, 2)
    bind(cell.pointee.occupation, 3)
    bind(cell.pointee.role, 4)
    bind(cell.pointee.industry, 5)
    bind(cell.pointee.level, 6)
    bind(cell.pointee.organizationSize, 7)
    bind(cell.pointee.payElement, 8)
    bind(cell.pointee.employment, 9)
    bind(cell.pointee.incumbents, 10)
    bind(cell.pointee.organizations, 11)
    bind(cell.pointee.meanRelativeError, 12)
    for index in 0..<6 { bind(cell.pointee.figures[index], Int32(13 + index)) }
    bind(cell.pointee.marks, 19)
    sqlite3_bind_int64(statement, 20, Int64(cell.pointee.line))
    bind(cell.pointee.medianInterval?.lowerBound, 21)
    bind(cell.pointee.medianInterval?.upperBound, 22)
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
