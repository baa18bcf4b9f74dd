import Foundation

/// Runs the built program as a user would.
///
///     let result = try ParleyProcess().run(["market", "list", "-O", "json"])
///     result.status    // 0
///
/// The user's own settings and library are out of its sight. The market library is the one a whole test run
/// shares: tests that change a library name one of their own.
public struct ParleyProcess: Sendable {
  /// Settings of the environment; nil removes one.
  public var environment: [String: String?] = [:]
  public var folder: String?
  public var input: [UInt8] = []
  /// Words before the program: `taskset -c 0`.
  public var prefix: [String] = []
  /// Seconds until it is killed.
  public var timeout: Double = 60
  /// Where standard output goes instead of to the result: `/dev/full`.
  public var outputPath: String?

  public init() {}

  public init(in folder: String) { self.folder = folder }

  /// A copy with changes, for one run.
  ///
  ///     try ParleyProcess().with { $0.environment["TZ"] = "Asia/Tokyo" }.run(["market", "list"])
  public func with(_ change: (inout ParleyProcess) -> Void) -> ParleyProcess {
    var copy = self
    change(&copy)
    return copy
  }

  public func run(_ arguments: [String]) throws -> ProcessResult {
    try launch(prefix + [BuiltProgram.path] + arguments)
  }

  public func run(_ arguments: String...) throws -> ProcessResult { try run(arguments) }

  /// A line of shell, which finds `parley` on its path.
  public func shell(_ line: String) throws -> ProcessResult { try launch(["/bin/sh", "-c", line]) }

  private func launch(_ words: [String]) throws -> ProcessResult {
    let programs = URL(fileURLWithPath: BuiltProgram.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let home = try SharedLibrary.dataFolder()
    var settings = ["PATH": "\(programs):\(path)", "HOME": home, "XDG_DATA_HOME": home, "TERM": "xterm-256color"]
    for (name, value) in environment { settings[name] = value }
    return try ChildProcess(
      arguments: words, environment: settings, input: input, folder: folder, outputPath: outputPath,
      timeout: timeout
    ).run()
  }
}
