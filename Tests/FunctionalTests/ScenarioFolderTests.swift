import Foundation
import Quantities
import TestSupport
import Testing

/// Every folder of `Scenarios/` carries its results: `commands` names them, a line each, as
/// `parley value . > expected-value.txt`, run in the folder.
@Suite("Shipped scenarios give their recorded results")
struct ScenarioFolderTests {
  static let folders: [String] = {
    let scenarios = BuiltProgram.packageFolder + "/Scenarios"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarios)) ?? []
    return names.sorted().map { scenarios + "/" + $0 }.filter {
      FileManager.default.fileExists(atPath: $0 + "/scenario.yaml")
    }
  }()

  @Test("Each command prints its expected file to the byte", arguments: folders)
  func expected(_ folder: String) throws {
    let commands = try String(contentsOfFile: folder + "/commands", encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(!commands.isEmpty, "commands names nothing")
    for line in commands {
      let parts = line.components(separatedBy: " > ")
      let words = ShellWords.split(parts[0])
      try #require(parts.count == 2 && words.first == "parley", "no command with its file: \(line)")
      let result = try ParleyProcess(in: folder).run(Array(words.dropFirst()))
      #expect(result.status == 0, "\(line): \(result.stderr)")
      if let complaint = try Recording.complaint(file: folder + "/" + parts[1], found: result.stdout) {
        Issue.record("\(complaint)")
      }
    }
  }

  @Test("There are scenarios, so an empty folder is not a success")
  func notEmpty() { #expect(!Self.folders.isEmpty) }
}
