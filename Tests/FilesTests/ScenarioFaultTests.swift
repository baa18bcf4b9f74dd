import Testing

@testable import Files

@Suite("Every fault has a name, a place and a cure")
struct ScenarioFaultTests {
  /// One text for each fault; `▶` stands before the place that is named, and is not part of the text.
  static let cases: [(ScenarioFault, String)] = [
    (.yamlSyntax, "title: a\noffers: ▶[{id: a, base: 100k}\n"),
    (.yamlSyntax, "offers:\n▶\t- id: a\n"),
    (.yamlSyntax, "title: IT Director▶: Denver\n"),
    (.yamlSyntax, "title: ▶\"never closed\noffers: []\n"),
    (.yamlSyntax, "title: ▶*nobody\n"),
    (.yamlSyntax, "title: ▶@home\n"),
    (.yamlSyntax, "title: a\n▶---\ntitle: b\n"),
    (.yamlSyntax, "title: a▶\u{1}b\n"),
    (.wrongSchema, "schema: ▶parley.scenario/2\noffers: [{id: a, base: 100k}]"),
    (.unknownKey, "offers:\n  - id: a\n    base: 100k\n    ▶bonsu: 12%\n"),
    (.unknownKey, "▶offfers: []\noffers: [{id: a, base: 100k}]"),
    (.duplicateKey, "offers:\n  - id: a\n    base: 100k\n    ▶base: 120k\n"),
    (.missingKey, "▶title: nothing to read\n"),
    (.missingKey, "offers:\n  - ▶id: a\n"),
    (.missingKey, offer("equity: [▶{kind: rsu, grant: 10k}]")),
    (.missingKey, offer("equity: [▶{kind: rsu, units: 100, vesting: 3y yearly}]")),
    (.missingKey, offer("raises: [▶{to: 195k}]")),
    (.missingKey, offer("remote: {pay_zone: ▶home}")),
    (.conflictingKeys, offer("equity: [{kind: rsu, grant: 10k, units: ▶100, price: 5, vesting: 3y yearly}]")),
    (.conflictingKeys, offer("kind: verbal\n    status: ▶written")),
    (.conflictingKeys, offer("raises: [{date: 2027-07-01, to: 245k, by: ▶10k}]")),
    (.emptyValue, offer("bonus:▶")),
    (.emptyValue, offer("severance: ▶~")),
    (.commaInBraces, "offers:\n  - {id: a, base: ▶185,000}\n"),
    (.commaInBraces, "offers:\n  - {id: a, base: 185k, bonus: ▶1,234,567, leave: 20d}\n"),
    (.commaInBraces, offer("health: {premium: 310/mo, employer: ▶1,650/mo}")),
    (.wrongShape, offer("bonus: ▶[12%]")),
    (.wrongShape, offer("equity: ▶{kind: rsu}")),
    (.wrongShape, offer("employer: ▶{name: Cascade}")),
    (.wrongShape, "▶- id: a\n"),
    (.wrongShape, "offers:\n  - ▶seattle\n"),
    (.wrongShape, "? ▶[a, b]\n: 1\noffers: [{id: a, base: 100k}]"),
    (.notYet, "offers: ▶offers.xlsx\n"),
    (.offersNotFound, "offers: ▶no-such-offers.csv\n"),
    (.payNotANumber, "offers:\n  - {id: a, base: ▶\"18O,000\"}\n"),
    (.payNotANumber, "offers:\n  - {id: a, base: ▶1.2.3}\n"),
    (.payNotANumber, "offers:\n  - {id: a, base: ▶12%}\n"),
    (.negativePay, offer("sign_on: ▶-5k")),
    (.shareNotAPercent, offer("bonus: ▶0.2")),
    (.shareNotAPercent, offer("raises: ▶3")),
    (.shareNotAPercent, "assumptions: {discount_rate: ▶4.5}\noffers: [{id: a, base: 100k}]"),
    (.notANumber, "me: {children: ▶two}\noffers: [{id: a, base: 100k}]"),
    (.dateNotADate, offer("start: ▶15 January 2027")),
    (.dateNotADate, offer("start: ▶2027-02-30")),
    (.timeNotASpan, "me: {experience: ▶14}\noffers: [{id: a, base: 100k}]"),
    (.timeNotASpan, offer("leave: ▶a month")),
    (.periodNotStated, offer("health: {premium: ▶310}")),
    (.valueOutOfRange, "offers:\n  - {id: a, base: ▶18}\n"),
    (.valueOutOfRange, "offers:\n  - {id: a, base: ▶99999999999}\n"),
    (.valueOutOfRange, offer("bonus: ▶1200%")),
    (.valueOutOfRange, offer("leave: ▶400d")),
    (.valueOutOfRange, offer("leave: ▶-5d")),
    (.valueOutOfRange, offer("retirement: {match: ▶50% up to 160%}")),
    (.valueOutOfRange, offer("equity: [{kind: rsu, grant: 10k, vesting: 3y yearly, granted: ▶1924-03-01}]")),
    (.valueOutOfRange, "assumptions: {horizon: ▶0y}\noffers: [{id: a, base: 100k}]"),
    (.valueOutOfRange, "assumptions: {horizon: ▶31y}\noffers: [{id: a, base: 100k}]"),
    (.rangeNotARange, offer("band: ▶205k")),
    (.rangeUpsideDown, offer("posted_range: ▶260k-205k")),
    (.unknownCurrency, "offers:\n  - {id: a, base: ▶100k ABC}\n"),
    (.unknownCurrency, "assumptions: {currency: ▶EURO}\noffers: [{id: a, base: 100k}]"),
    (.mixedCurrency, "offers:\n  - {id: a, base: $100k, bonus: ▶€10k}\n"),
    (.mixedCurrency, offer("equity: [{kind: rsu, grant: 10k, price: ▶€5, vesting: 3y yearly}]")),
    (.unknownRole, offer("role: ▶IT Directer")),
    (.unknownPlace, offer("location: ▶Denvre")),
    (.unknownIndustry, offer("industry: ▶hospitul")),
    (.unknownEmployerKind, offer("employer_kind: ▶public tek")),
    (.unknownParameter, "assumptions:\n  parameters:\n    ▶room.mean: 12%\noffers: [{id: a, base: 100k}]"),
    (.unknownChoice, offer("kind: ▶writen")),
    (.unknownChoice, offer("posted_pay: ▶perhaps")),
    (.unknownChoice, offer("equity: [{kind: ▶rsus, grant: 1k, vesting: 3y yearly}]")),
    (.noOffers, "offers: ▶[]\n"),
    (.badOfferID, "offers: [{id: ▶our offer, base: 100k}]"),
    (.badOfferID, "offers: [{id: ▶market, base: 100k}]"),
    (.duplicateOffer, "offers:\n  - {id: a, base: 100k}\n  - {id: ▶a, base: 110k}\n"),
    (
      .twoCurrentJobs,
      "offers:\n  - {id: a, base: 100k, kind: current job}\n  - {id: b, base: 110k, kind: ▶current job}\n"
    ),
    (.unknownRaise, offer("raises: ▶every year")),
    (.unknownVesting, offer("equity: [{kind: rsu, grant: 10k, vesting: ▶in four years}]")),
    (.unknownVesting, offer("retirement: {match: 50% up to 6%, vesting: ▶3y slowly}")),
    (.cliffTooLong, offer("equity: [{kind: rsu, grant: 10k, vesting: ▶1y/4y cliff monthly}]")),
    (.sharesDoNotAddUp, offer("equity: [{kind: rsu, grant: 10k, vesting: ▶25/25/25}]")),
    (.sharesDoNotAddUp, offer("equity: [{kind: rsu, grant: 10k, vesting: ▶[{month: 12, share: 50%}]}]")),
    (.unknownMatch, offer("retirement: ▶generous")),
    (.unknownMatch, offer("retirement: {match: ▶half of it}")),
    (.unknownClawback, offer("sign_on: {amount: 30k, clawback: ▶a while}")),
    (.unknownTerm, offer("on_call: ▶sometimes")),
    (.unknownTerm, offer("commute: ▶not far")),
    (.unknownTerm, offer("non_compete: ▶yes")),
    (.unknownTerm, offer("change_in_control: ▶as usual")),
    (.unknownTerm, offer("insurance: {life: ▶plenty}")),
    (.unknownTerm, offer("parental_leave: ▶long")),
    (.missingKey, offer("ltip: ▶{grant: 75k}")),
    (.missingKey, offer("pension: ▶{vesting: 3y cliff}")),
    (.unknownChoice, offer("ltip: {grant: 75k, vesting: 3y cliff, paid: ▶shares}")),
    (.unknownChoice, offer("deferred: {plan: ▶401k, employer: 4%}")),
    (.conflictingKeys, offer("pension: {credit: 5%, accrual: ▶1%}")),
    (.conflictingKeys, offer("deferred: {employer: 4%, default: 1%, spread: ▶2%}")),
    (.sharesDoNotAddUp, offer("commission: {target: 60k, attainment: ▶[{share: 70%, odds: 25%}]}")),
    (.valueOutOfRange, offer("notice: ▶40mo")),
    (.timeNotASpan, offer("runway: ▶45 days")),
    (.periodNotStated, offer("phone: ▶80")),
    (.unknownTerm, offer("remote: ▶hybrid")),
    (.valueOutOfRange, offer("remote: {days: ▶7}")),
    (.payNotANumber, offer("raises: [{date: 2027-07-01, by: ▶5%}]")),
    (.notANumber, offer("equity: [{kind: iso, units: ▶0.5%}]")),
    (.payNotANumber, "offers:\n  - {id: a, base: ▶4k/sprint}\n"),
    (.commaInBraces, "me: {location: ▶Denver, CO}\noffers: [{id: a, base: 100k}]"),
    (.unknownDeparture, offer("leaves: ▶fired")),
    (.oddsOutOfRange, offer("bonus: {target: 20%, odds: {threshold: ▶192%, target: 55%, maximum: 10%}}")),
    (.oddsNotInOrder, offer("bonus: {target: 20%, odds: {threshold: 92%, target: 55%, maximum: ▶60%}}")),
    (.oddsNotInOrder, offer("bonus: {target: 20%, odds: {threshold: 50%, target: ▶55%, maximum: 10%}}")),
    (.unknownClass, offer("company: {cap_table: [{class: B, shares: 5M, price: 6}], last_round: ▶C}")),
    (
      .capBelowPreference,
      offer("company: {cap_table: [{class: B, shares: 5M, price: 6, preference: 2x, participating: capped, cap: ▶1x}]}")
    ),
    (
      .moreThanFullyDiluted,
      offer(
        "company: {fully_diluted: 1M, preferred_price: 6}\n    "
          + "equity: [▶{kind: iso, units: 2000000, strike: 1, vesting: 4y yearly}]")
    ),
    (
      .payoutNotInOrder,
      offer("equity: [{kind: psu, grant: 1k, vesting: 3y cliff, goals: relative return, payout: ▶200-0%}]")
    ),
    (.raiseBelowPay, offer("raises: [{share: 3%}, {date: 2027-07-01, to: ▶220k}]")),
    (.valueOutOfRange, offer("change_in_control: {pay: ▶10x}")),
    (.valueOutOfRange, offer("equity: [{kind: rsu, grant: 10k, vesting: 3y yearly, volatility: ▶800%}]")),
    (.payNotANumber, offer("on_call: {weeks: 1 in 4, pay: ▶10x}")),
    (.deadlineAfterStart, offer("start: 2027-01-15\n    deadline: ▶2027-02-01")),
    (
      .dateInTheFuture,
      "assumptions: {as_of: 2026-11-21}\n"
        + offer(
          "kind: current job\n    equity: [{kind: rsu, grant: 10k, vesting: 3y yearly, granted: ▶2027-03-01}]"
        )
    ),
    (
      .dateInTheFuture,
      "assumptions: {as_of: 2026-11-21}\n" + offer("kind: current job\n    start: ▶2027-01-01")
    ),
    (.badPath, offer("") + "scenarios: [{name: x, set: {▶seattle: 5%}}]"),
    (.badPath, offer("") + "scenarios: [{name: x, set: {\"▶a.equity[\": 5%}}]".movingMarkBeforeQuote),
    (.unknownOffer, offer("") + "scenarios: [{name: x, set: {▶seattle.base: 5%}}]"),
    (
      .duplicateScenario,
      offer("") + "scenarios:\n  - {name: x, set: {a.base: 5%}}\n  - {name: ▶x, set: {a.base: 6%}}"
    ),
  ]

