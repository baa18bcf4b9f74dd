import Foundation
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("Any survey file is read by a profile, guessed once and then kept")
struct IntakeTests {
  private let bench: IntakeBench
  private let dated: SurveyReader.Options

  init() throws {
    bench = try IntakeBench()
    dated = SurveyReader.Options(effective: CalendarDate("2026-03-01"))
  }

  static let rows = (0..<8).map { "IT Director,\"Denver, CO\",18\($0)000" }

  private func write(_ extra: [String] = [], to name: String = "pay.csv") throws -> String {
    let text = (["Job Title,City,Base Salary"] + Self.rows + extra).joined(separator: "\n") + "\n"
    return try bench.bench.folder.write(text, to: name)
  }

  @Test("The guessed profile, written beside the file, reads it the same way and silently")
  func secondRun() throws {
    let path = try write()
    let first = try bench.read(path, dated)
    let new = try #require(first.newProfile)
    #expect(new.path == path + ".profile.yaml")
    try bench.bench.folder.write(new.text, to: "pay.csv.profile.yaml")
    let second = try bench.read(path)
    #expect(second.newProfile == nil && second.surveys[0].cells == first.surveys[0].cells)
    #expect(second.surveys[0].dataset.effective == CalendarDate("2026-03-01"))
  }

  @Test("A bad row refuses the file, unless it is skipped; the rejects say why and where")
  func skipping() throws {
    let path = try write(["IT Director,\"Denver, CO\",soon", "Poet,\"Denver, CO\",50000"])
    #expect(try bench.faults(path, dated) == ["pay-not-a-number"])
    var options = dated
    options.skipsBadRows = true
    let reading = try bench.read(path, options)
    #expect(
      reading.profiled?.rejects?.text
        == "reason,line,column,text\npay-not-a-number,10,26,soon\nunknown-role,11,1,Poet\n")
    #expect(reading.addsUp && reading.profiled?.ledger.imported == 8)
    let check = try bench.read(path, dated, isCheck: true)
    #expect(check.profiled?.faults.map(\.line) == [10] && check.profiled?.faults.map(\.column) == [26])
  }

  @Test("A profile that names a column the file does not have is refused")
  func missingColumn() throws {
    let path = try write()
    let profile = try bench.bench.folder.write(
      "name: a\ncolumns: {role: Job Title, city: City}\npay:\n  - pay: Wage\ndate: 2026-03\n", to: "p.yaml")
    #expect(try bench.faults(path, profile: profile) == ["missing-column"])
    #expect(try bench.faults(path, profile: "ai-job") == ["unknown-profile"])
  }

  @Test("Without a job, a place or pay nothing is guessed")
  func notGuessed() throws {
    let path = try bench.bench.folder.write("name,pay\nAda,1\n", to: "other.csv")
    #expect(try bench.faults(path, dated) == ["unknown-layout"])
  }

  @Test("Fewer than 5 people give no cell, and a roll-up counts everybody once")
  func rollUps() throws {
    let path = try write((0..<4).map { "IT Director,\"Boulder, CO\",15\($0)000" })
    let reading = try bench.read(path, dated)
    #expect(reading.cell("it-director", "US-14500") == nil)
    #expect(reading.cell("it-director", "US-19740")?.incumbents == 8)
    #expect(reading.cell("it-director", "US-CO")?.incumbents == 12)
    #expect(reading.cell("it-director", "US")?.incumbents == 12)
    #expect(reading.cell("it-director", "")?.incumbents == 12)
  }
}
