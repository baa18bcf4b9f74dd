import Foundation
import TestSupport
import Testing

@Suite("JSON is what scripts may rely on")
struct JSONShapeTests {
  static let scenario = BuiltProgram.packageFolder + "/Scenarios/it-director-denver-seattle"
  static let commands: [(schema: String, words: [String])] = [
    ("parley.market-roles/1", ["market", "roles"]),
    ("parley.market-locations/1", ["market", "locations"]),
    ("parley.market-list/1", ["market", "list"]),
    ("parley.market-show/1", ["market", "show", "--role", "CIO", "--location", "Ohio", "--as-of", "2026-11-21"]),
    ("parley.market-show/1", ["market", "show", "--role", "29-1141", "--location", "US", "--as-of", "2026-11-21"]),
    ("parley.negotiate/1", ["negotiate", "--role", "CIO", "--location", "Ohio", "--as-of", "2026-11-21"]),
    ("parley.negotiate/1", ["negotiate", scenario]),
    ("parley.value/1", ["value", scenario]),
    ("parley.compare/1", ["compare", scenario]),
    ("parley.whatif/1", ["whatif", scenario, "seattle.base=+20k"]),
    ("parley.explain/1", ["explain", scenario, "seattle.negotiation.target"]),
    ("parley.explain-list/1", ["explain", scenario, "--all"]),
    ("parley.verify/1", ["verify", "--quiet"]),
    ("parley.market-show-rows/1", ["market", "show", "--role", "CIO", "--as-of", "2026-11-21", "--fields", "value"]),
  ]

  @Test("A schema, sorted keys, plain numbers", arguments: commands)
  func shape(_ command: (schema: String, words: [String])) throws {
    let result = try ParleyProcess().run(command.words + ["-O", "json"])
    // Not every occupation is in the shipped data; what matters is the form of what is printed.
    guard result.status == 0 else {
      #expect(result.status == 65 && result.output.isEmpty)
      return
    }
    let root = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    #expect(root["schema"] as? String == command.schema)
    #expect(Self.unsortedKeys(in: result.stdout) == [])
    let tokens = Self.tokens(result.stdout)
    #expect(!tokens.contains { $0.first?.isNumber == true && $0.contains { "eE+".contains($0) } })
    #expect(tokens.allSatisfy { Self.isPlainNumber($0) || ["true", "false", "null"].contains($0) })
    #expect(result.stdout.hasSuffix("}\n") && !result.stdout.contains("\u{1B}"))
  }

  @Test("JSON lines carry a schema each, and are JSON each", arguments: commands)
  func lines(_ command: (schema: String, words: [String])) throws {
    let result = try ParleyProcess().run(command.words + ["-O", "jsonl"])
    for line in result.stdout.split(separator: "\n") {
      let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((row["schema"] as? String)?.hasSuffix("-row/1") == true)
    }
  }

  @Test("compare has every key it promises, for the whole and for each offer")
  func compareKeys() throws {
    let document = try JSONDocument(of: ["compare", Self.scenario, "-O", "json"])
    let keys: Set<String> = [
      "schema", "as_of", "seed", "runs", "currency", "horizon_years", "verdict", "offers", "pairs", "drivers", "flips",
    ]
    #expect(keys.subtracting(document.root.keys) == [])
    let own: Set<String> = [
      "id", "title", "headline", "fair", "expected", "expected_average_leaver", "certain", "after_tax",
      "local_purchasing_power", "guaranteed", "likely", "hoped_for", "simulated", "by_year", "components",
    ]
    for offer in try document.objects("offers") { #expect(own.subtracting(offer.keys) == []) }
  }

  @Test("negotiate has every key it promises")
  func negotiateKeys() throws {
    let keys: Set<String> = [
      "schema", "offer", "role", "location", "unit", "currency", "walk_away", "room", "ceiling", "target", "anchor",
      "expected_settlement", "zone", "gap", "p_reach", "market", "acceptance", "value_of_asking", "sensitivity",
      "packages", "forfeited", "arguments", "plan",
    ]
    let quick = ["negotiate", "--role", "CIO", "--location", "Ohio", "--as-of", "2026-11-21", "-O", "json"]
    for words in [quick, ["negotiate", Self.scenario, "-O", "json"]] {
      let missing = keys.subtracting(try JSONDocument(of: words).root.keys)
      #expect(missing == [], "\(words[1])")
    }
  }

  @Test("market show has every key it promises")
  func showKeys() throws {
    let keys: Set<String> = [
      "schema", "role", "location", "as_of", "currency", "basis", "pay_element", "percentiles", "mean",
      "n_incumbents", "n_organizations", "effective_n", "median_interval", "confidence", "sources", "adjustments",
    ]
    let words = ["market", "show", "--role", "CIO", "--location", "Ohio", "--as-of", "2026-11-21", "-O", "json"]
    #expect(keys.subtracting(try JSONDocument(of: words).root.keys) == [])
  }

  /// Keys that follow a later one of the same object, by their indentation.
  private static func unsortedKeys(in text: String) -> [String] {
    var last: [Int: String] = [:]
    var unsorted: [String] = []
    for line in text.split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count
      let body = line.dropFirst(depth)
      last = last.filter { $0.key <= depth }
      guard body.hasPrefix("\""), let end = body.range(of: "\": ") else {
        if body.hasPrefix("{") || body.hasPrefix("}") || body.hasPrefix("]") { last[depth + 2] = nil }
        continue
      }
      let key = String(body[body.index(after: body.startIndex)..<end.lowerBound])
      if let before = last[depth], Array(before.utf8).lexicographicallyPrecedes(Array(key.utf8)) == false {
        unsorted.append("\(before) before \(key)")
      }
      last[depth] = key
    }
    return unsorted
  }

  /// What stands outside of strings, without punctuation.
  private static func tokens(_ text: String) -> [String] {
    var outside = ""
    var isInString = false
    var isEscaped = false
    for character in text {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInString = false
        }
      } else if character == "\"" {
        isInString = true
      } else {
        outside.append(",:{}[]\n ".contains(character) ? " " : character)
      }
    }
    return outside.split(separator: " ").map(String.init)
  }

  private static func isPlainNumber(_ token: String) -> Bool {
    token.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
  }
}
