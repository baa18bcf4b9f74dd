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
  public let path: String
  let queue: DatabaseQueue

  /// Opens a library, making it when there is none; throws ``FileTrouble``.
  ///
  /// `makesFolder`: whether the folder it is in is made too.
  public init(path: String, makesFolder: Bool = true) throws {
    self.path = path
    try MarketLibrary.createFolder(of: path, isAllowed: makesFolder)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.label = "parley.library"
    do {
      let isNew = !Folder.exists(path)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if isNew {
        // Readers go on while another process imports.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      }
      let (version, tables) = try queue.read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
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
      if version == 0 {
        try queue.write { database in
          // Another process may have made it meanwhile.
          let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
          if found == 0 { try LibrarySchema.create(database) }
        }
      }
      self.queue = queue
    } catch let error as DatabaseError {
      throw MarketLibrary.trouble(error, path: path)
    }
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

  /// Removes an imported data set; shipped ones stay. Throws ``FileTrouble``.
  public func remove(_ name: String) throws {
    try perform { database in
      try database.execute(sql: "DELETE FROM dataset WHERE name = ? AND shipped = 0", arguments: [name])
    }
  }

  func perform<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try queue.write(body) } catch let error as DatabaseError {
      throw MarketLibrary.trouble(error, path: path)
    }
  }

  func query<Value>(_ body: (Database) throws -> Value) throws -> Value {
    // One statement sees one state of the library by itself; a transaction around it would only cost time.
    do { return try queue.unsafeRead(body) } catch let error as DatabaseError {
      throw MarketLibrary.trouble(error, path: path)
    }
  }

  private static func trouble(_ error: DatabaseError, path: String) -> FileTrouble {
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return FileTrouble(
        .inputOutput, path: path, message: "is not a usable market library (\(error.message ?? "damaged"))",
        cure: "move it away: the shipped data comes back by itself, and your surveys import again from their CSV")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return FileTrouble(
        .unwritable, path: path, message: "the market library cannot be opened (\(error.message ?? ""))",
        cure: "name a file you may write with --library")
    case .SQLITE_FULL:
      return FileTrouble(
        .unwritable, path: path, message: "the disk is full; the library is as it was", cure: "make room and try again")
    default:
      return FileTrouble(.inputOutput, path: path, message: "\(error.message ?? error.description)")
    }
  }
}
