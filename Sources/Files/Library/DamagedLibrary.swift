import GRDB
import Glibc
import Market

/// A library file that SQLite cannot read: it was cut, overwritten, or is no database at all.
public struct DamagedLibrary: Error, Sendable {
  public let path: String
  /// What SQLite says: `database disk image is malformed`.
  public let detail: String
  /// Whether it is in the user's data folder, where a new one may take its place without being asked for.
  public let isReplaceable: Bool
  /// The very file that was read, whatever has its name by now.
  private let number: UInt64?

  init(_ file: LibraryFile, detail: String) {
    self.detail = detail
    path = file.path
    isReplaceable = file.isReplaceable
    number = file.number
  }

  /// The same for people, where the file stays as it is.
  public var trouble: FileTrouble {
    FileTrouble(
      .inputOutput, path: path, message: "is not a usable market library (\(detail))",
      cure: "move it away: the shipped data comes back by itself, and your surveys "
        + (Folder.exists(ImportList.path(of: path))
          ? "by the commands in \(ImportList.path(of: path))" : "import again from their CSV"))
  }

  /// Moves the file aside under a name that is free, so that a new library can take its place. Nothing is deleted.
  ///
  ///     market.sqlite -> market.sqlite.corrupt-1
  ///
  /// Gives its new name; nil when another process had moved it already. Throws ``FileTrouble`` when the folder cannot
  /// be written or another process has the file open.
  public func moveAside() throws -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw unmovable(String(cString: strerror(errno))) }
    defer { close(handle) }
    // One process at a time, or the second would move the new library away.
    flock(handle, LOCK_EX)
    guard let number, LibraryFile.number(of: path) == number else { return nil }
    guard !isOpenElsewhere else { throw unmovable("another program has it open") }
    var count = 1
    while Folder.exists("\(path).corrupt-\(count)") { count += 1 }
    let aside = "\(path).corrupt-\(count)"
    // The journal first: without it the damaged file is found damaged again, but a new one must not get it.
    for suffix in ["-wal", "-shm", ""] where suffix.isEmpty || Folder.exists(path + suffix) {
      guard rename(path + suffix, aside + suffix) == 0 else { throw unmovable(String(cString: strerror(errno))) }
    }
    // The list of imports stays for the new library; the damaged one keeps it as it is now.
    link(ImportList.path(of: path), ImportList.path(of: aside))
    fsync(handle)
    return aside
  }

  /// Whether another process holds one of SQLite's locks. It would, when it ends, remove the journal by its name,
  /// which is by then that of the new library.
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

  private func unmovable(_ why: String) -> FileTrouble {
    FileTrouble(
      .inputOutput, path: path, message: "is damaged (\(detail)) and cannot be moved aside: \(why)",
      cure: "try again, or name another library with --library")
  }
}

/// The file of a library, and what may be done with it.
struct LibraryFile: Sendable {
  let path: String
  let isReplaceable: Bool
  /// The file system's number for it, taken before it was opened; nil when there was none.
  let number: UInt64?

  init(path: String, isReplaceable: Bool) {
    self.path = path
    self.isReplaceable = isReplaceable
    number = LibraryFile.number(of: path)
  }

  static func number(of path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }
}
