import Glibc

/// Writes a whole file or nothing: a temporary file beside it, fsync, rename.
public enum AtomicFile {
  /// Replaces the file at `path`; throws ``FileTrouble`` and leaves what was there when it cannot.
  ///
  /// A link is followed: its target is replaced. What is no plain file, such as `/dev/null` or a named pipe, is
  /// written to and stays what it is.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { append in try append(bytes[...]) }
  }

  /// The same for what does not fit in memory: `body` appends piece after piece.
  ///
  ///     try AtomicFile.write(to: "rows.csv") { append in
  ///       for block in blocks { try append(block) }
  ///     }
  static func write(to path: String, _ body: (_ append: (ArraySlice<UInt8>) throws -> Void) throws -> Void) throws {
    let target = followed(path)
    if Folder.exists(target), !Folder.isPlainFile(target), !Folder.isFolder(target) {
      let file = open(target, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw trouble(path) }
      defer { close(file) }
      return try body { try write($0, to: file, path) }
    }
    let temporary = target + ".tmp-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw trouble(path) }
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    do { try body { try write($0, to: file, path) } } catch {
      close(file)
      throw error
    }
    keepMode(of: target, for: file)
    guard fsync(file) == 0, close(file) == 0, rename(temporary, target) == 0 else { throw trouble(path) }
    isDone = true
    syncFolder(of: target)
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String) throws {
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw trouble(path)
      }
      offset += count
    }
  }

  /// A file that others could not read stays so when it is replaced.
  private static func keepMode(of path: String, for file: Int32) {
    var status = stat()
    if stat(path, &status) == 0 { fchmod(file, status.st_mode & 0o777) }
  }

  /// Where a link leads, or the path itself.
  private static func followed(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// A rename is safe from a power cut only once its folder is written too.
  private static func syncFolder(of path: String) {
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
    let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static func trouble(_ path: String) -> FileTrouble {
    FileTrouble(
      .unwritable, path: path, message: String(cString: strerror(errno)),
      cure: "name a file in a folder that you may write to")
  }
}
