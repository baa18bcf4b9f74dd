import Foundation
import GRDB
import Glibc
import Market
import TestSupport
import Testing

@testable import Files

@Suite("The library keeps what it has")
struct LibraryTests {
  private let bench: SurveyBench

  init() throws { bench = try SurveyBench() }

  @Test("The same file again is known, and nothing changes")
  func known() throws {
    let first = try bench.read(CanonicalRows.file([CanonicalRows.row()]))[0]
    #expect(try !bench.library.store(first).isKnown)
    let before = try bench.dump()
    let again = try bench.library.store(first)
    #expect(again.isKnown && !again.isReplacement && again.dataset.name == "acme")
    #expect(try bench.dump() == before)
  }

  @Test("Another file for the same data set replaces it; the same file under another name or month too")
  func replaced() throws {
    let first = CanonicalRows.file([CanonicalRows.row()])
    _ = try bench.library.store(try bench.read(first)[0])
    let changed = CanonicalRows.file([CanonicalRows.row(value: "310000")])
    #expect(try bench.library.store(try bench.read(changed)[0]).isReplacement)
    let renamed = try bench.library.store(try bench.read(changed, .init(name: "mine"))[0])
    #expect(renamed.formerName == "acme" && !renamed.isReplacement)
    #expect(try bench.library.datasets().map(\.name) == ["mine"])
    #expect(try bench.library.cells(dataset: "mine", role: "cio", location: "US").first?.pay(at: 0.5) == 310_000)
  }

  @Test("Removing undoes an import")
  func removed() throws {
    let before = try bench.dump()
    _ = try bench.library.store(try bench.read(CanonicalRows.file([CanonicalRows.row()]))[0])
    #expect(try bench.dump() != before)
    try bench.library.remove("acme")
    #expect(try bench.dump() == before)
  }

  @Test("A shipped data set keeps its name and is not removed")
  func shipped() throws {
    var survey = try bench.read(CanonicalRows.file([CanonicalRows.row()]))[0]
    let own = survey.dataset
    survey.dataset = MarketDataset(
      name: "official", title: own.title, series: own.series, sourceKind: own.sourceKind, publisher: own.publisher,
      release: own.release, effective: own.effective, currency: own.currency, licence: own.licence,
      reference: own.reference, digest: own.digest, isShipped: true, rows: own.rows)
    _ = try bench.library.store(survey)
    let before = try bench.dump()
    let rival = try bench.read(CanonicalRows.file([CanonicalRows.row(dataset: "official", value: "310000")]))[0]
    #expect(throws: BadInput.self) { try bench.library.store(rival) }
    // The very figures are an export of it.
    let copy = [CanonicalRows.row(dataset: "official"), CanonicalRows.row(dataset: "own")]
    let outcomes = try bench.library.store(try bench.read(CanonicalRows.file(copy)))
    #expect(outcomes.map(\.isKnown) == [true, false] && outcomes[0].dataset.isShipped)
    try bench.library.remove("own")
    try bench.library.remove("official")
    #expect(try bench.dump() == before)
  }

  @Test("A library of a newer version is refused in clear words, and not touched")
  func newer() throws {
    let path = bench.folder.path("newer.sqlite")
    _ = try MarketLibrary(path: path)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let result = try ParleyProcess().run("market", "list", "--library", path)
    #expect(result.status == 74)
    #expect(result.stderr.contains("version 99, written by a newer parley") && result.stderr.contains("update parley"))
    #expect(try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 99)
  }

  @Test("A damaged library is named, with a way out")
  func damaged() throws {
    let path = try SharedLibrary.copy(into: bench.folder)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seek(toOffset: 4_096)
    try handle.write(contentsOf: Data(repeating: 0xAA, count: 200_000))
    try handle.close()
    let words = ["market", "show", "--role", "CIO", "--location", "Ohio", "--library", path]
    let result = try ParleyProcess().run(words)
    #expect(result.status == 74)
    #expect(result.stderr.contains("[input-output] \(path): is not a usable market library"))
    #expect(result.stderr.contains("move it away"))
  }

  @Test("The database of another program is left alone")
  func foreign() throws {
    let path = bench.folder.path("photos.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE photo (name TEXT)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let result = try ParleyProcess().run("market", "list", "--library", path)
    #expect(result.status == 74 && result.stderr.contains("another program"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("A folder that cannot be written gives 73 and a way out")
  func readOnly() throws {
    let locked = bench.folder.path("locked")
    #expect(mkdir(locked, 0o555) == 0)
    // Permissions do not bind the superuser, /proc does.
    for folder in geteuid() == 0 ? ["/proc"] : ["/proc", locked] {
      let result = try ParleyProcess().run("market", "list", "--library", folder + "/market.sqlite")
      #expect(result.status == 73, "\(folder): \(result.stderr)")
      #expect(result.stderr.contains("[cannot-write]") && result.stderr.contains("--library"))
    }
  }
}
