import Glibc
import Quantities

/// A library file that SQLite cannot read: it was cut, overwritten, removed, or is no database at all.
public struct DamagedLibrary: Error, Sendable {
  public let path: String
  /// What SQLite says: `database disk image is malformed`.
  public let detail: String
  /// Whether it is in the user's data folder, where a new one may take its place without being asked for.
  public let isReplaceable: Bool
  /// The very file that was read, whatever has its name by now; nil where there was none.
  let number: UInt64?

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
          ? "by: sh \(ShellWords.joined([ImportList.path(of: path)]))" : "import again from their CSV"))
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
