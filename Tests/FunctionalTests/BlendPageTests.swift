import TestSupport
import Testing

@Suite("A page of several sources fits a screen")
struct BlendPageTests {
  private static let cases = BuiltProgram.packageFolder + "/Tests/FunctionalTests/Cases/market"

  /// What `market show` prints of an IT director where a survey stands beside others.
  private func page(_ survey: String, _ place: String, _ words: String...) throws -> [Substring] {
    let folder = try TemporaryFolder()
    let library = try SharedLibrary.copy(into: folder)
    let program = ParleyProcess(in: folder.path)
    let asOf = ["--as-of", "2026-11-21", "--library", library]
    let imported = try program.run(["market", "import", "\(Self.cases)/\(survey)", "-q"] + asOf)
    #expect(imported.status == 0, "\(imported.stderr)")
    let shown = try program.run(["market", "show", "--role", "IT Director", "--location", place] + words + asOf)
    #expect(shown.status == 0, "\(shown.stderr)")
    return shown.stdout.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(
    "At most 40 lines, with each source's factors and where the rest is",
    arguments: [
      ("show-weights/acme.csv", "Denver"), ("show-currencies/pay.csv", "London"),
      ("show-size-survey/sized.csv", "Denver"),
    ])
  func fits(survey: String, place: String) throws {
    let lines = try page(survey, place)
    // The text ends in a newline, after which nothing stands.
    #expect(lines.count - 1 <= 40, "\(lines.count - 1) lines")
    #expect(lines.contains("How the median comes about (in words: --steps)"))
  }

  @Test("--steps has a heading and the words of each step for every source")
  func steps() throws {
    let lines = try page("show-weights/acme.csv", "Denver", "--steps")
    #expect(lines.contains("Median of acme") && lines.contains("Median of bls-oews-2025-05: BLS OEWS May 2025"))
    #expect(lines.contains { $0.contains("own cell 203,340 = 1.161 x nation") })
  }
}
