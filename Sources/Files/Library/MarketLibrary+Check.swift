import GRDB

/// Whether a file may be used as a library at all.
extension MarketLibrary {
  /// Throws what an import would throw before it began; changes nothing, and makes no library where there is none.
  ///
  /// ``FileTrouble`` for a library of a later version and the database of another program, ``DamagedLibrary`` where
  /// SQLite cannot read it.
  public static func requireUsable(path: String) throws {
    guard Folder.isPlainFile(path) else { return }
    let file = LibraryFile(path: path, isReplaceable: false)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      let (version, tables) = try queue.unsafeRead { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        )
      }
      try requireOurs(path, version: version, tables: tables)
    } catch let error as DatabaseError { throw trouble(error, file) }
  }

  /// Throws ``FileTrouble`` for a version that this program does not know, and for tables that are not its own.
  static func requireOurs(_ path: String, version: Int, tables: Int) throws {
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
  }
}
