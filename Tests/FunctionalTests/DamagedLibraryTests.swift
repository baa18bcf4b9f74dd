import Foundation
import TestSupport
import Testing

@Suite("A damaged library is moved aside and made anew")
struct DamagedLibraryTests {
  private let folder: TemporaryFolder
  private let library: String
  private let process: ParleyProcess
  private let show = ["market", "show", "--role", "CIO", "--location", "Ohio"]

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

  @Test("In the default place the answer comes all the same, and the surveys to import again are named")
  func replaced() throws {
    let before = try process.run(show)
    try damage(from: 8_192)
    let after = try process.run(show)
    #expect(after.status == 0 && !after.stdout.isEmpty && before.status == 0)
    #expect(after.stderr.contains("[damaged-library] \(library)") && after.stderr.contains("\(library).corrupt-1"))
    #expect(names == ["market.sqlite", "market.sqlite.corrupt-1"])
    // Nothing more is said the next time.
    #expect(try process.run(show).stderr.contains("damaged") == false)
  }

  @Test("What is no database at all is moved aside too, each under a name of its own")
  func noDatabase() throws {
    for number in 1...2 {
      try Data("not a database, not at all\n".utf8).write(to: URL(fileURLWithPath: library))
      let result = try process.run(show)
      #expect(result.status == 0 && result.stderr.contains(".corrupt-\(number)"), "\(result.stderr)")
      #expect(result.stderr.contains("import them again from their files"))
    }
    #expect(names == ["market.sqlite", "market.sqlite.corrupt-1", "market.sqlite.corrupt-2"])
  }

  @Test("Where the list of surveys can be read, the commands that bring them back are printed")
  func surveys() throws {
    try damage(from: 1_000_000)
    let result = try process.run(["market", "import", "pay.csv", "--name", "other"])
    guard result.status != 0 else { return }
    #expect(result.stderr.contains("parley market import \(folder.path("pay.csv")) --name mine"))
    #expect(result.stderr.contains("run the command again"))
    #expect(try process.run("market", "import", "pay.csv", "--name", "mine").status == 0)
  }

  @Test("A library that was named stays where it is, and how to go on is said")
  func named() throws {
    try damage(from: 4_096)
    let result = try process.run(show + ["--library", library])
    #expect(result.status == 74 && result.stderr.contains("move it away"))
    #expect(names == ["market.sqlite"])
  }

  private var names: [String] {
    // Journals come and go with the file that they belong to.
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path("parley"))) ?? [])
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }

  /// Overwrites the file from an offset to its end.
  private func damage(from offset: UInt64) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: library))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(repeating: 0xAA, count: Int(size - offset)))
    try handle.close()
  }
}