  /// An offer with a line beside its id and base.
  private static func offer(_ line: String) -> String { "offers:\n  - id: a\n    base: 228k\n    \(line)\n" }

  @Test("The fault is the only one, where it should be, with a cure", arguments: cases)
  func oneFault(fault: ScenarioFault, text: String) throws {
    let (yaml, places) = ScenarioFixtures.marked(text)
    let found = ScenarioFixtures.faults(yaml)
    let names = found.map(\.name)
    #expect(names == [fault.rawValue], "\(found.map(\.text))")
    let one = try #require(found.first)
    #expect(ScenarioFixtures.Place(line: one.line, column: one.column) == places.first, "\(one.text)")
    #expect(!one.message.isEmpty && !one.cure.isEmpty)
    #expect(one.file == "scenario.yaml")
    #expect(!one.excerpt.isEmpty && one.caret > 0)
  }

  @Test("Faults of the whole file: bytes, size, depth, emptiness")
  func wholeFile() throws {
    #expect(
      ScenarioFixtures.faults([0x74, 0x3A, 0x20, 0xFF]).map(\.text).first?.hasPrefix(
        "scenario.yaml:1:4: error: [not-utf8]") == true)
    #expect(ScenarioFixtures.faults([0xFF, 0xFE, 0x61, 0x00]).map(\.name) == ["not-utf8"])
    for empty in ["", "\n\n", "# only a comment\n", "---\n", "~"] {
      #expect(ScenarioFixtures.faults(empty).map(\.name) == ["empty-file"])
    }
    #expect(ScenarioFixtures.faults([UInt8](repeating: 0x20, count: 10 << 20)).map(\.name) == ["too-large"])
    let manyValues = "notes: [" + String(repeating: "a,", count: 120_000) + "]"
    #expect(ScenarioFixtures.faults(manyValues).map(\.name) == ["too-large"])
    let deep = String(repeating: "[", count: 80) + String(repeating: "]", count: 80)
    #expect(ScenarioFixtures.faults("notes: \(deep)").map(\.name) == ["too-deep"])
    let bottomless = String(repeating: "[", count: 500_000)
    #expect(ScenarioFixtures.faults("notes: \(bottomless)").map(\.name) == ["too-deep"])
  }

  @Test("A billion laughs end in one diagnostic, as values and as keys")
  func billionLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(ScenarioFixtures.faults(text).map(\.name) == ["too-large"])
    #expect(ScenarioFixtures.faults(text + "? *a9\n: 1\n").map(\.name) == ["too-large"])
  }

  @Test("Every name of a fault is tested above")
  func coverage() {
    let elsewhere: Set<ScenarioFault> = [.notUTF8, .emptyFile, .tooLarge, .tooDeep]
    // Those of a sheet are in SheetTests.
    let sheets: Set<ScenarioFault> = [.notASheet, .tooManyCells, .ambiguousDate]
    // Those of changing a file are in ScenarioDocumentTests.
    let editing: Set<ScenarioFault> = [.sharedValue, .textNotABlock, .blockNotAText, .noSuchField, .cannotEdit]
    let tested = Set(Self.cases.map(\.0)).union(elsewhere).union(editing).union(sheets)
    #expect(Set(ScenarioFault.allCases).subtracting(tested).map(\.rawValue).sorted() == [])
    let names = ScenarioFault.allCases.map(\.rawValue)
    #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } })
  }

  @Test("A letter for a digit is named, with the number that was meant")
  func letters() {
    let fault = ScenarioFixtures.faults("offers:\n  - {id: a, base: \"18O,000\"}\n").first
    #expect(
      fault?.text == """
        scenario.yaml:2:19: error: [pay-not-a-number] base is "18O,000"
            2 |   - {id: a, base: "18O,000"}
              |                   ^
          "O" is a letter; did you mean 180,000?
        """)
  }

  @Test("A number torn apart by its comma is named whole")
  func tornNumber() {
    let fault = ScenarioFixtures.faults("offers:\n  - {id: a, base: 1,285,000}\n").first
    #expect(fault?.cure == "put it in quotes, \"1,285,000\", or leave the comma out")
    let twice = ScenarioFixtures.faults("offers:\n  - {id: a, base: 185,000, moving: 10,000}\n")
    #expect(twice.map(\.name) == ["comma-in-braces", "comma-in-braces"])
  }

  @Test(
    "Near names are suggested",
    arguments: [
      ("bonsu: 12%", "\"bonus\""), ("role: IT Directer", "\"IT Director\""),
      ("location: Denvre", "\"Denver, CO\""),
      ("employer_kind: hospitl", "\"hospital\""), ("kind: writen", "\"written\""), ("bonus: 0.15", "15%"),
      ("posted_range: 260k-205k", "205,000-260,000"),
    ])
  func suggestions(line: String, expected: String) {
    let cure = ScenarioFixtures.faults(Self.offer(line)).first?.cure ?? ""
    #expect(cure.contains(expected), "\(cure)")
  }

  @Test("Columns count characters: accents, emoji and combining marks are one each")
  func multibyte() {
    let faults = ScenarioFixtures.faults(
      "offers:\n  - {id: a, employer: \"Café 👩‍👩‍👧 Zu\u{308}rich\", base: 18O000}\n  - {id: b, title: 東京, base: x}\n"
    )
    #expect(faults.map(\.line) == [2, 3])
    #expect(faults.map(\.column) == [46, 30])
    #expect(faults.map(\.caret) == [46, 30])
  }

  @Test("Windows line ends and a byte order mark change no place")
  func lineEnds() {
    let text = "title: a\r\noffers:\r\n  - {id: a, base: x}\r\n"
    let fault = ScenarioFixtures.faults([0xEF, 0xBB, 0xBF] + Array(text.utf8)).first
    #expect(fault?.line == 3)
    #expect(fault?.column == 19)
    #expect(fault?.excerpt == "  - {id: a, base: x}")
  }

  @Test("A long line is cut around the fault, and control characters are not printed")
  func longLine() {
    let text = "offers: [{id: a, note: \"\(String(repeating: "ü", count: 300))\u{200F}\", base: x}]"
    let fault = ScenarioFixtures.faults(text).first
    #expect(fault?.column == 335)
    #expect(fault?.excerpt.hasPrefix("…") == true)
    #expect((fault?.excerpt.count ?? 200) < 110)
    let excerpt = Array(fault?.excerpt ?? "")
    let caret = fault?.caret ?? 0
    #expect(excerpt.indices.contains(caret - 1) && excerpt[caret - 1] == "x")
  }
}

extension String {
  /// A key's place is its quote, which the marked text cannot say inside the quotes.
  fileprivate var movingMarkBeforeQuote: String { replacing("\"▶", with: "▶\"") }
}
