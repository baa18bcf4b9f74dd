import Foundation
import Glibc

/// A folder for one test, gone when nothing holds it any more.
///
///     let folder = try TemporaryFolder()
///     try folder.write("a,b\n1,2\n", to: "pay.csv")    // its path
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    var template = Array((NSTemporaryDirectory() + "/parley-tests-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble(errno) }
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = URL(fileURLWithPath: made).resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folder when the process ends, for one that a whole run shares.
  public static func shared() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    leftOvers.add(folder.path)
    return folder
  }

  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  public func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// Names in the folder, sorted.
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  struct Trouble: Error {
    let code: Int32
    init(_ code: Int32) { self.code = code }
  }
}

/// Folders removed at exit: a run's shared folders have no owner that ends before it.
private let leftOvers = LeftOvers()

private final class LeftOvers: @unchecked Sendable {
  private let lock = NSLock()
  private var paths: [String] = []

  init() { atexit { leftOvers.removeAll() } }

  func add(_ path: String) { lock.withLock { paths.append(path) } }

  func removeAll() {
    lock.withLock { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
  }
}
