import Foundation
import Glibc

/// What a program wrote and how it ended.
public struct ProcessResult: Sendable {
  public let output: [UInt8]
  public let errors: [UInt8]
  /// The exit status, or minus the signal that ended it.
  public let status: Int32

  public var stdout: String { String(decoding: output, as: UTF8.self) }
  public var stderr: String { String(decoding: errors, as: UTF8.self) }
  public var wasKilled: Bool { status == -SIGKILL }
}

/// One run of a program: its output goes to files, so that no pipe can fill up.
struct ChildProcess {
  var arguments: [String]
  var environment: [String: String]
  var input: [UInt8] = []
  var folder: String?
  /// Another place for standard output, such as `/dev/full`.
  var outputPath: String?
  /// Seconds until it is killed.
  var timeout: Double

  func run() throws -> ProcessResult {
    let work = try TemporaryFolder()
    let inputPath = input.isEmpty ? "/dev/null" : try work.write(input, to: "stdin")
    let errorsPath = work.path("stderr")
    let outputPath = self.outputPath ?? work.path("stdout")
    let process = try spawn(input: inputPath, output: outputPath, errors: errorsPath)
    let status = try wait(for: process)
    return ProcessResult(
      output: self.outputPath == nil ? try bytes(outputPath) : [], errors: try bytes(errorsPath), status: status)
  }

  private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  private func spawn(input: String, output: String, errors: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    // A shell changes the folder, then becomes the program, under the same process number.
    let mover = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
    let words = CStrings(mover + arguments)
    let settings = CStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    var process: pid_t = 0
    let failure = posix_spawnp(&process, (mover + arguments)[0], &actions, nil, words.pointers, settings.pointers)
    guard failure == 0 else { throw TemporaryFolder.Trouble(failure) }
    return process
  }

  private func wait(for process: pid_t) throws -> Int32 {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(timeout)
    var status: Int32 = 0
    var pause: UInt32 = 500
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { throw TemporaryFolder.Trouble(errno) }
      if clock.now >= deadline { kill(process, SIGKILL) }
      usleep(pause)
      pause = min(5_000, pause * 2)
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : -signal
  }
}

/// A list of C strings that ends with nil, as long as it is held.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
