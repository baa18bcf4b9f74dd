import TestSupport
import Testing

@Suite("Quiet is quiet, and a reader that stops early ends the program without a word")
struct QuietTests {
  static let show = ["market", "show", "--as-of", "2026-11-21"]
  static let noted: [[String]] = [
    show + ["--role", "CIO", "--location", "Columbus"], show + ["--role", "VP of IT", "--location", "Portland"],
    ["negotiate", "--role", "CIO", "--location", "Denver"],
    ["negotiate", "Scenarios/it-director-denver-seattle"],
    ["value", "Tests/FunctionalTests/Cases/value/euro/scenario.yaml"],
  ]

  @Test("Notes go to standard error, and --quiet keeps them back", arguments: noted)
  func notes(_ words: [String]) throws {
    let process = ParleyProcess(in: BuiltProgram.packageFolder)
    let usual = try process.run(words)
    let quiet = try process.run(words + ["--quiet"])
    #expect(!usual.stderr.isEmpty, "no note to keep back")
    #expect(quiet.stderr.isEmpty && quiet.status == 0)
    #expect(quiet.output == usual.output)
  }

  @Test("The first run, a written file and rows left out are said, but not under --quiet")
  func doings() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "role,location,statistic,value,effective_date\nCIO,US,p50,250000,2026-03-01\n,,,,\n", to: "pay.csv")
    let runs = [
      ["market", "list", "-o", "list.csv", "--library"],
      ["market", "import", "pay.csv", "--skip-bad", "--library"],
    ]
    for (index, words) in runs.enumerated() {
      let process = ParleyProcess(in: folder.path)
      #expect(try !process.run(words + ["said-\(index).sqlite"]).stderr.isEmpty)
      let quiet = try process.run(words + ["quiet-\(index).sqlite", "--quiet"])
      #expect(quiet.stderr.isEmpty && quiet.status == 0)
    }
  }

  @Test("An error is said all the same")
  func errors() throws {
    let result = try ParleyProcess().run("market", "show", "--role", "Zeppelin Pilot", "--quiet")
    #expect(result.status == 64 && result.stderr.contains("[unknown-role]"))
  }

  @Test("A pipe closed before the first byte", arguments: ["table", "csv", "json", "jsonl", "markdown"])
  func closedPipe(_ format: String) throws {
    let folder = try TemporaryFolder()
    // The reader is gone before the program writes, so that no byte can be held in the pipe.
    let line = "{ sleep 0.2; parley market locations -O \(format); echo $? > status; } | true"
    let result = try ParleyProcess(in: folder.path).shell(line)
    #expect(result.stderr.isEmpty)
    #expect(try folder.text(of: "status") == "0\n")
  }

  @Test("A pipe closed after a line", arguments: ["table", "csv", "json"])
  func head(_ format: String) throws {
    let folder = try TemporaryFolder()
    let line = "{ parley market locations -O \(format); echo $? > status; } | head -n 1"
    let result = try ParleyProcess(in: folder.path).shell(line)
    #expect(result.stderr.isEmpty && result.stdout.split(separator: "\n").count == 1)
    #expect(try folder.text(of: "status") == "0\n")
  }

  @Test("Notes that nobody reads do not cost the result")
  func closedErrors() throws {
    let folder = try TemporaryFolder()
    let line = "{ sleep 0.2; parley negotiate --role CIO --location Denver -O csv > out; } 2>&1 | true"
    _ = try ParleyProcess(in: folder.path).shell(line)
    #expect(try folder.text(of: "out").hasPrefix("figure,amount,"))
  }
}
