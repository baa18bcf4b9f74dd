import Foundation
import Quantities

/// A folder with a command and what it must print: `cmd`, `stdout`, `stderr`, `status`, and the command's inputs.
///
/// `cmd` holds lines that begin with `parley`, run one after the other in the folder; lines with `#` say what the
/// case is about. `$TMP` is a folder of its own, `$COPY/FILE` an input copied to it, for commands that write beside
/// their input, `$LIBRARY_NEW` a library of its own with the shipped surveys, `< FILE` at the end standard input,
/// `NAME=value` before the program a setting of the environment. A missing `stderr` expects none, a missing `status`
/// expects 0. Only the last line may fail.
public struct GoldenCase: Sendable, CustomStringConvertible {
  public let folder: String
  /// `topic/name`
  public let description: String

  /// Every case below a folder of topics, sorted.
  public static func all(in cases: String) -> [GoldenCase] {
    let files = FileManager.default
    return ((try? files.contentsOfDirectory(atPath: cases)) ?? []).sorted().flatMap { topic in
      ((try? files.contentsOfDirectory(atPath: "\(cases)/\(topic)")) ?? []).sorted().compactMap { name in
        let folder = "\(cases)/\(topic)/\(name)"
        guard files.fileExists(atPath: folder + "/cmd") else { return nil }
        return GoldenCase(folder: folder, description: "\(topic)/\(name)")
      }
    }
  }

  /// Everything that is not as recorded.
  public func complaints() throws -> [String] {
    let work = try TemporaryFolder()
    var output = ""
    var errors = ""
    var status: Int32 = 0
    for line in try String(contentsOfFile: folder + "/cmd", encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      guard status == 0 else { return ["\(description): \(errors)\nonly the last line of a case may fail"] }
      let result = try run(String(line), in: work)
      output += result.stdout
      errors += result.stderr
      status = result.status
    }
    return try [
      Recording.complaint(file: folder + "/stdout", found: plain(output, work)),
      Recording.complaint(file: folder + "/stderr", found: plain(errors, work)),
      Recording.complaint(file: folder + "/status", found: status == 0 ? "" : "\(status)\n"),
    ].compactMap { $0 }
  }

  private func run(_ line: String, in work: TemporaryFolder) throws -> ProcessResult {
    for word in ShellWords.split(line) where word.hasPrefix("$COPY/") {
      let name = String(word.dropFirst("$COPY/".count))
      if !work.names.contains(name) {
        try work.write([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))), to: name)
      }
    }
    var text = line.replacingOccurrences(of: "$TMP", with: work.path)
      .replacingOccurrences(of: "$COPY", with: work.path)
    if text.contains("$LIBRARY_NEW") {
      let library = work.path("market.sqlite")
      if !work.names.contains("market.sqlite") { _ = try SharedLibrary.copy(into: work) }
      text = text.replacingOccurrences(of: "$LIBRARY_NEW", with: library)
    }
    var words = ShellWords.split(text)
    var process = ParleyProcess(in: folder)
    while let word = words.first, word != "parley", let equals = word.firstIndex(of: "=") {
      process.environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
      words.removeFirst()
    }
    guard words.first == "parley" else { throw NotACommand(line: line) }
    if words.count > 2, words[words.count - 2] == "<" {
      let file = words.removeLast()
      process.input = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
      words.removeLast()
    }
    return try process.run(Array(words.dropFirst()))
  }

  private func plain(_ text: String, _ work: TemporaryFolder) -> String {
    text.replacingOccurrences(of: work.path, with: "$TMP")
  }

  struct NotACommand: Error { let line: String }
}
