import Foundation
import TestSupport
import Testing

@Suite("A damaged library is moved aside and made anew")
struct DamagedLibraryTests {
  private let folder: TemporaryFolder
  private let library: String
  private let process: ParleyProcess
  private let imports = "market.sqlite.imports"
  private let mine = [
    "market", "show", "--role", "CIO", "--source", "mine", "--as-of", "2026-03-01", "-O", "csv",
  ]

  /// A library in the default place with a survey of the user's.
  init() throws {
    folder = try TemporaryFolder()
    let place = folder.path("parley")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    library = place + "/market.sqlite"
    try FileManager.default.moveItem(atPath: try SharedLibrary.copy(into: folder), toPath: library)
    let home = folder.path
    process = ParleyProcess(in: folder.path).with { $0.environment["XDG_DATA_HOME"] = home }
    try folder.write("role,location,statistic,value,effective_date\nCIO,US,p50,300000,2026-03\n", to: "pay.csv")
    #expect(try process.run("market", "import", "pay.csv", "--name", "mine").status == 0)
  }

  @Test("In the default place the answer comes all the same, with the surveys imported again")
  func replaced() throws {
    let before = try process.run(mine)
    try damage(from: 8_192)
    let after = try process.run(mine)
    #expect(before.status == 0 && before.stdout.contains("p50,300000"), "\(before.stderr)")
    #expect(after.stdout == before.stdout, "\(after.stderr)")
    #expect(after.stderr.contains("[damaged-library] \(library)") && after.stderr.contains("\(library).corrupt-1"))
    #expect(after.stderr.contains("imported again: mine from \(folder.path("pay.csv"))"))
    #expect(names == ["market.sqlite", "market.sqlite.corrupt-1", "market.sqlite.corrupt-1.imports", imports])
    // Nothing more is said the next time.
    #expect(try process.run(mine).stderr.contains("damaged") == false)
  }

