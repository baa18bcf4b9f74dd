import ModelTestSupport
import Quantities
import Testing

@Suite("Parameters by name, scope and date")
struct ParameterTableTests {
  let table = ParameterTable([
    ParameterTableTests.cap("2026-01-01", 360_000), ParameterTableTests.cap("2025-01-01", 350_000),
    Parameter(
      name: "hazard", scope: "hospital", effectiveFrom: day("2026-01-01"), value: 0.004, unit: "",
      status: .judgement,
      reference: ""),
  ])

  @Test(
    "The latest row that has begun is in force, before all of them the earliest",
    arguments: [
      ("2024-06-01", 350_000), ("2025-12-31", 350_000), ("2026-01-01", 360_000), ("2031-01-01", 360_000),
    ] as [(String, Double)])
  func dating(date: String, value: Double) throws {
    #expect(try table.value("cap", on: day(date)) == value)
  }

  @Test("A row of the user's replaces all rows of its name, and no other")
  func overriding() throws {
    let mine = table.overridden(by: ["cap": 1, "unknown": 2], origin: "scenario")
    #expect(try mine.value("cap", on: day("2025-06-01")) == 1)
    #expect(try mine.row("cap", on: day("2027-06-01")).status == .yours)
    #expect(try mine.value("hazard", scope: "hospital", on: day("2026-06-01")) == 0.004)
    #expect(mine.keys == table.keys)
    #expect(try table.value("cap", on: day("2026-06-01")) == 360_000)
  }

  @Test("The first scope with a row is taken; a missing name is an error")
  func scopes() throws {
    #expect(try table.row("hazard", scopes: ["bank", "hospital"], on: day("2026-06-01")).scope == "hospital")
    #expect(throws: ParameterTable.Missing.self) { try table.value("hazard", on: day("2026-06-01")) }
    #expect(throws: ParameterTable.Missing.self) {
      try table.row("hazard", scopes: ["bank", "other"], on: day("2026-06-01"))
    }
  }

  private static func cap(_ date: String, _ value: Double) -> Parameter {
    Parameter(
      name: "cap", scope: "", effectiveFrom: day(date), value: value, unit: "USD/year", status: .published,
      reference: "")
  }
}
