import Dispatch
import Foundation
import GRDB
import Glibc
import Market
import TestSupport
import Testing

@testable import Files

/// Imports by another process, into a library of their own.
@Suite("An import is done whole or not at all, and readers go on", .serialized)
struct SurvivalOfImportTests {
  private static let rows = 1_500
  private let folder: TemporaryFolder
  private let library: String

  init() throws {
    folder = try TemporaryFolder()
    library = try SharedLibrary.copy(into: folder)
    let cells = (0..<Self.rows).map { CanonicalRows.row(level: "level \($0)", value: "\(100_000 + $0)") }
    try folder.write(CanonicalRows.file(cells), to: "pay.csv")
  }

  @Test("Killed at any moment, it leaves the library as it was or complete")
  func killed() throws {
    let begin = ContinuousClock().now
    let whole = try process.run(words)
    #expect(whole.status == 0, "\(whole.stderr)")
    let seconds = (ContinuousClock().now - begin) / .seconds(1)
    try MarketLibrary(path: library).remove("acme")
    let rounds = 14
    for round in 1...rounds {
      let moment = seconds * 1.15 * Double(round) / Double(rounds)
      let result = try process.with { $0.timeout = moment }.run(words)
      #expect(result.status == 0 || result.wasKilled, "\(result.stderr)")
      let cells = try found()
      #expect(cells == 0 || cells == Self.rows, "killed after \(moment) s of \(seconds)")
      #expect(result.wasKilled || cells == Self.rows)
      if cells > 0 { try MarketLibrary(path: library).remove("acme") }
    }
  }

  @Test("Where files may not grow, nothing is lost and it is said")
  func noRoom() throws {
    let line = "ulimit -f 300; parley market import pay.csv --library \(library)"
    let result = try process.shell(line)
    #expect(result.status == 73, "\(result.status) \(result.stderr)")
    #expect(result.stderr.contains("[cannot-write]") && result.stderr.contains("as it was"))
    #expect(try found() == 0)
    #expect(try process.run(words).status == 0)
    #expect(try found() == Self.rows)
  }

  @Test("While it runs, another process reads what there was")
  func readers() throws {
    let ended = DispatchSemaphore(value: 0)
    let (process, words) = (process, words)
    let reader = try MarketLibrary(path: library)
    DispatchQueue.global().async {
      _ = try? process.run(words)
      ended.signal()
    }
    var counts: Set<Int> = []
    repeat {
      let cells = try reader.query { try Int.fetchOne($0, sql: Self.count) ?? 0 }
      counts.insert(cells)
      usleep(2_000)
    } while ended.wait(timeout: .now()) == .timedOut
    #expect(counts.isSubset(of: [0, Self.rows]) && counts.contains(0))
    #expect(try found() == Self.rows)
  }

  @Test("While another process is in the middle of a change, a command answers")
  func writerInTheMiddle() throws {
    let writer = try MarketLibrary(path: library)
    let result = try writer.perform { database in
      try database.execute(sql: "UPDATE cell SET p50 = p50 + 1")
      return try process.run("market", "show", "--role", "CIO", "--location", "Ohio", "--library", library)
    }
    #expect(result.status == 0, "\(result.stderr)")
  }

  private static let count = "SELECT count(*) FROM cell JOIN dataset ON dataset.id = cell.dataset WHERE name = 'acme'"

  private var process: ParleyProcess { ParleyProcess(in: folder.path) }
  private var words: [String] { ["market", "import", "pay.csv", "--library", library] }

  /// The cells of the imported data set, in a library that SQLite finds sound.
  private func found() throws -> Int {
    let (verdict, orphans, cells) = try MarketLibrary(path: library).query { database in
      (
        try String.fetchAll(database, sql: "PRAGMA integrity_check"),
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count,
        try Int.fetchOne(database, sql: Self.count) ?? 0
      )
    }
    #expect(verdict == ["ok"] && orphans == 0)
    return cells
  }
}