  @Test("What is no database at all is moved aside too, each under a name of its own")
  func noDatabase() throws {
    for number in 1...2 {
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: library + suffix) }
      try Data("not a database, not at all\n".utf8).write(to: URL(fileURLWithPath: library))
      let result = try process.run(mine)
      #expect(result.status == 0 && result.stderr.contains(".corrupt-\(number)"), "\(result.stderr)")
    }
    #expect(names.filter { !$0.hasSuffix("imports") }.count == 3)
  }

  @Test("A rebuild that is killed at any moment is finished by the next command")
  func killed() throws {
    for seconds in [0.02, 0.08, 0.15, 0.25, 0.4, 0.7, 1.1] {
      try damage(from: 8_192)
      _ = try process.with { $0.timeout = seconds }.run("market", "list")
      let after = try process.run(mine)
      #expect(after.status == 0 && after.stdout.contains("p50,300000"), "\(seconds): \(after.stderr)")
    }
    #expect(!names.contains { $0.contains(".new") })
    // As between the two renames.
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: library + suffix) }
    let after = try process.run(mine)
    #expect(after.stdout.contains("p50,300000") && after.stderr.contains("it is not there any more"), "\(after.stderr)")
  }

  @Test("Of commands that meet the damage together one makes the library anew, and all have the survey")
  func together() throws {
    try damage(from: 8_192)
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      if let result = try? process.run(mine) { results.add(result) }
    }
    #expect(results.all.count == 4)
    for result in results.all { #expect(result.stdout.contains("p50,300000"), "\(result.stderr)") }
    #expect(results.all.filter { $0.stderr.contains("imported again") }.count == 1)
    #expect(names.filter { $0.contains("corrupt") && !$0.hasSuffix("imports") }.count == 1)
  }

  @Test("What was removed of a file is not brought back with the rest of it")
  func removed() throws {
    let rows = "CIO,US,p50,290000,2025-09,old\nCIO,US,p50,310000,2026-03,new\n"
    try folder.write("role,location,statistic,value,effective_date,dataset\n" + rows, to: "two.csv")
    #expect(try process.run("market", "import", "two.csv").status == 0)
    #expect(try process.run("market", "remove", "old").status == 0)
    #expect(try String(contentsOfFile: library + ".imports", encoding: .utf8).hasSuffix("parley market remove old\n"))
    try damage(from: 8_192)
    let result = try process.run("market", "list", "-O", "csv", "--fields", "dataset")
    #expect(result.stderr.contains("imported again: new from"), "\(result.stderr)")
    #expect(result.stdout.split(separator: "\n").filter { ["mine", "new", "old"].contains($0) } == ["mine", "new"])
  }

  @Test("A survey whose file has gone or changed is named with the command that brings it back")
  func filesGone() throws {
    try folder.write("role,location,statistic,value,effective_date\nCTO,US,p50,310000,2026-03\n", to: "cto.csv")
    #expect(try process.run("market", "import", "cto.csv").status == 0)
    try folder.write("role,location,statistic,value,effective_date\nCTO,US,p50,320000,2026-03\n", to: "cto.csv")
    try FileManager.default.removeItem(atPath: folder.path("pay.csv"))
    try damage(from: 0)
    let result = try process.run(["market", "list"])
    #expect(result.stderr.contains("mine: \(folder.path("pay.csv")) is not there any more; import it again: parley"))
    #expect(result.stderr.contains("cto: \(folder.path("cto.csv")) has changed since; import it again: parley"))
    #expect(result.status == 0 && !result.stdout.contains("mine"))
    #expect(!result.stderr.contains("[lost-survey]"))
    // Each command says it until they are back, or given up.
    let show = ["market", "show", "--role", "CIO", "--as-of", "2026-03-01"]
    let next = try process.run(show)
    #expect(next.stderr.contains("[lost-survey] mine did not come back") && next.stderr.contains("[lost-survey] cto"))
    #expect(try process.run("market", "import", "cto.csv").status == 0)
    #expect(try process.run(show).stderr.contains("cto") == false)
    #expect(try process.run("market", "remove", "mine").status == 0)
    #expect(try process.run(show).stderr.contains("[lost-survey]") == false)
  }

  @Test("A survey whose profile was changed after the import is not brought back with other figures")
  func profileChanged() throws {
    try folder.write("Title,Location,P50\nCIO,US,300000\n", to: "cells.csv")
    #expect(try process.run("market", "import", "cells.csv", "--effective", "2026-03").status == 0)
    let profile = folder.path("cells.csv.profile.yaml")
    let text = try String(contentsOfFile: profile, encoding: .utf8)
    try damage(from: 8_192)
    #expect(try process.run(["market", "list"]).stderr.contains("imported again: cells from"))
    let edited = text.replacingOccurrences(of: "thousands: no", with: "thousands: yes")
    try Data(edited.replacingOccurrences(of: "10000000]", with: "1000000000]").utf8).write(
      to: URL(fileURLWithPath: profile))
    try damage(from: 8_192)
    let result = try process.run(["market", "list"])
    #expect(result.stderr.contains("cells.csv has changed since; import it again: parley"), "\(result.stderr)")
    #expect(try process.run(["market", "list"]).stderr.contains("[lost-survey] cells"))
  }

  @Test("An emptied library is one that was damaged, as long as the list of imports says what it had")
  func emptied() throws {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: library + suffix) }
    try Data().write(to: URL(fileURLWithPath: library))
    let result = try process.run(mine)
    #expect(result.status == 0 && result.stderr.contains("it is empty"), "\(result.stderr)")
    #expect(result.stdout.contains("p50,300000"))
  }

  @Test("A change waits for the command to be run again")
  func change() throws {
    try damage(from: 0)
    let result = try process.run(["market", "remove", "mine"])
    #expect(result.status == 74 && result.stderr.contains("run the command again"))
    #expect(try process.run(["market", "remove", "mine"]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: library + ".imports")).split(separator: 10).count == 1)
  }

  @Test("A library that was named stays where it is, and how to go on is said")
  func named() throws {
    try damage(from: 4_096)
    let result = try process.run(mine + ["--library", library])
    #expect(result.status == 74 && result.stderr.contains("move it away"))
    #expect(result.stderr.contains("\(library).imports") && names == ["market.sqlite", imports])
  }

  @Test("A part of a library is not exported for the whole of it, nor are its first cells printed")
  func exported() throws {
    let export = ["market", "export", "--library", library, "-o"]
    try damage(from: 1_000_000, count: 16_000)
    let result = try process.run(export + ["all.csv"])
    #expect(result.status == 74 && result.stderr.contains("is not a usable market library"), "\(result.stderr)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("all.csv")))
    let printed = try process.run(export + ["-"])
    #expect(printed.status == 74 && printed.stdout.isEmpty)
  }

  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var held: [ProcessResult] = []

    var all: [ProcessResult] { lock.withLock { held } }
    func add(_ result: ProcessResult) { lock.withLock { held.append(result) } }
  }

  private var names: [String] {
    // Journals come and go with the file that they belong to.
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path("parley"))) ?? [])
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }

  /// Overwrites the file from an offset to its end, or so many bytes.
  private func damage(from offset: UInt64, count: Int? = nil) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: library))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(repeating: 0xAA, count: count ?? Int(size - offset)))
    try handle.close()
  }
}
