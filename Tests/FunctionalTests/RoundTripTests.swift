import Foundation
import TestSupport
import Testing

@Suite("What market show writes, market import reads")
struct RoundTripTests {
  @Test(
    "The same percentiles come back from that source alone",
    arguments: [("IT Director", "Denver"), ("11-3021", "Ohio"), ("CTO", "US"), ("Program Manager", "country:US")])
  func roundTrip(_ job: (role: String, place: String)) throws {
    let folder = try TemporaryFolder()
    let library = try SharedLibrary.copy(into: folder)
    let process = ParleyProcess(in: folder.path)
    let question = [
      "market", "show", "--role", job.role, "--location", job.place, "--as-of", "2026-11-21", "--library", library,
    ]
    let first = try process.run(question + ["-o", "estimate.csv"])
    #expect(first.status == 0, "\(first.stderr)")
    let imported = try process.run("market", "import", "estimate.csv", "--library", library)
    #expect(imported.status == 0, "\(imported.stderr)")
    let fields = ["--fields", "statistic,value", "-O", "csv"]
    let before = try process.run(question + fields + ["--source", "bls-oews-2025-05"])
    let after = try process.run(question + fields + ["--source", "parley-estimate"])
    #expect(after.status == 0, "\(after.stderr)")
    #expect(after.stdout == before.stdout)
  }
}
