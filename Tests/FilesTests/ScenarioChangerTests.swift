import Compensation
import Quantities
import Testing

@testable import Files

@Suite("What-if changes")
struct ScenarioChangerTests {
  private static let text = """
    offers:
      - id: a
        base: 200k
        bonus: 15%
        equity:
          - {kind: rsu, grant: 240k, price: 80, vesting: 4y yearly}
          - {kind: rsu, grant: 60k, vesting: 4y yearly}
    """

  private func changed(_ changes: (String, String)...) throws -> (scenario: Scenario, changes: [FieldChange]) {
    let day = try #require(CalendarDate("2026-11-21"))
    let row = Parameter(
      name: "discount.annual-rate", scope: "", effectiveFrom: day, value: 0.04, unit: "ratio", status: .judgement,
      reference: "")
    return try ScenarioChanger(
      document: ScenarioDocument(bytes: Array(Self.text.utf8), file: "a.yaml"), reader: ScenarioFixtures.reader,
      parameters: ParameterTable([row]), on: day
    ).changed(changes.map { ScenarioDelta.Setting(path: $0.0, value: $0.1) })
  }

  @Test("A change of price changes what the units are worth, never their number")
  func price() throws {
    let grant = try changed(("a.equity[0].price", "-50%")).scenario.offers[0].equity[0]
    #expect((grant.units, grant.price) == (3_000, 40))
    // A larger grant has more units at the price as written.
    let both = try changed(("a.equity[0].price", "100"), ("a.equity[0].grant", "320k")).scenario.offers[0].equity[0]
    #expect((both.units, both.price) == (4_000, 100))
  }

  @Test("Where no price is written the units are worth 1 each, and can be moved by a share only")
  func impliedPrice() throws {
    let grant = try changed(("a.equity[1].price", "-50%")).scenario.offers[0].equity[1]
    #expect((grant.units, grant.price) == (60_000, 0.5))
    #expect(throws: ChangeTrouble.self) { try changed(("a.equity[1].price", "50")) }
  }

  @Test("The short form of a field is the field")
  func shortForm() throws {
    let (scenario, changes) = try changed(("a.bonus.target", "+5pp"))
    #expect(changes == [FieldChange(path: "a.bonus", before: "15%", after: "20%")])
    #expect(scenario.offers[0].bonus?.target == .shareOfBase(0.2))
  }

  @Test("A default is changed by its key, also relative to what it is")
  func parameter() throws {
    let overrides = try changed(("assumptions.parameters.discount.annual-rate", "+50%")).scenario.parameterOverrides
    #expect(overrides == ["discount.annual-rate": 0.06])
    #expect(throws: ChangeTrouble.self) { try changed(("assumptions.parameters.discount.anual", "5%")) }
  }

  @Test(
    "What cannot be made is refused with a name",
    arguments: [
      ("b.base", "200k", "unknown-offer"), ("a.bsae", "200k", "unknown-key"), ("a.base", "-300k", "negative-pay"),
      ("a.base", "much", "pay-not-a-number"), ("a.start", "+1mo", "nothing-to-change"),
    ])
  func refused(path: String, value: String, name: String) throws {
    let trouble = try #require(throws: ChangeTrouble.self) { try changed((path, value)) }
    #expect(trouble.name == name)
  }
}
