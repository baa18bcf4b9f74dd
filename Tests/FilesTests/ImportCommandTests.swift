import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Importing by command is all or nothing")
struct ImportCommandTests {
  private let folder: TemporaryFolder
  private let library: String
  private let parley: ParleyProcess

  init() throws {
    folder = try TemporaryFolder()
    library = try SharedLibrary.copy(into: folder)
    parley = ParleyProcess(in: folder.path)
  }

  private func run(_ words: String...) throws -> ProcessResult {
    try parley.run(["market"] + words + ["--library", library])
  }

  private func listing() throws -> String { try run("list", "-O", "json").stdout }

  @Test("A file with faults is 65 and leaves the library to the byte")
  func refused() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: library))
    try folder.write(CanonicalRows.file([CanonicalRows.row(), CanonicalRows.row(value: "18O000")]), to: "bad.csv")
    let result = try run("import", "bad.csv")
    #expect(result.status == 65 && result.output.isEmpty)
    #expect(result.stderr.contains("bad.csv:3:20: error: [pay-not-a-number]"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: library)) == before)
  }

  @Test("Of two files with one bad, none is imported")
  func oneBad() throws {
    let before = try listing()
    try folder.write(CanonicalRows.file([CanonicalRows.row(dataset: "good")]), to: "good.csv")
    try folder.write(CanonicalRows.file([CanonicalRows.row(dataset: "bad", value: "x")]), to: "bad.csv")
    #expect(try run("import", "good.csv", "bad.csv").status == 65)
    #expect(try listing() == before)
    #expect(try run("import", "good.csv", "nowhere.csv").status == 66)
    #expect(try listing() == before)
  }

  @Test("Two different surveys from standard input are two imports, and a pipe works like a file")
  func streams() throws {
    let texts = ["a", "b"].map { CanonicalRows.file([CanonicalRows.row(dataset: $0)]) }
    for text in texts {
      let result = try parley.with { $0.input = Array(text.utf8) }
        .run("market", "import", "-", "--library", library, "-O", "json")
      #expect(result.status == 0 && result.stdout.contains("\"outcome\": \"imported\""), "\(result.stderr)")
    }
    try folder.write(CanonicalRows.file([CanonicalRows.row(dataset: "c")]), to: "c.csv")
    let piped = try parley.shell(
      "mkfifo pipe && (cat c.csv > pipe &) && parley market import pipe --library '\(library)' -O json")
    #expect(piped.status == 0 && piped.stdout.contains("\"outcome\": \"imported\""), "\(piped.stderr)")
    let names = try run("list", "-O", "csv", "--fields", "dataset").stdout
    #expect(names == "dataset\nbls-oews-2025-05\na\nb\nc\n")
  }

  @Test("A bad choice of format or columns is found before anything changes")
  func usageFirst() throws {
    let before = try listing()
    try folder.write(CanonicalRows.file([CanonicalRows.row()]), to: "pay.csv")
    #expect(try run("import", "pay.csv", "-O", "nonsense").status == 64)
    #expect(try run("import", "pay.csv", "--fields", "nonsense").status == 64)
    #expect(try run("import", "pay.csv", "-o", "out.pdf").status == 64)
    #expect(try listing() == before)
    #expect(try run("import", "pay.csv").status == 0)
    let after = try listing()
    #expect(try run("remove", "acme", "-O", "nonsense").status == 64)
    #expect(try listing() == after)
  }

  @Test("A kill at any moment leaves the library usable, with all of the data set or none")
  func killed() throws {
    let rows = 20_000
    var lines: [String] = []
    for index in 0..<rows / 2 {
      lines.append(CanonicalRows.row(dataset: "large", level: "\(index)", statistic: "p50", value: "200000"))
      lines.append(CanonicalRows.row(dataset: "large", level: "\(index)", statistic: "p75", value: "250000"))
    }
    try folder.write(CanonicalRows.file(lines), to: "large.csv")
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try run("import", "large.csv").status == 0)
    let whole = start.duration(to: clock.now)
    let seconds = Double(whole.components.attoseconds) / 1e18 + Double(whole.components.seconds)
    #expect(try run("remove", "large").status == 0)
    var kills = 0
    for share in [0.5, 0.8, 0.9, 0.97] {
      let result = try parley.with { $0.timeout = seconds * share }
        .run("market", "import", "large.csv", "--library", library)
      if result.wasKilled { kills += 1 }
      let held = try DatabaseQueue(path: library).read { database in
        (
          check: try String.fetchOne(database, sql: "PRAGMA integrity_check"),
          sets: try Int.fetchOne(database, sql: "SELECT count(*) FROM dataset WHERE name = 'large'"),
          cells: try Int.fetchOne(database, sql: "SELECT count(*) FROM cell WHERE role = 'cio' AND level <> ''")
        )
      }
      #expect(held.check == "ok")
      #expect((held.sets, held.cells) == (0, 0) || (held.sets, held.cells) == (1, rows / 2), "\(share): \(held)")
      #expect(try run("show", "--role", "CIO", "--location", "Ohio").status == 0)
      if held.sets == 1 { #expect(try run("remove", "large").status == 0) }
    }
    #expect(kills > 0, "no run was killed in time")
    #expect(try run("import", "large.csv").status == 0)
  }
}
