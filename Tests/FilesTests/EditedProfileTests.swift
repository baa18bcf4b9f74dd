import Foundation
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("What the library has of a file follows its profile and its path")
struct EditedProfileTests {
  private let bench: IntakeBench
  private let dated = SurveyReader.Options(effective: CalendarDate("2026-03-01"))

  init() throws { bench = try IntakeBench() }

  private static func rows(_ job: String = "IT Director", pay: Int = 180_000) -> String {
    "Job Title,City,Salary,Currency\n" + (0..<6).map { "\(job),Denver,\(pay + 1_000 * $0),USD\n" }.joined()
  }

  /// Imports a file; a guessed profile is written beside it, as the command does.
  private func take(_ path: String, _ options: SurveyReader.Options? = nil) throws -> ImportOutcome {
    let reading = try bench.read(path, options ?? dated)
    if let new = reading.newProfile { try new.text.write(toFile: new.path, atomically: true, encoding: .utf8) }
    return try #require(try bench.bench.library.store(reading.surveys).first)
  }

  private var names: [String] { get throws { try bench.bench.library.datasets().map(\.name) } }

  @Test(
    "An edit that changes what the profile says brings the file in anew",
    arguments: [
      ("source_kind: unstated", "source_kind: self-report"), ("  hours_per_year: 2080", "  hours_per_year: 1950"),
      ("same_cell: refuse", "same_cell: median"), ("  thousands: no", "  thousands: no\n  unstated: currency"),
      ("  currency: USD", "  currency: EUR"), ("    \"na\": absent", "    \"na\": withheld"),
      ("values: {}", "values: {level: {EN: entry}}"),
    ])
  func edited(_ old: String, _ new: String) throws {
    let path = try bench.bench.folder.write(Self.rows(), to: "pay.csv")
    #expect(try !take(path).isKnown)
    #expect(try take(path).isKnown)
    let beside = path + ".profile.yaml"
    var text = try String(contentsOfFile: beside, encoding: .utf8)
    if new.contains("unstated") { text = text.replacingOccurrences(of: "  unstated: country\n", with: "") }
    let key = old.trimmingCharacters(in: .whitespaces)
    #expect(text.contains(key))
    text = text.replacingOccurrences(of: key, with: new.trimmingCharacters(in: .whitespaces))
    try text.write(toFile: beside, atomically: true, encoding: .utf8)
    let again = try take(path)
    #expect(!again.isKnown && again.isReplacement && again.isReadAnew)
    #expect(try names == ["pay"])
    // Comments say nothing.
    try (text + "# Seen.\n").write(toFile: beside, atomically: true, encoding: .utf8)
    #expect(try take(path).isKnown)
  }

  @Test("A name that is edited in the profile renames the data set")
  func renamed() throws {
    let path = try bench.bench.folder.write(Self.rows(), to: "pay.csv")
    _ = try take(path)
    let beside = path + ".profile.yaml"
    let text = try String(contentsOfFile: beside, encoding: .utf8)
    try text.replacingOccurrences(of: "name: \"pay\"", with: "name: acme")
      .write(toFile: beside, atomically: true, encoding: .utf8)
    let outcome = try take(path)
    #expect(outcome.formerName == "pay" && outcome.dataset.name == "acme")
    #expect(try names == ["acme"])
    #expect(try take(path).isKnown)
  }

  @Test("A file of another folder with the same name is another survey; the same path again is the same")
  func otherFile() throws {
    for folder in ["va", "vb"] { try Folder.create(bench.bench.folder.path(folder)) }
    let first = try bench.bench.folder.write(Self.rows(), to: "va/survey.csv")
    let second = try bench.bench.folder.write(Self.rows("IT Manager", pay: 120_000), to: "vb/survey.csv")
    _ = try take(first)
    let other = try take(second)
    #expect(other.dataset.name == "survey-2" && other.takenName == "survey" && !other.isReplacement)
    #expect(try names == ["survey", "survey-2"])
    #expect(try take(second).isKnown)
    #expect(try take(first).isKnown)
    try bench.bench.folder.write(Self.rows("IT Manager", pay: 130_000), to: "vb/survey.csv")
    let newer = try take(second)
    #expect(newer.isReplacement && newer.dataset.name == "survey-2")
    #expect(try names == ["survey", "survey-2"])
    var named = dated
    named.name = "survey"
    #expect(try take(second, named).isReplacement)
    #expect(try names == ["survey"])
  }
}
