import GRDB

/// What SQLite's failures mean to people.
extension MarketLibrary {
  static func trouble(_ error: DatabaseError, _ file: LibraryFile) -> any Error {
    let path = file.path
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return DamagedLibrary(file, detail: error.message ?? "damaged")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return FileTrouble(
        .unwritable, path: path, message: "the market library cannot be opened (\(error.message ?? ""))",
        cure: "name a file you may write with --library")
    case .SQLITE_FULL:
      return FileTrouble(
        .unwritable, path: path, message: "the disk is full; the library is as it was", cure: "make room and try again")
    case .SQLITE_IOERR where ResultCode.writing.contains(error.extendedResultCode):
      // A limit on the size of files or on a user's disk space fails so.
      return FileTrouble(
        .unwritable, path: path,
        message: "the market library cannot be written (\(error.message ?? "disk I/O error")); it is as it was",
        cure: "check the room on the disk and the limits on files (ulimit -f), and try again")
    case .SQLITE_BUSY:
      return FileTrouble(
        .inputOutput, path: path, message: "another program is changing the market library",
        cure: "wait until it is done, and try again")
    default:
      return FileTrouble(.inputOutput, path: path, message: "\(error.message ?? error.description)")
    }
  }
}

extension MarketLibrary {
  /// Throws ``DamagedLibrary`` where a page of the file does not hold up. Takes a moment in a large library.
  ///
  /// SQLite ends a walk that comes to a damaged page as if there were no more rows: what is written from it would pass
  /// for the whole.
  func requireSound() throws {
    let said = try query { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") ?? "" }
    guard said != "ok" else { return }
    // As after every damage, closed before anyone moves the file.
    try? queue.close()
    throw DamagedLibrary(file, detail: said.split(separator: "\n").last.map(String.init) ?? "damaged")
  }
}

extension ResultCode {
  /// The failures of SQLite to write or make room in a file.
  fileprivate static let writing: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN,
  ]
}
