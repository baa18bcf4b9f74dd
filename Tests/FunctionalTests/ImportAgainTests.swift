import Foundation
import TestSupport
import Testing

@Suite("Imports that are made again, or keep nothing")
struct ImportAgainTests {
  private static let pave = """
    Job Code,Title,Currency,Breakout,Company count,p25,p50,p75
    100,IT Director,USD,US,20,150000,180000,210000

    """

  private func importing(_ folder: TemporaryFolder, _ words: String...) throws -> ProcessResult {
    try ParleyProcess(in: folder.path).run(["market", "import", "pay.csv", "--library", "own.sqlite"] + words)
  }

  @Test("A file that is in the library keeps its month; another file asks for one")
  func month() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.pave, to: "pay.csv")
    #expect(try importing(folder).status == 65)
    #expect(try importing(folder, "--effective", "2026-03").status == 0)
    let again = try importing(folder)
    #expect(again.status == 0 && again.stderr.contains("imported before as pay of March 2026"), "\(again.stderr)")
    try folder.write(Self.pave + "101,CIO,USD,US,20,250000,280000,310000\n", to: "pay.csv")
    let other = try importing(folder)
    #expect(other.status == 65 && other.stderr.contains("[no-date]"), "\(other.stderr)")
  }

  @Test("Where no row is kept, the rows left out are written all the same")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.pave.replacingOccurrences(of: "IT Director", with: "Poet"), to: "pay.csv")
    let refused = try importing(folder, "--effective", "2026-03", "--skip-bad")
    #expect(refused.status == 65 && refused.stderr.contains("[no-rows]"), "\(refused.stderr)")
    #expect(refused.stderr.contains("wrote the rows left out to pay.csv.rejects.csv"))
    #expect(try folder.text(of: "pay.csv.rejects.csv").contains("unknown-role,2,5,Poet"))
  }

  @Test("All malformed rows are counted, and the first are shown")
  func count() throws {
    let folder = try TemporaryFolder()
    let rows = String(repeating: "CIO,US,p50\n", count: 80)
    try folder.write("role,location,statistic,value\n" + rows, to: "pay.csv")
    let refused = try importing(folder, "--effective", "2026-03")
    #expect(refused.stderr.contains("80 errors, 30 of them not shown"), "\(refused.stderr.suffix(200))")
  }
}
