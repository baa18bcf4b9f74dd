import Glibc
import Quantities
import Testing

@testable import Files

@Suite("A scenario file is changed by path, and nothing else in it moves")
struct ScenarioDocumentTests {
  static let root: String = {
    var path = Substring(#filePath)
    for _ in 0..<3 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    return String(path)
  }()

  static func document(_ yaml: String) throws -> ScenarioDocument {
    try ScenarioDocument(bytes: Array(yaml.utf8), file: "scenario.yaml")
  }

  static func text(_ document: ScenarioDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }

  /// The names of what is wrong with a change; none when it works.
  static func faults(_ body: () throws -> ScenarioDocument) -> [String] {
    do {
      _ = try body()
      return []
    } catch let bad as BadInput {
      return bad.diagnostics.map { "\($0.name) \($0.line):\($0.column)" }
    } catch {
      return ["\(error)"]
    }
  }

  static let sample = """
    # Two offers.
    title: "Two, or one"   # a title
    me: {role: IT Manager, certifications: [PMP, CISSP]}
    assumptions: {horizon: 4y}

    offers:
      # The first.
      - id: denver
        base: 208k          # in the letter
        bonus: 15%
        equity: []

      - id: seattle
        base: '228k'
        bonus: {target: 20%, odds: {threshold: 92%, target: 55%, maximum: 10%}}
        equity:
          # One grant.
          - {kind: rsu, grant: 240k, price: 84.20}
        retirement:
          match: 50% up to 6%
          vesting: 3y graded
        # The end of Seattle.

    scenarios:
      - {name: stock halves, set: {"seattle.equity[0].price": -50%}}
    """

  @Test("Values are listed in order with path, line and column")
  func values() throws {
    let values = try Self.document(Self.sample).values
    #expect(
      values.map(\.path) == [
        "title", "me.role", "me.certifications[0]", "me.certifications[1]", "assumptions.horizon", "denver.id",
        "denver.base", "denver.bonus", "seattle.id", "seattle.base", "seattle.bonus.target",
        "seattle.bonus.odds.threshold", "seattle.bonus.odds.target", "seattle.bonus.odds.maximum",
        "seattle.equity[0].kind", "seattle.equity[0].grant", "seattle.equity[0].price", "seattle.retirement.match",
        "seattle.retirement.vesting", "scenarios[0].name", "scenarios[0].set.seattle.equity[0].price",
      ])
    let base = try #require(values.first { $0.path == "denver.base" })
    #expect(base.text == "208k" && base.line == 9 && base.column == 11)
  }

  @Test(
    "A change is one edit of one line",
    arguments: [
      ("seattle.base", "240k", "    base: '240k'"), ("denver.base", "210k", "    base: 210k          # in the letter"),
      ("title", "a \"b\" c", "title: \"a \\\"b\\\" c\"     # a title"),
      (
        "me.certifications[1]", "ITIL, 4", "me: {role: IT Manager, certifications: [PMP, \"ITIL, 4\"]}"
      ), ("seattle.equity[0].price", "90", "      - {kind: rsu, grant: 240k, price: 90}"),
      (
        "scenarios[0].set.seattle.equity[0].price", "-60%",
        "  - {name: stock halves, set: {\"seattle.equity[0].price\": -60%}}"
      ),
      (
        "seattle.equity[0].granted", "2027-01-15", "      - {kind: rsu, grant: 240k, price: 84.20, granted: 2027-01-15}"
      ),
      (
        "scenarios[0].set.seattle.base", "+5%",
        "  - {name: stock halves, set: {\"seattle.equity[0].price\": -50%, seattle.base: +5%}}"
      ), ("denver.equity[0].kind", "rsu", "    equity: [{kind: rsu}]"),
      ("me.certifications[2]", "AWS", "me: {role: IT Manager, certifications: [PMP, CISSP, AWS]}"),
    ])
  func oneLine(_ change: (path: String, text: String, line: String)) throws {
    let before = try Self.document(Self.sample)
    let after = try before.setting([(change.path, change.text)])
    #expect(after.text(at: change.path) == change.text)
    let (old, new) = (Self.text(before).split(separator: "\n"), Self.text(after).split(separator: "\n"))
    #expect(old.count == new.count)
    let changed = zip(old, new).filter { $0.0 != $0.1 }
    #expect(changed.map { String($0.1) } == [change.line])
  }

  @Test(
    "A missing key or item is one new line, indented as its neighbours, before comments that follow",
    arguments: [
      ("seattle.leave", "25d", "      vesting: 3y graded", "    leave: 25d"),
      ("denver.remote.days", "2", "    equity: []", "    remote: {days: 2}"),
      ("seattle.retirement.note", "x: y", "      vesting: 3y graded", "      note: \"x: y\""),
      ("seattle.equity[1].kind", "rsu", "      - {kind: rsu, grant: 240k, price: 84.20}", "      - {kind: rsu}"),
      ("notes", "mine", "  - {name: stock halves, set: {\"seattle.equity[0].price\": -50%}}", "notes: mine"),
    ])
  func newLine(_ change: (path: String, text: String, above: String, line: String)) throws {
    let after = try Self.document(Self.sample).setting([(change.path, change.text)])
    #expect(after.text(at: change.path) == change.text)
    let expected = Self.sample.replacing(change.above, with: change.above + "\n" + change.line)
    #expect(Self.text(after) == expected)
  }

