import Testing

@testable import Files

@Suite("Whatever the bytes, reading ends with a scenario or with diagnostics")
struct ScenarioFuzzTests {
  /// SplitMix64: the same mutations on every run.
  struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let pieces = [
    "-", "%", ": ", "\n", "  ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "<<: ", "k", "$", "€", "0",
    "9999999999", "/",
    "#", "|\n", "? ", "---\n", "\t", "\u{0}", "\u{85}", "ü", "null", "~", "1e400", "-0", "nan", "inf",
  ]

  @Test("Mutated scenarios", .timeLimit(.minutes(2)), arguments: [UInt64(1), 2, 3, 4])
  func mutations(seed: UInt64) {
    var chance = Chance(state: seed)
    let original = Array(ContractExampleTests.example.utf8)
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &chance) { mutate(&bytes, &chance) }
      let faults = ScenarioFixtures.faults(bytes)
      let isSound = faults.allSatisfy { fault in
        ScenarioFault(rawValue: fault.name) != nil && !fault.cure.isEmpty
          && fault.caret <= fault.excerpt.count + 1
      }
      #expect(isSound, "\(faults.map(\.text))")
      // The same bytes give the same answer.
      #expect(faults == ScenarioFixtures.faults(bytes))
    }
  }

  @Test("Every prefix of a scenario")
  func prefixes() {
    let bytes = Array(ContractExampleTests.example.utf8)
    for length in stride(from: 0, to: bytes.count, by: 3) {
      let faults = ScenarioFixtures.faults(Array(bytes.prefix(length)))
      #expect(faults.allSatisfy { ScenarioFault(rawValue: $0.name) != nil })
    }
  }

  @Test("Every value of a scenario replaced by nonsense")
  func values() {
    let lines = ContractExampleTests.example.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for index in lines.indices {
      guard let colon = lines[index].firstIndex(of: ":") else { continue }
      for nonsense in [
        "", "[]", "{}", "[[]]", "{a: b}", "-1", "1e999", "9999999999999999999999", "-", "/", "%", "x y z",
      ] {
        var changed = lines
        changed[index] = String(lines[index][...colon]) + " " + nonsense
        let faults = ScenarioFixtures.faults(changed.joined(separator: "\n"))
        #expect(faults.allSatisfy { ScenarioFault(rawValue: $0.name) != nil && !$0.cure.isEmpty })
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ chance: inout Chance) {
    let place = Int.random(in: 0...max(0, bytes.count - 1), using: &chance)
    switch Int.random(in: 0..<5, using: &chance) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &chance)))
    case 2: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &chance) ?? "").utf8, at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
    default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &chance))
    }
    if bytes.isEmpty { bytes = [0x20] }
  }
}
