import Foundation
import TestSupport
import Testing

@Suite("A file of a shape nobody described")
struct GuessedProfileTests {
  private static let people = """
    Job Title,City,Salary,Currency
    IT Director,Denver,180000,USD
    IT Director,Denver,181000,USD
    IT Director,Denver,181000,USD
    IT Director,Denver,182000,USD
    IT Director,Denver,183000,USD
    IT Director,Denver,184000,USD
    IT Director,Denver,185000,USD

    """

  private func importing(_ folder: TemporaryFolder, _ options: String...) throws -> ProcessResult {
    try ParleyProcess(in: folder.path).run(
      ["market", "import", "pay.csv", "--effective", "2026-03", "--library", "own.sqlite"] + options)
  }

  @Test("The guess is written beside the file, and the next import uses it without a word, as corrected")
  func profile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.people, to: "pay.csv")
    let first = try importing(folder)
    #expect(first.status == 0 && first.stdout.contains("7 rows = 7 imported"), "\(first.stdout)\(first.stderr)")
    #expect(first.stderr.contains("wrote pay.csv.profile.yaml"))
    let guess = try folder.text(of: "pay.csv.profile.yaml")
    #expect(guess.contains("role: \"Job Title\"") && guess.contains("pay: \"Salary\""))
    // The user says that pay is in thousands; the second run believes it.
    try folder.write(Self.people.replacingOccurrences(of: "000,USD", with: ",USD"), to: "pay.csv")
    let corrected = guess.replacingOccurrences(of: "thousands: no", with: "thousands: yes")
    try folder.write(corrected, to: "pay.csv.profile.yaml")
    let second = try importing(folder, "--name", "again")
    #expect(second.status == 0 && !second.stderr.contains("guessed"), "\(second.stderr)")
    #expect(try folder.text(of: "pay.csv.profile.yaml") == corrected)
    let shown = try ParleyProcess(in: folder.path).run(
      "market", "show", "--role", "IT Director", "--location", "Denver", "--source", "again", "--as-of", "2026-03-15",
      "--library", "own.sqlite", "-O", "csv", "--fields", "statistic,value")
    #expect(shown.stdout.contains("p50,182000"), "\(shown.stdout)\(shown.stderr)")
  }

  @Test("Rows left out are written with reason, line and column")
  func rejects() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.people + "IT Manager,Denver,soon,USD\n", to: "pay.csv")
    let refused = try importing(folder)
    #expect(refused.status == 65 && refused.stderr.contains("pay.csv:9:19: error: [pay-not-a-number]"))
    let taken = try importing(folder, "--skip-bad")
    #expect(taken.status == 0 && taken.stdout.contains("8 rows = 7 imported + 1 left out"), "\(taken.stdout)")
    let rejects = try folder.text(of: "pay.csv.rejects.csv")
    #expect(rejects.contains("pay-not-a-number") && rejects.contains("soon"), "\(rejects)")
  }
}
