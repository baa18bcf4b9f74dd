import Glibc

/// Writes a whole file or nothing: a temporary file beside it, fsync, rename.
public enum AtomicFile {
  /// Replaces the file at `path`; throws ``FileTrouble`` and leaves what was there when it cannot.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = path + ".tmp-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw trouble(path) }
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let found = trouble(path)
        close(file)
        throw found
      }
      offset += count
    }
    guard fsync(file) == 0, close(file) == 0, rename(temporary, path) == 0 else { throw trouble(path) }
    isDone = true
    syncFolder(of: path)
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
    FileTrouble(.unwritable, path: path, message: String(cString: strerror(errno)))
  }
}
