import GRDB
import Glibc

/// Puts a new library in the place of a damaged one, so that a kill at any moment loses nothing.
///
/// The new one is made beside it, under another name, and takes its name when it is whole. Until then the damaged
/// library is found damaged by the next command, which begins again; between the two renames the list of imports
/// stands beside no library, which is found too (see ``MarketLibrary/init(path:makesFolder:isReplaceable:)``).
///
///     market.sqlite -> market.sqlite.corrupt-1    // nothing is deleted
///     market.sqlite.new -> market.sqlite
extension DamagedLibrary {
  /// Has `build` make the library at the path it is given, then lets it take the place of this one. `build` is told
  /// the name that the damaged file will have; nil where there is none any more.
  ///
  /// One process at a time: one that had to wait finds the library whole, and builds nothing. Throws ``FileTrouble``
  /// when the folder cannot be written or another process keeps the file open, and what `build` throws.
  public func replace(_ build: (_ new: String, _ aside: String?) throws -> Void) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw irreplaceable(String(cString: strerror(errno))) }
    defer { close(handle) }
    while flock(handle, LOCK_EX) != 0 {
      guard errno == EINTR else { throw irreplaceable(String(cString: strerror(errno))) }
    }
    guard LibraryFile.number(of: path) == number else { return }
    let new = path + ".new"
    // What a process that was killed had begun.
    Self.remove(new)
    defer { Self.remove(new) }
    let aside = number == nil ? nil : freeName
    try build(new, aside)
    try MarketLibrary.settle(new)
    try waitUntilUnused()
    if let aside {
      // The list of imports stays for the new library; the damaged one keeps it as it is now.
      link(ImportList.path(of: path), ImportList.path(of: aside))
      guard rename(path, aside) == 0 else { throw irreplaceable(String(cString: strerror(errno))) }
    }
    try clearJournals(of: aside)
    guard rename(new, path) == 0 else { throw irreplaceable(String(cString: strerror(errno))) }
    fsync(handle)
  }

  private static let journals = ["-wal", "-shm"]

  /// `market.sqlite.corrupt-1`, or the next one that nothing has.
  private var freeName: String {
    var count = 1
    while Folder.exists("\(path).corrupt-\(count)") { count += 1 }
    return "\(path).corrupt-\(count)"
  }

  private static func remove(_ library: String) {
    for suffix in [""] + journals { unlink(library + suffix) }
  }

  /// A new library must not get the journal of the damaged one: it goes with that, also where that has gone before, in
  /// a process that was killed.
  private func clearJournals(of aside: String?) throws {
    let owner = aside ?? path + ".removed"
    for suffix in Self.journals where Folder.exists(path + suffix) {
      guard rename(path + suffix, owner + suffix) == 0 else { throw irreplaceable(String(cString: strerror(errno))) }
    }
  }

  /// Waits for processes that read the damaged file: each would, when it ends, remove the journal by its name, which
  /// is by then that of the new library.
  private func waitUntilUnused() throws {
    for _ in 0..<400 {
      guard isOpenElsewhere else { return }
      usleep(25_000)
    }
    throw irreplaceable("another program has it open")
  }

  /// Whether another process holds one of SQLite's locks.
  private var isOpenElsewhere: Bool {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    // SQLite's lock bytes: 512 of them behind the first gigabyte.
    var lock = Glibc.flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  private func irreplaceable(_ why: String) -> FileTrouble {
    FileTrouble(
      .inputOutput, path: path, message: "is damaged (\(detail)) and cannot be replaced: \(why)",
      cure: "try again, or name another library with --library")
  }
}

extension MarketLibrary {
  /// Brings all of a library into its one file, and that to the disk. Nothing may have it open.
  fileprivate static func settle(_ path: String) throws {
    let library = try MarketLibrary(path: path)
    do {
      try library.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      try library.queue.close()
    } catch let error as DatabaseError { throw trouble(error, library.file) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    guard file >= 0, fsync(file) == 0 else {
      throw FileTrouble(.inputOutput, path: path, message: String(cString: strerror(errno)), cure: "try again")
    }
  }
}
