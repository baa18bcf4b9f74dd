import TestSupport
import Testing

@Suite("Jobs that cannot be priced go to a file of their own")
struct RejectedJobsTests {
  private static let jobs =
    "id,role,location,level,pay,sources\n1,IT Director,Denver,,178k,\n2,Poet,Denver,,,\n3,IT Director,Denver,L9,,\n"
    + "4,Poet,Atlantis,,18O,\n,,,,,\n5,IT Director,Denver,,,,too,many\n6,CIO,Denver,,,nobody:100%\n"

  private func price(_ folder: TemporaryFolder, _ words: String..., input: String? = nil) throws -> ProcessResult {
    var process = ParleyProcess(in: folder.path)
    if let input { process.input = Array(input.utf8) }
    return try process.run(["market", "price"] + words + ["--skip-bad", "--as-of", "2026-11-21"])
  }

  @Test("Each fault of a row left out has its reason, line, column and text, in the order of the list")
  func listed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.jobs, to: "jobs.csv")
    let priced = try price(folder, "jobs.csv", "--max-errors", "1")
    #expect(priced.status == 0, "\(priced.stderr)")
    #expect(priced.stderr.contains("parley: wrote the rows left out to jobs.csv.rejects.csv\n"))
    let rejects = try folder.text(of: "jobs.csv.rejects.csv")
    #expect(
      rejects == """
        reason,line,column,text
        unknown-role,3,3,Poet
        no-market-data,4,22,L9
        unknown-role,5,3,Poet
        unknown-place,5,8,Atlantis
        absurd-pay,5,18,18O
        empty-row,6,1,""
        wrong-field-count,7,25,"5,IT Director,Denver,,,,too,many"
        unknown-source,8,16,nobody:100%

        """, "\(rejects)")
  }

  @Test("A list from standard input has its rejects beside the result, or nowhere")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    _ = try price(folder, "-", input: Self.jobs)
    #expect(folder.names == [])
    let priced = try price(folder, "-", "-o", "priced.csv", input: Self.jobs)
    #expect(priced.stderr.contains("wrote the rows left out to priced.csv.rejects.csv"), "\(priced.stderr)")
    #expect(folder.names == ["priced.csv", "priced.csv.rejects.csv"])
  }

  @Test("Without rows left out there is no such file")
  func none() throws {
    let folder = try TemporaryFolder()
    try folder.write("role,location\nIT Director,Denver\n", to: "jobs.csv")
    _ = try price(folder, "jobs.csv")
    #expect(folder.names == ["jobs.csv"])
  }
}
