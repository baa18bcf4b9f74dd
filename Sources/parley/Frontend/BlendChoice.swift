import Files
import Market
import Reports

/// How sources become one figure, and what the user says of each: `--blend`, `--weight` and `--premium` as typed.
struct BlendChoice {
  let blend: String
  let weights, premiums: [String]

  static func rule(_ text: String) throws -> Blending.Rule {
    guard let rule = Blending.Rule(rawValue: text.lowercased()) else {
      throw UnknownChoice(kind: "blend", given: text, valid: Blending.Rule.allCases.map(\.rawValue))
    }
    return rule
  }

  /// The blend of a question; `check` refuses names that the library does not have.
  func blending(check: ([String]) throws -> [String]) throws -> Blending {
    var blending = Blending(rule: try Self.rule(blend))
    for text in weights {
      let (name, written) = try Self.pair(text, of: "--weight")
      guard let share = SourceMatches.weight(written) else { throw Self.notAMatch(text, of: "--weight") }
      guard blending.weights.updateValue(share, forKey: name) == nil else {
        throw UsageError("match-twice", "\(name) has two weights", cure: "name each data set once, with one weight")
      }
    }
    for text in premiums {
      let (name, written) = try Self.pair(text, of: "--premium")
      switch SourceMatches.premium(of: name, written) {
      case .success(let share): blending.premiums[name] = share
      case .failure(let wrong): throw UsageError(wrong.name, wrong.message, cure: wrong.cure)
      }
    }
    _ = try check(blending.weights.keys.sorted() + blending.premiums.keys.sorted())
    if !weights.isEmpty, let excess = Blending.excess(of: blending.weights.values) {
      let wrong = SourceMatches.Fault.total(1 + excess)
      throw UsageError(wrong.name, wrong.message, cure: wrong.cure)
    }
    return blending
  }

  /// `acme-2026=60%`
  private static func pair(_ text: String, of option: String) throws -> (name: String, share: String) {
    guard let equals = text.firstIndex(of: "=") else { throw notAMatch(text, of: option) }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  private static func notAMatch(_ text: String, of option: String) -> UsageError {
    UsageError(
      "not-a-match", "\(option) \"\(text)\" is no data set with a share",
      cure: "write the name, =, and the share: \(option) acme-2026=" + (option == "--weight" ? "60%" : "-5%"))
  }
}
