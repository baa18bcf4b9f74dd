import Testing

@testable import Files

@Suite("All faults of a file are reported in one run")
struct ScenarioManyFaultsTests {
  static let twenty = """
    schema: parley.scenario/1
    ▶titel: Twenty faults
    me:
      role: ▶IT Manageer
      location: ▶Denvre, CO
      experience: ▶14
      filing: ▶jiont
      children: ▶two
    assumptions:
      as_of: ▶2026-21-11
      discount_rate: ▶4.5
      parameters:
        ▶room.men[below-p50]: 12%
    offers:
      - id: current
        kind: current job
        base: ▶"18O,000"
        bonus: ▶0.12
        ▶bonus: 12%
      - ▶id: seattle
        employer_kind: ▶public tek
        posted_range: ▶260k-205k
        bonus: {target: 20%, odds: {threshold: 92%, target: 55%, maximum: ▶60%}}
        equity: [{kind: rsu, grant: 240k, vesting: ▶25/25/25}]
        health: {premium: ▶310}
        start: 2027-01-15
        deadline: ▶2027-02-15
      - id: ▶seattle
        base: ▶-5k
    scenarios:
      - {name: x, set: {▶denver.base: +5%}}
    """

  static let names = [
    "unknown-key", "unknown-role", "unknown-place", "time-not-a-span", "unknown-choice", "not-a-number",
    "date-not-a-date", "share-not-a-percent", "unknown-parameter", "pay-not-a-number", "share-not-a-percent",
    "duplicate-key", "missing-key", "unknown-employer-kind", "range-upside-down", "odds-not-in-order",
    "shares-do-not-add-up", "period-not-stated", "deadline-after-start", "duplicate-offer", "negative-pay",
    "unknown-offer",
  ]

  @Test("Twenty-two faults come in the file's order, each at its place with a cure")
  func all() {
    let (yaml, places) = ScenarioFixtures.marked(Self.twenty)
    let found = ScenarioFixtures.faults(yaml)
    #expect(found.map(\.name) == Self.names)
    #expect(found.map { ScenarioFixtures.Place(line: $0.line, column: $0.column) } == places)
    #expect(found.allSatisfy { !$0.cure.isEmpty && !$0.excerpt.isEmpty })
  }

  @Test("Beyond the limit faults are counted, the first ones shown")
  func limit() throws {
    let (yaml, _) = ScenarioFixtures.marked(Self.twenty)
    let error = #expect(throws: BadInput.self) {
      try ScenarioFixtures.reader(faultLimit: 3).read(bytes: Array(yaml.utf8), file: "scenario.yaml")
    }
    #expect(error?.diagnostics.map(\.name) == Array(Self.names.prefix(3)))
    #expect(error?.count == 22)
  }

  @Test("A block read through many aliases reports its fault once")
  func aliases() {
    let yaml = """
      offers:
        - {id: a, base: 100k, health: &plan {premium: 310}}
        - {id: b, base: 100k, health: *plan}
        - {id: c, base: 100k, health: *plan}
      """
    #expect(ScenarioFixtures.faults(yaml).map(\.name) == ["period-not-stated"])
  }

  @Test("Thousands of faults take no thousands of look-ups", .timeLimit(.minutes(1)))
  func thousands() throws {
    let keys = (0..<20_000).map { "  unknown\($0): 1\n" }.joined()
    #expect(ScenarioFixtures.faults("me:\n\(keys)offers: [{id: a, base: 100k}]\n").count == 50)
    let torn = [String](repeating: "000", count: 45_000).joined(separator: ",")
    #expect(
      ScenarioFixtures.faults("offers: [{id: a, base: 1,\(torn)}]\n").map(\.name) == ["comma-in-braces"])
    let offers = (0..<12_000).map { "  - {id: o\($0), base: x, location: nowhere \($0)}\n" }.joined()
    #expect(ScenarioFixtures.faults("offers:\n\(offers)").count == 50)
  }
}
