import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("A general title counts as an IT role only where its row is of IT")
struct RowsOfITTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  /// What becomes of project managers whose rows hold this in a column; nil for imported.
  private func outcome(_ column: String, _ text: String, constants: String = "") throws -> String? {
    let rows = (0..<5).map { "Project Manager,\"Denver, CO\",12\($0)000,\"\(text)\"" }
    let path = try bench.bench.folder.write(
      (["Title,City,Pay,Other"] + rows).joined(separator: "\n") + "\n", to: "pay.csv")
    let profile = try bench.bench.folder.write(
      """
      name: a
      columns: {role: Title, city: City, \(column): Other}
      pay:
        - pay: Pay
      date: 2026-03
      \(constants)
      """, to: "p.yaml")
    let reading = try bench.read(path, profile: profile, isCheck: true)
    #expect(reading.addsUp)
    let reason = reading.leftOut.keys.first
    #expect(reading.cell("project-manager", "US-19740")?.incumbents == (reason == nil ? 5 : nil))
    return reason
  }

  @Test(
    "The function decides, else the industry",
    arguments: [
      ("function", "Information Technology", nil), ("function", "Tax", "general-title"),
      ("industry", "Computing or Tech", nil), ("industry", "541512", nil), ("industry", "5415", nil),
      ("industry", "Hospitals", "general-title"), ("industry", "511", "general-title"), ("level", "", "general-title"),
    ] as [(String, String, String?)])
  func byColumn(_ given: (column: String, text: String, reason: String?)) throws {
    #expect(try outcome(given.column, given.text) == given.reason)
  }

  @Test("A profile may say that all of a survey is of IT; a row of another function is not, all the same")
  func whole() throws {
    #expect(try outcome("level", "", constants: "constants: {function: IT}") == nil)
    #expect(try outcome("function", "Legal", constants: "constants: {function: IT}") == "general-title")
  }

  @Test("A profile that says which job a text stands for is believed")
  func stated() throws {
    #expect(try outcome("level", "", constants: "values: {role: {project manager: Project Manager}}") == nil)
  }

  @Test("A SOC code of computer work says IT; one of another trade sets the title aside and keeps the occupation")
  func codes() throws {
    let rows = [("15-1299", 0), ("17-2071", 1)].flatMap { code, tens in
      (0..<5).map { "Systems Engineer,\(code),\"Denver, CO\",1\(tens)\($0)000" }
    }
    let path = try bench.bench.folder.write(
      (["Title,SOC Code,City,Salary"] + rows).joined(separator: "\n") + "\n", to: "pay.csv")
    let reading = try bench.read(path, .init(effective: .init("2026-03-01")))
    #expect(reading.addsUp && reading.leftOut.isEmpty)
    #expect(reading.cell("systems-administrator", "US-19740")?.incumbents == 5)
    #expect(reading.cell("15-1299", "US-19740")?.incumbents == 5)
    #expect(reading.cell("17-2071", "US-19740")?.incumbents == 5)
    let rules = reading.profiled?.ledger.rules ?? [:]
    #expect(rules["general title, its row is of IT by its SOC code"]?.count == 5)
    #expect(rules["title set aside, its SOC code is of another trade"]?.count == 5)
  }

  @Test("The canonical CSV holds our names of roles: a near one is refused with the role it is near")
  func canonical() throws {
    func faults(_ role: String) throws -> [String] {
      do {
        _ = try bench.bench.read(CanonicalRows.file([CanonicalRows.row(role: role)]))
        return []
      } catch let bad as BadInput { return bad.diagnostics.map { "\($0.name): \($0.cure)" } }
    }
    #expect(try faults("Project Manager") == [] && faults("project-manager") == [])
    #expect(try faults("Data Analyst") == ["unknown-role: did you mean \"Data Scientist\"?"])
    #expect(try faults("Team Leader Bakery") == ["unknown-role: did you mean \"Team Leader\"?"])
  }
}
