import Foundation
import Glibc
import TestSupport
import Testing

@Suite("parley init gives a project that works, and never writes over one")
struct InitTests {
  @Test("Without a name the folder is parley-offers; nothing else is left behind")
  func usual() throws {
    let folder = try TemporaryFolder()
    let result = try ParleyProcess(in: folder.path).run("init")
    #expect(result.status == 0 && result.stderr.isEmpty)
    #expect(result.stdout.contains("  parley negotiate parley-offers\n"))
    #expect(folder.names == ["parley-offers"])
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("parley-offers")).sorted()
    #expect(written == ["notes.md", "scenario.yaml"])
    for name in written {
      let shipped = BuiltProgram.packageFolder + "/MarketData/example/" + name
      #expect(try folder.text(of: "parley-offers/" + name) == String(contentsOfFile: shipped, encoding: .utf8))
    }
  }

  @Test("A folder that is there may hold other files", arguments: [".", "sub folder/deep"])
  func other(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("kept\n", to: "other.txt")
    let result = try ParleyProcess(in: folder.path).run("init", name)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(try folder.text(of: "other.txt") == "kept\n")
    #expect(try ParleyProcess(in: folder.path).run("value", name).status == 0)
    if name.contains(" ") { #expect(result.stdout.contains("parley value '\(name)'")) }
  }

  @Test("One file in the way refuses all", arguments: ["scenario.yaml", "notes.md"])
  func inTheWay(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: name)
    let result = try ParleyProcess(in: folder.path).run("init", ".")
    #expect(result.status == 73)
    #expect(result.stderr.contains("[cannot-write] ./\(name): is there already; nothing was written"))
    #expect(result.stdout.isEmpty)
    #expect(folder.names == [name])
    #expect(try folder.text(of: name) == "mine\n")
  }

  @Test("A link that leads nowhere, or a file for a folder, is in the way too")
  func links() throws {
    let folder = try TemporaryFolder()
    #expect(symlink("nowhere", folder.path("notes.md")) == 0)
    #expect(try ParleyProcess(in: folder.path).run("init", ".").status == 73)
    try folder.write("a file\n", to: "file")
    let result = try ParleyProcess(in: folder.path).run("init", "file")
    #expect(result.status == 73)
    #expect(result.stderr.contains("[cannot-write] file/scenario.yaml"))
    #expect(folder.names == ["file", "notes.md"])
  }

  @Test("Away from a terminal nothing is asked, and quiet says nothing")
  func notAsked() throws {
    let folder = try TemporaryFolder()
    let process = ParleyProcess(in: folder.path).with { $0.input = Array("999k\nSeattle\nCTO\n".utf8) }
    let result = try process.run("init", "--quiet")
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(try folder.text(of: "parley-offers/scenario.yaml").contains("base: 178k "))
  }

  static let canActAsTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  @Test("On a terminal three answers are read, checked and put in", .enabled(if: canActAsTerminal))
  func asked() throws {
    let folder = try TemporaryFolder()
    let answers = ["18Ok", "185", "$191,500", "Lundon", "columbus", "cloud wizard", "Program Manager"]
    let process = ParleyProcess(in: folder.path).with {
      $0.input = Array((answers.joined(separator: "\n") + "\n").utf8)
    }
    let result = try process.shell("script -qec 'parley init' /dev/null")
    #expect(result.status == 0)
    #expect(result.stdout.contains("Your base salary a year [178k]: "))
    #expect(result.stdout.contains("did you mean 180k?"), "\(result.stdout)")
    #expect(result.stdout.contains("there is no place \"Lundon\"") || result.stdout.contains("Lundon"))
    #expect(result.stdout.contains("also Columbus, GA"), "a name of three places says which")
    let text = try folder.text(of: "parley-offers/scenario.yaml")
    #expect(text.contains("    base: $191,500              # pay a year"), "a comment keeps its column")
    #expect(text.components(separatedBy: "location: columbus\n").count == 2)
    #expect(text.components(separatedBy: "role: Program Manager").count == 3)
    #expect(try ParleyProcess(in: folder.path).run("value", "parley-offers").status == 0)
  }

  @Test("Enter keeps the example's values, and so does the end of the input", .enabled(if: canActAsTerminal))
  func kept() throws {
    for input in ["\n\n\n", "\u{4}"] {
      let folder = try TemporaryFolder()
      let process = ParleyProcess(in: folder.path).with { $0.input = Array(input.utf8) }
      #expect(try process.shell("script -qec 'parley init' /dev/null").status == 0)
      let shipped = BuiltProgram.packageFolder + "/MarketData/example/scenario.yaml"
      #expect(
        try folder.text(of: "parley-offers/scenario.yaml") == String(contentsOfFile: shipped, encoding: .utf8))
    }
  }
}
