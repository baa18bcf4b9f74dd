import Glibc

/// Writes files that are not there yet: whole or not at all, and never over another one.
public enum NewFile {
  /// Throws ``FileTrouble`` and leaves nothing behind when it cannot.
  ///
  /// The bytes go to a temporary file beside it, which then gets the name: that step fails when the name is taken,
  /// even by a file of this very moment.
  ///
  ///     try NewFile.write(Array("notes\n".utf8), to: "parley-offers/notes.md")
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = path + ".tmp-\(getpid())"
    guard !isTaken(temporary) else { throw inTheWay([temporary]) }
    do { try AtomicFile.write(bytes, to: temporary) } catch let trouble as FileTrouble {
      throw FileTrouble(trouble.kind, path: path, message: trouble.message, cure: trouble.cure)
    }
    defer { unlink(temporary) }
    if link(temporary, path) == 0 { return }
    if errno == EEXIST { throw inTheWay([path]) }
    // Some file systems, such as those of memory sticks, know no links: the check is then all there is.
    guard !isTaken(path), rename(temporary, path) == 0 else {
      throw FileTrouble(
        .unwritable, path: path, message: String(cString: strerror(errno)),
        cure: "name a file in a folder that you may write to")
    }
  }

  /// Whether anything has that name, a link that leads nowhere included.
  public static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// `parley-offers/notes.md`; the name alone for the folder `.`.
  static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  static func remove(_ path: String) { unlink(path) }

  static func removeEmptyFolder(_ path: String) { rmdir(path) }

  static func inTheWay(_ paths: [String]) -> FileTrouble {
    FileTrouble(
      .unwritable, path: paths.joined(separator: ", "),
      message: (paths.count == 1 ? "is there already" : "are there already") + "; nothing was written",
      cure: "move away what is there, or name another folder: parley init my-offers")
  }
}