  @Test("A new offer is appended as the others are written, and takes fields at once")
  func newOffer() throws {
    let after = try Self.document(Self.sample).setting([
      ("offers[2].id", "austin"), ("austin.base", "190k"), ("austin.remote.pay_zone", "home"),
    ])
    let block = "\n\n  - id: austin\n    base: 190k\n    remote: {pay_zone: home}\n    # The end of Seattle."
    // The comment above the next block belongs to whoever wrote it: it stays where it was, below the last value.
    #expect(Self.text(after) == Self.sample.replacing("\n    # The end of Seattle.", with: block))
    #expect(after.values.contains { $0.path == "austin.base" && $0.text == "190k" })
  }

  @Test(
    "Removing takes the value and the blocks it leaves empty",
    arguments: [
      ("denver.bonus", "    bonus: 15%\n", ""), ("denver.id", "id: denver\n    base", "base"),
      ("seattle.equity[0].grant", "grant: 240k, ", ""), ("seattle.equity[0].price", ", price: 84.20", ""),
      ("me.certifications[0]", "PMP, ", ""), ("seattle.retirement.match", "      match: 50% up to 6%\n", ""),
      ("seattle.bonus.odds", ", odds: {threshold: 92%, target: 55%, maximum: 10%}", ""),
      (
        "seattle.retirement",
        "    retirement:\n      match: 50% up to 6%\n      vesting: 3y graded\n", ""
      ), ("assumptions.horizon", "assumptions: {horizon: 4y}\n", ""),
      (
        "seattle.equity[0]",
        "    equity:\n      # One grant.\n      - {kind: rsu, grant: 240k, price: 84.20}\n", ""
      ),
      (
        "denver",
        "  - id: denver\n    base: 208k          # in the letter\n    bonus: 15%\n    equity: []\n", ""
      ),
    ])
  func removing(_ change: (path: String, text: String, replacement: String)) throws {
    let document = try Self.document(Self.sample)
    let after = try document.removing(change.path)
    #expect(Self.text(after) == Self.sample.replacing(change.text, with: change.replacement))
    #expect(document.text(at: change.path) == nil || after.text(at: change.path) != document.text(at: change.path))
  }

  @Test("The comment between a removed first key and the next one stays")
  func commentAfterFirstKey() throws {
    let yaml = "offers:\n  - id: a   # gone\n    # kept\n    base: 1\n"
    #expect(try Self.text(Self.document(yaml).removing("offers[0].id")) == "offers:\n    # kept\n  - base: 1\n")
  }

  @Test("What a change would do beyond its path is refused, with the line that stands in the way")
  func refusals() throws {
    let document = try Self.document(Self.sample)
    #expect(Self.faults { try document.setting([("denver.bonus.odds.target", "50%")]) } == ["text-not-a-block 10:12"])
    #expect(Self.faults { try document.setting([("seattle.bonus", "15%")]) } == ["block-not-a-text 15:12"])
    #expect(Self.faults { try document.setting([("austin.base", "15%")]) } == ["unknown-offer 0:0"])
    #expect(Self.faults { try document.setting([("denver..base", "15%")]) } == ["bad-path 0:0"])
    #expect(Self.faults { try document.setting([("seattle.equity[4].kind", "rsu")]) } == ["no-such-field 18:7"])
    #expect(Self.faults { try document.removing("seattle.leave") } == ["no-such-field 0:0"])
  }

  @Test("A value used in two places is not changed in both; beside it, it is written out")
  func aliases() throws {
    let yaml = """
      common: &common
        leave: 20d
        bonus: {target: 10%}
      offers:
        - id: a
          base: &pay 200k
          <<: *common
        - id: b
          base: *pay
          <<: *common

      """
    let document = try Self.document(yaml)
    #expect(document.text(at: "b.base") == "200k" && document.text(at: "b.leave") == "20d")
    #expect(Self.faults { try document.setting([("a.base", "210k")]) } == ["shared-value 6:11"])
    #expect(Self.faults { try document.setting([("common.leave", "21d")]) } == ["shared-value 2:10"])
    #expect(Self.faults { try document.setting([("b.bonus.target", "12%")]) }.first?.hasPrefix("shared-value") == true)
    #expect(Self.faults { try document.removing("a.base") } == ["shared-value 6:5"])
    // One place only: the alias makes way for a value, an inherited key for one of its own.
    #expect(
      try Self.text(document.setting([("b.base", "210k")])) == yaml.replacing("base: *pay", with: "base: 210k"))
    let own = try document.setting([("b.leave", "25d")])
    #expect(own.text(at: "b.leave") == "25d" && own.text(at: "a.leave") == "20d")
  }

  @Test("Byte order mark, CRLF and a missing last line end survive")
  func lineEnds() throws {
    let yaml = "\u{FEFF}offers:\r\n  - id: a\r\n    base: 200k # x\r\nnotes: |\r\n  one\r\n  two\r\n\r\ntitle: t"
    let document = try Self.document(yaml)
    let after = try document.setting([("a.base", "210k"), ("a.leave", "20d"), ("notes", "three"), ("me.role", "CIO")])
    #expect(
      Self.text(after)
        == "\u{FEFF}offers:\r\n  - id: a\r\n    base: 210k # x\r\n    leave: 20d\r\nnotes: three\r\n\r\ntitle: t\r\nme: {role: CIO}"
    )
  }

  @Test(
    "A key without a value is filled", arguments: ["a:", "a: ", "a: # none", "a: ~", "{a: }", "{a}", "{a: , b: 1}"])
  func empty(_ yaml: String) throws {
    let me = yaml.replacing("a", with: "role", maxReplacements: 1)
    let document = try Self.document("title:\nme:\n  \(me)\nnotes: x\n").setting([("title", "t: u")])
    #expect(document.text(at: "title") == "t: u")
    #expect(try document.setting([("me.role", "CIO")]).text(at: "me.role") == "CIO")
  }
}
