import Foundation

/// A market library with the shipped surveys, made once for a test run: reading them takes a second.
public enum SharedLibrary {
  /// What `XDG_DATA_HOME` is for a test; nothing in it may be changed.
  public static func dataFolder() throws -> String { try made.get().path }

  /// A library of one's own with the shipped surveys in it, at `market.sqlite` in a folder.
  public static func copy(into folder: TemporaryFolder) throws -> String {
    let copy = folder.path("market.sqlite")
    try FileManager.default.copyItem(atPath: try dataFolder() + "/parley/market.sqlite", toPath: copy)
    return copy
  }

  private static let made = Result { try make() }

  private static func make() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.shared()
    let settings = ["XDG_DATA_HOME": folder.path, "PATH": "/usr/bin:/bin"]
    let result = try ChildProcess(
      arguments: [BuiltProgram.path, "market", "list", "--quiet"], environment: settings, timeout: 120
    ).run()
    guard result.status == 0 else { throw NotMade(message: result.stderr) }
    return folder
  }

  struct NotMade: Error { let message: String }
}
