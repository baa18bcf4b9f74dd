import Foundation
import TestSupport
import Testing

@Suite("Colours are for terminals")
struct ColorTests {
  static let words = ["negotiate", "--role", "CIO", "--location", "Ohio", "--as-of", "2026-11-21"]

  @Test("Always means always, never and auto in a pipe mean none")
  func choice() throws {
    let plain = try ParleyProcess().run(Self.words)
    #expect(!plain.stdout.contains("\u{1B}"))
    #expect(try ParleyProcess().run(Self.words + ["--color", "never"]).output == plain.output)
    let colored = try ParleyProcess().run(Self.words + ["--color", "always"])
    #expect(colored.stdout.contains("\u{1B}["))
    #expect(colored.stdout.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.stdout)
  }

  @Test("NO_COLOR keeps to itself, and --color always is the louder wish")
  func noColor() throws {
    let process = ParleyProcess().with { $0.environment["NO_COLOR"] = "1" }
    #expect(!(try process.run(Self.words).stdout.contains("\u{1B}")))
    #expect(try process.run(Self.words + ["--color", "always"]).stdout.contains("\u{1B}["))
  }

  @Test("Programs never get colours")
  func programs() throws {
    for format in ["json", "csv", "tsv", "jsonl", "markdown"] {
      let result = try ParleyProcess().run(Self.words + ["--color", "always", "-O", format])
      #expect(result.status == 0 && !result.stdout.contains("\u{1B}"), "\(format)")
    }
  }

  static let canActAsTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  @Test("On a terminal there are colours, unless NO_COLOR or a dumb terminal says no", .enabled(if: canActAsTerminal))
  func terminal() throws {
    let line = "parley negotiate --role CIO --location Ohio --as-of 2026-11-21"
    let onTerminal = "script -qec '\(line)' /dev/null"
    let process = ParleyProcess()
    #expect(try process.shell(onTerminal).stdout.contains("\u{1B}["))
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
      let quiet = try process.with { $0.environment[name] = value }.shell(onTerminal)
      #expect(quiet.stdout.contains("CIO") || quiet.stdout.contains("Chief Information Officer"))
      #expect(!quiet.stdout.contains("\u{1B}["), "\(name)")
    }
  }
}
