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

  @Test("An export of the whole library imports again: the shipped survey's cells are there already")
  func exported() throws {
    let folder = try TemporaryFolder()
    _ = try SharedLibrary.copy(into: folder)
    let parley = ParleyProcess(in: folder.path)
    let library = ["--library", "market.sqlite"]
    try folder.write("role,location,statistic,value,effective_date\nCIO,Denver,p50,300000,2026-03\n", to: "mine.csv")
    #expect(try parley.run(["market", "import", "mine.csv"] + library).status == 0)
    #expect(try parley.run(["market", "export", "--location", "Denver", "-o", "all.csv"] + library).status == 0)
    #expect(try parley.run(["market", "remove", "mine"] + library).status == 0)
    let again = try parley.run(["market", "import", "all.csv"] + library)
    #expect(again.status == 0 && again.stdout.contains("Imported: mine"), "\(again.output)")
    #expect(Self.oneLine(again.stdout).contains("cells of bls-oews-2025-05 come with parley: already there."))
  }

  private static let people =
    "Job Title,City,Salary,Currency\n" + (0..<6).map { "IT Director,Denver,\(180 + $0)000,USD\n" }.joined()

  @Test("Two surveys of one file name are two, and it is said which is which")
  func otherFolder() throws {
    let folder = try TemporaryFolder()
    for name in ["va", "vb"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    try folder.write(Self.people, to: "va/survey.csv")
    try folder.write(Self.people.replacingOccurrences(of: "Director", with: "Manager"), to: "vb/survey.csv")
    let parley = ParleyProcess(in: folder.path)
    for path in ["va/survey.csv", "vb/survey.csv"] {
      let result = try parley.run(
        ["market", "import", path, "--effective", "2026-03", "--library", "own.sqlite"])
      #expect(result.status == 0 && result.stdout.contains("Imported: survey"), "\(result.output)")
      if path.hasPrefix("vb") { #expect(result.stdout.contains("named survey-2, since survey came from another file")) }
    }
  }

  /// Text as it was before it was cut into lines.
  private static func oneLine(_ text: String) -> String {
    text.replacingOccurrences(of: "\\\n", with: " ").split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  @Test("A check ends with the command that works, and fails where the import does")
  func check() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.people + "IT Manager,Denver,soon,USD\n", to: "pay.csv")
    let parley = ParleyProcess(in: folder.path)
    let words = ["market", "check", "pay.csv", "--effective", "2026-03", "--library", "own.sqlite"]
    let refused = try parley.run(words)
    #expect(refused.status == 1 && refused.stdout.contains("import refuses the file"), "\(refused.stdout)")
    let text = Self.oneLine(refused.stdout)
    let start = try #require(text.range(of: "parley market import", options: .backwards))
    let command = String(text[start.lowerBound...])
    #expect(command.contains("--effective 2026-03") && command.hasSuffix("--skip-bad"), "\(command)")
    #expect(try parley.shell(command).status == 0)
    let profile = try folder.text(of: "pay.csv.profile.yaml")
    try folder.write(
      profile.replacingOccurrences(of: "bad_rows: refuse", with: "bad_rows: leave-out")
        .replacingOccurrences(of: "  currency: \"Currency\"\n", with: ""), to: "pay.csv.profile.yaml")
    let taken = try parley.run(words)
    #expect(taken.status == 0 && Self.oneLine(taken.stdout).contains("bad_rows: leave-out"), "\(taken.stdout)")
    #expect(Self.oneLine(taken.stdout).contains("columns that nothing is read from: Currency"))
    #expect(!taken.stdout.contains("--skip-bad"))
  }

  @Test("A name that is near one of the folder, and an empty profile, have cures of their own")
  func cures() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.people, to: "pay.csv")
    let parley = ParleyProcess(in: folder.path)
    #expect(try parley.run(["market", "import", "pay.cvs"]).stderr.contains("did you mean pay.csv?"))
    try folder.write("# nothing\n", to: "pay.csv.profile.yaml")
    let empty = try parley.run(["market", "import", "pay.csv", "--library", "own.sqlite"])
    #expect(empty.stderr.contains("columns: {role: Job Title") && !empty.stderr.contains("offers:"), "\(empty.stderr)")
  }

  @Test("A failed guess leaves the profile that its cure names")
  func failedGuess() throws {
    let folder = try TemporaryFolder()
    try folder.write("Job Title,City,Salary,Currency\nIT Manager,Denver,140,USD\n", to: "pay.csv")
    let refused = try importing(folder, "--effective", "2026-03")
    #expect(refused.status == 65 && refused.stderr.contains("in pay.csv.profile.yaml"), "\(refused.stderr)")
    #expect(try folder.text(of: "pay.csv.profile.yaml").contains("thousands: no"))
    #expect(!refused.stderr.contains("header_row"), "the profile is not printed")
  }
}
