import Foundation
import TestSupport
import Testing

@Suite("Every command explains itself")
struct HelpTests {
  /// All commands, found as a user would: from the lists of subcommands.
  static let commands: [[String]] = {
    var found: [[String]] = [[]]
    var index = 0
    while index < found.count {
      let path = found[index]
      index += 1
      guard let help = try? ParleyProcess().run(path + ["--help"]).stdout,
        let list = help.components(after: "SUBCOMMANDS:\n")
      else { continue }
      for line in list.split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") {
        if let name = line.split(separator: " ").first, name != "See" { found.append(path + [String(name)]) }
      }
    }
    return found
  }()

  @Test("Its help shows an example and fits 80 columns", arguments: commands)
  func help(_ path: [String]) throws {
    let result = try ParleyProcess().run(path + ["--help"])
    #expect(result.status == 0 && result.stderr.isEmpty)
    let lines = result.stdout.split(separator: "\n")
    for line in lines { #expect(line.count <= 80, "\(line)") }
    let name = (["parley"] + path).joined(separator: " ")
    // In the words before the usage; completion scripts are sourced, so not only at the start of a line.
    let examples = lines.prefix { !$0.hasPrefix("USAGE:") }.filter { $0.hasPrefix("  ") && $0.contains(name) }
    #expect(!examples.isEmpty, "no example of \(name)")
    #expect(lines.contains { $0.hasPrefix("USAGE: \(name)") })
    #expect(try ParleyProcess().run(["help"] + path).stdout == result.stdout)
  }

  @Test("The list of commands is not empty")
  func notEmpty() { #expect(Self.commands.count > 8) }
}

extension String {
  /// What follows a text; nil when it is not there.
  fileprivate func components(after text: String) -> Substring? {
    range(of: text).map { self[$0.upperBound...] }
  }
}
