import Glibc

/// The few questions we ask the file system.
public enum Folder {
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A path from the root, links followed; of a file that is not there yet too.
  ///
  ///     Folder.absolute("new.sqlite")    // "/home/me/new.sqlite"
  public static func absolute(_ path: String) -> String {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    guard let slash = path.lastIndex(of: "/") else { return path == "." ? path : below(absolute("."), path) }
    // The root and the folder at hand are there, unless someone removed the latter.
    return slash == path.startIndex ? path : below(absolute(String(path[..<slash])), path[slash...].dropFirst())
  }

  private static func below(_ folder: String, _ name: some StringProtocol) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Neither a folder nor a pipe nor a device.
  public static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Names in a folder, sorted; empty when it cannot be read.
  public static func names(in path: String) -> [String] {
    guard let handle = opendir(path) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder and those above it; throws ``FileTrouble``.
  public static func create(_ path: String) throws {
    guard !path.isEmpty, !exists(path) else { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try create(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileTrouble(
        .unwritable, path: path, message: String(cString: strerror(errno)),
        cure: "name a file in a folder that you may write to")
    }
  }

  /// The bytes of a file, or of standard input for `-`; throws ``FileTrouble``.
  ///
  /// Reading stops soon after `limit` bytes, so that an endless input ends.
  public static func bytes(of path: String, limit: Int = .max) throws -> [UInt8] {
    if path != "-", isFolder(path) {
      throw FileTrouble(.missing, path: path, message: "is a folder, not a file", cure: "name a file in it")
    }
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw FileTrouble(
        .missing, path: path, message: String(cString: strerror(errno)), cure: "check the name; - is standard input")
    }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(file, &block, block.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileTrouble(.inputOutput, path: path, message: String(cString: strerror(errno)))
      }
      bytes += block[..<count]
      if bytes.count > limit { return bytes }
    }
  }
}
