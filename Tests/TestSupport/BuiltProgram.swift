import Foundation

/// The program under test: the one built beside the running tests.
///
///     BuiltProgram.path    // ".../debug/parley"
public enum BuiltProgram {
  /// Its file; another build can be named with the environment variable `PARLEY_BINARY`.
  public static let path: String = {
    if let named = ProcessInfo.processInfo.environment["PARLEY_BINARY"] { return named }
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath().deletingLastPathComponent()
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent("parley").path
        if isProgram(candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    fatalError("no program parley beside the tests; build it first with `swift build --build-tests`")
  }()

  /// The folder of the package: where `Package.swift` is.
  public static let packageFolder: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The test program itself, however it was started.
  private static var starts: [String] {
    var starts = CommandLine.arguments.filter { $0.contains(".xctest") }
    if let bundle = Bundle.main.executableURL?.path { starts.append(bundle) }
    starts.append("/proc/self/exe")
    return starts
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
