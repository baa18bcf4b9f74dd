import Foundation
import TestSupport
import Testing

/// Runs the README: its lines with `$ parley` are commands, what follows them in the same block is their output.
@Suite("The README tells the truth")
struct ReadmeTests {
  @Test("Every command runs, and prints what the README shows")
  func commands() throws {
    let file = BuiltProgram.packageFolder + "/README.md"
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return }
    let folder = try TemporaryFolder()
    // Commands may read what the package holds, and write beside it without touching it.
    for name in try FileManager.default.contentsOfDirectory(atPath: BuiltProgram.packageFolder)
    where !name.hasPrefix(".") {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: BuiltProgram.packageFolder + "/" + name)
    }
    let data = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: data.path("parley"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: try SharedLibrary.dataFolder() + "/parley/market.sqlite", toPath: data.path("parley/market.sqlite"))
    var process = ParleyProcess(in: folder.path)
    process.environment = ["XDG_DATA_HOME": data.path, "HOME": data.path]
    for command in ReadmeCommand.all(in: text) {
      let result = try process.shell(command.line)
      #expect(result.status == 0, "README.md:\(command.number): \(command.line)\n\(result.stderr)")
      guard !command.output.isEmpty else { continue }
      let found = result.stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let expected = command.output.joined(separator: "\n") + "\n"
      if let diff = LineDiff(expected: expected, found: ReadmeCommand.trimmed(found).joined(separator: "\n") + "\n") {
        Issue.record("README.md:\(command.number): \(command.line)\nprints something else:\n\(diff.text)")
      }
    }
  }

  @Test("A block gives its commands, long ones joined, with the output shown")
  func blocks() {
    let text = """
      ```
      $ parley market list \\
          --quiet
      Data set
      rows

      $ make demo
      $ parley --version
      ```
      $ parley outside a block
      """
    let commands = ReadmeCommand.all(in: text)
    #expect(commands.map(\.line) == ["parley market list --quiet", "parley --version"])
    #expect(commands.map(\.output) == [["Data set", "rows"], []])
    #expect(commands.map(\.number) == [2, 8])
  }
}

/// A command of the README with the lines of output shown below it.
struct ReadmeCommand {
  let number: Int
  let line: String
  let output: [String]

  static func all(in text: String) -> [ReadmeCommand] {
    var commands: [ReadmeCommand] = []
    var open: (number: Int, line: String, output: [String])?
    var isInBlock = false
    func close() {
      if let open, open.line.hasPrefix("parley") {
        commands.append(ReadmeCommand(number: open.number, line: open.line, output: trimmed(open.output)))
      }
      open = nil
    }
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        close()
        isInBlock.toggle()
      } else if isInBlock, line.hasPrefix("$ ") {
        close()
        open = (index + 1, String(line.dropFirst(2)), [])
      } else if let command = open?.line, command.hasSuffix("\\") {
        let rest = line.trimmingCharacters(in: .whitespaces)
        open?.line = command.dropLast().trimmingCharacters(in: .whitespaces) + " " + rest
      } else if isInBlock {
        open?.output.append(line)
      }
    }
    close()
    return commands
  }

  /// Without the blank lines at the end.
  static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
