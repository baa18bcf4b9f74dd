import GRDB
import Market
import Quantities

/// The user's market library: one SQLite file with every data set, shipped and imported.
///
///     let library = try MarketLibrary(path: "market.sqlite")
///     try library.datasets().map(\.name)    // ["bls-oews-2025-05", ...]
///
/// Every change is one transaction, so that a kill or a full disk leaves what was there. The imported CSV stays
/// the truth: the library keeps its digest, and can be made anew from it.
public final class MarketLibrary: Sendable {
  public var path: String { file.path }
  let queue: DatabaseQueue
  let file: LibraryFile

  /// Opens a library, making it when there is none and bringing an older one to the present version.
  ///
  /// `makesFolder`: whether the folder it is in is made too. `isReplaceable`: what a ``DamagedLibrary`` says of it.
  /// Throws ``FileTrouble``, or ``DamagedLibrary`` when SQLite cannot read the file.
  public init(path: String, makesFolder: Bool = true, isReplaceable: Bool = false) throws {
    try MarketLibrary.createFolder(of: path, isAllowed: makesFolder)
    let file = LibraryFile(path: path, isReplaceable: isReplaceable)
    self.file = file
    let queue: DatabaseQueue
    do { queue = try DatabaseQueue(path: path, configuration: MarketLibrary.configuration) } catch let error
      as DatabaseError
    {
      throw MarketLibrary.trouble(error, file)
    }
    do {
      let holdsTables = try MarketLibrary.prepare(queue, path: path)
      // A file that was there with nothing in it, beside a list of what it should have.
      if !holdsTables, file.number != nil, ImportList(besideLibrary: path)?.entries.isEmpty == false {
        throw DamagedLibrary(file, detail: "it is empty")
      }
      self.queue = queue
    } catch {
      // Closed before anyone moves the file: a database that is closed removes its journal by name.
      try? queue.close()
      guard let error = error as? DatabaseError else { throw error }
      throw MarketLibrary.trouble(error, file)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(20)
    configuration.label = "parley.library"
    return configuration
  }

  /// Makes the tables, or brings them to the present version.
  ///
  /// Gives whether there were any tables before.
  private static func prepare(_ queue: DatabaseQueue, path: String) throws -> Bool {
    let version = try queue.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if version == LibrarySchema.version { return true }
    let (tables, journal) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0,
        try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
      )
    }
    guard version <= LibrarySchema.version else {
      throw FileTrouble(
        .inputOutput, path: path,
        message: "is a library of version \(version), written by a newer parley; this one reads version "
          + "\(LibrarySchema.version)", cure: "update parley, or name another file with --library")
    }
    guard version > 0 || tables == 0 else {
      throw FileTrouble(
        .inputOutput, path: path, message: "is the database of another program",
        cure: "name another file with --library")
    }
    // Readers go on while another process imports. Not only when it is new: a kill may have come in between.
    if journal != "wal", version < LibrarySchema.version {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    }
    // A step may rebuild a table that others refer to; what they refer to is there again at its end.
    try withoutForeignKeys(queue) { database in
      try database.inTransaction(.immediate) {
        // Another process may have done it meanwhile.
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if found < LibrarySchema.version { try LibrarySchema.upgrade(database, from: found) }
        return .commit
      }
    }
    return tables > 0
  }

  private static func createFolder(of path: String, isAllowed: Bool) throws {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard isAllowed || Folder.exists(folder) else {
      throw FileTrouble(
        .missing, path: path, message: "there is no folder \(folder) for the library",
        cure: "check --library, or make the folder first; without it, the library in your data folder is used")
    }
    do { try Folder.create(folder) } catch let trouble as FileTrouble {
      throw FileTrouble(
        trouble.kind, path: trouble.path, message: "no folder for the market library: \(trouble.message)",
        cure: "name a library in a folder that you may write to: --library FILE")
    }
  }

  /// Removes an imported data set with all that came with it; shipped ones stay. Throws ``FileTrouble``.
  public func remove(_ name: String) throws {
    try perform { database in
      try database.execute(sql: "DELETE FROM dataset WHERE name = ? AND shipped = 0", arguments: [name])
    }
  }

  func perform<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try queue.write(body) } catch let error as DatabaseError { throw failure(error) }
  }

  /// The same without a transaction, and without the check that what is referred to exists.
  func withoutForeignKeys<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try Self.withoutForeignKeys(queue, body) } catch let error as DatabaseError { throw failure(error) }
  }

  private static func withoutForeignKeys<Value>(
    _ queue: DatabaseQueue, _ body: (Database) throws -> Value
  ) throws -> Value {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
      return try body(database)
    }
  }

  func query<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // One statement sees one state of the library by itself; a transaction around it would only cost time.
    do { return try queue.unsafeRead(body) } catch let error as DatabaseError { throw failure(error) }
  }

  private func failure(_ error: DatabaseError) -> any Error {
    let trouble = MarketLibrary.trouble(error, file)
    if trouble is DamagedLibrary { try? queue.close() }
    return trouble
  }
}
