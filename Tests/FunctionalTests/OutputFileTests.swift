import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Results go to a file whole or not at all")
struct OutputFileTests {
  static let show = ["market", "show", "--role", "CIO", "--location", "Ohio", "--as-of", "2026-11-21"]

  @Test("The extension sets the format, -O overrides it", arguments: ["csv", "tsv", "json", "jsonl", "md", "txt"])
  func format(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let process = ParleyProcess(in: folder.path)
    let names = ["md": "markdown", "txt": "table"]
    #expect(try process.run(Self.show + ["-o", "out.\(ending)", "--quiet"]).stderr.isEmpty)
    let direct = try process.run(Self.show + ["-O", names[ending] ?? ending])
    #expect(try folder.text(of: "out.\(ending)") == direct.stdout)
    #expect(try process.run(Self.show + ["-o", "out.\(ending)", "-O", "csv"]).status == 0)
    #expect(try folder.text(of: "out.\(ending)").hasPrefix("dataset,role,soc,"))
    #expect(folder.names == ["out.\(ending)"], "nothing else is left behind")
  }

  @Test("A dash is standard output")
  func dash() throws {
    #expect(try ParleyProcess().run(Self.show + ["-o", "-"]).output == ParleyProcess().run(Self.show).output)
  }

  @Test("A bad run leaves the file as it was")
  func badRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept\n", to: "out.csv")
    let bad: [[String]] = [
      ["market", "show", "--role", "Zeppelin Pilot", "-o", "out.csv"],
      Self.show + ["--fields", "nonsense", "-o", "out.csv"], Self.show + ["-O", "nonsense", "-o", "out.csv"],
      ["value", "nowhere.yaml", "-o", "out.csv"],
    ]
    for words in bad {
      #expect(try ParleyProcess(in: folder.path).run(words).status != 0)
      #expect(try folder.text(of: "out.csv") == "kept\n")
    }
    #expect(folder.names == ["out.csv"])
  }

  @Test("A folder that cannot be written is 73, and says so")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file\n", to: "file")
    // Permissions do not bind the superuser; a path below a file, or in /proc, binds everyone.
    for path in ["file/out.csv", "nowhere/out.csv", "/proc/out.csv", "."] {
      let result = try ParleyProcess(in: folder.path).run(Self.show + ["-O", "csv", "-o", path])
      #expect(result.status == 73, "\(path): \(result.stderr)")
      #expect(result.stderr.contains("[cannot-write] \(path)"))
    }
  }

  @Test("A link is followed, and what is no plain file is written to, not replaced")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "real.csv")
    #expect(symlink("real.csv", folder.path("link.csv")) == 0)
    #expect(try ParleyProcess(in: folder.path).run(Self.show + ["-o", "link.csv"]).status == 0)
    #expect(try folder.text(of: "real.csv").hasPrefix("dataset,"))
    var status = stat()
    #expect(lstat(folder.path("link.csv"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(symlink("/dev/null", folder.path("sink.csv")) == 0)
    #expect(try ParleyProcess(in: folder.path).run(Self.show + ["-o", "sink.csv"]).status == 0)
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A full disk below standard output is 74, and says so")
  func fullDisk() throws {
    let result = try ParleyProcess().with { $0.outputPath = "/dev/full" }.run(Self.show)
    #expect(result.status == 74)
    #expect(result.stderr.contains("[input-output]"))
  }

  @Test("A reader that stops early ends the program without a word")
  func closedPipe() throws {
    let result = try ParleyProcess().shell("parley market locations -O csv | head -n 1")
    #expect(result.stdout == "location,name,kind,state,employment\n" && result.stderr.isEmpty)
  }
}
