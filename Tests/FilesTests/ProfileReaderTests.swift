import TestSupport
import Testing

@testable import Files

@Suite("A mapping profile is read strictly, with faults at line and column")
struct ProfileReaderTests {
  static let sound = """
    schema: parley.profile/1
    name: acme
    shape: incumbents
    columns:
      role: Job Title
      location: [City, Town]
    pay:
      - element: base
        pay: Base Salary
    units: {basis: annual, currency: USD, thousands: no}
    date: 2026-03
    markers: {"*": withheld}
    plausible: [1000, 10000000]

    """

  private func read(_ text: String) throws -> SurveyProfile {
    var reader = ProfileReader(file: "p.yaml")
    return try reader.read(Array(text.utf8))
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let bad as BadInput {
      return bad.diagnostics.map { "\($0.line):\($0.column) \($0.name)" }
    } catch { return ["\(error)"] }
  }

  @Test("A sound one")
  func sound() throws {
    let profile = try read(Self.sound)
    #expect(profile.columns[.location] == ["City", "Town"] && profile.pay[0].columns["pay"] == ["Base Salary"])
    #expect(profile.markers == ["*": .withheld] && profile.plausible == 1_000...10_000_000)
  }

  @Test(
    "Faults are named where they stand",
    arguments: [
      ("name: acme", "nam: acme", ["2:1 unknown-profile-key"]),
      ("shape: incumbents", "shape: people", ["3:8 bad-profile-value"]),
      ("  role: Job Title", "  roll: Job Title", ["5:3 unknown-profile-key"]),
      ("  role: Job Title\n", "", ["1:1 missing-profile-key"]),
      ("thousands: no", "thousands: maybe", ["10:50 bad-profile-value"]),
      ("date: 2026-03", "date: March", ["11:7 bad-profile-value"]),
      ("date: 2026-03", "date: 2026-03\nname: other", ["12:1 duplicate-profile-key"]),
      ("\"*\": withheld", "\"*\": hidden", ["12:16 bad-profile-value"]),
      ("\"*\": withheld", "\"#\": capped at much", ["12:16 bad-profile-value"]),
      ("\"*\": withheld", "\"#\": capped at 0", ["12:16 bad-profile-value"]),
      ("[1000, 10000000]", "[5, 1]", ["13:12 bad-profile-value"]),
      ("element: base", "element: bonuses", ["8:14 bad-profile-value"]),
      ("pay: Base Salary", "p50: Base Salary", ["1:1 missing-profile-key"]),
    ])
  func faulty(_ given: (from: String, to: String, found: [String])) {
    #expect(faults(Self.sound.replacing(given.from, with: given.to)) == given.found)
  }

  @Test("No text makes the reader crash, hang, or fail without a name")
  func fuzz() {
    var random = SplitMix(seed: 20_261_122)
    let bytes = Array(Self.sound.utf8)
    let pieces = ["- ", ": ", "{", "}", "[", "]", "\"", "\n", "  ", "&a ", "*a", "~", "\u{0}", "é", "1e9", "null", "#"]
    for _ in 0..<2_000 {
      var text = bytes
      for _ in 0...Int(random.next() % 4) {
        let at = Int(random.next() % UInt64(text.count))
        switch random.next() % 3 {
        case 0: text.remove(at: at)
        case 1: text.insert(contentsOf: Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8), at: at)
        default: text[at] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      var reader = ProfileReader(file: "p.yaml")
      do { _ = try reader.read(text) } catch let bad as BadInput {
        #expect(!bad.diagnostics.isEmpty && bad.diagnostics.allSatisfy { !$0.name.isEmpty && !$0.cure.isEmpty })
      } catch { Issue.record("\(error)") }
    }
  }
}

/// A small generator with a seed, so that a failure can be seen again.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
