/// `scenarios: [{name: stock halves, why: "2022 happened", set: {"seattle.equity[0].price": -50%}}]`
enum DeltaFields {
  private struct Draft {
    let offers: OfferListFields.Names
    var name: Entry?
    var why = ""
    var sets: [ScenarioDelta.Setting] = []
  }

  private static let table = FieldTable<Draft>(
    [
      "name": { $1.name = $0 },
      "why": { $1.why = $0.text() ?? "" },
      "set": { $1.sets = settings($0, offers: $1.offers) },
    ], required: ["name": "name: stock halves", "set": "set: {seattle.base: +5%}"])

  static func read(_ entry: Entry, offers: OfferListFields.Names) -> [ScenarioDelta] {
    var deltas: [ScenarioDelta] = []
    var lines: [String: Int] = [:]
    for item in entry.items(wanted: "a list, one `- name: ...` for each") ?? [] {
      var draft = Draft(offers: offers)
      let shape = "keys: {name: ..., set: {...}}"
      guard table.read(item, into: &draft, owner: item.path, wanted: shape), let named = draft.name,
        let name = named.text(wanted: "a name")
      else { continue }
      if let first = lines[name] {
        named.fault(.duplicateScenario(name, firstLine: first))
        continue
      }
      lines[name] = named.line
      deltas.append(ScenarioDelta(name: name, why: draft.why, sets: draft.sets))
    }
    return deltas
  }

  private static func settings(_ entry: Entry, offers: OfferListFields.Names) -> [ScenarioDelta.Setting] {
    var settings: [ScenarioDelta.Setting] = []
    for (key, path, value) in entry.fields(wanted: "paths and values: {seattle.base: +5%}") ?? [] {
      if entry.reading.isFull { break }
      let fault = ScenarioPath.fault(path, offers: offers)
      if let fault { entry.reading.fault(fault, at: key) }
      if let text = value.text(wanted: "one value, such as -50%"), fault == nil {
        settings.append(ScenarioDelta.Setting(path: path, value: text))
      }
    }
    return settings
  }
}

/// The form of a path into a scenario: `seattle.equity[0].price`.
enum ScenarioPath {
  /// Roots that are no offers.
  static let roots = ["me", "assumptions", "market"]

  /// What is wrong with a path; nil when its form is right and its offer exists.
  static func fault(_ path: String, offers: OfferListFields.Names) -> FaultText? {
    guard path.count <= 200 else { return .badPath(path, why: "it is too long") }
    let segments = segments(of: path)
    guard segments.count >= 2 else { return .badPath(path, why: "it has no dot") }
    for segment in segments {
      if segment.isEmpty { return .badPath(path, why: "a name is missing beside a dot") }
      if !isWellFormed(segment) { return .badPath(path, why: "\(FaultText.shown(segment)) is no name") }
    }
    let root = segments[0]
    if roots.contains(root) || offers.contains(root) { return nil }
    return .unknownOffer(root, known: offers.inOrder)
  }

  /// Parted at the dots outside brackets, since a parameter's scope may hold one.
  private static func segments(of path: String) -> [String] {
    var segments = [""]
    var depth = 0
    for character in path {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ".", depth <= 0 {
        segments.append("")
      } else {
        segments[segments.count - 1].append(character)
      }
    }
    return segments
  }

  /// A name of letters, digits, `-` and `_`, then any number of `[...]`.
  private static func isWellFormed(_ segment: String) -> Bool {
    let name = segment.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    guard !name.isEmpty else { return false }
    var rest = segment.dropFirst(name.count)
    while rest.first == "[" {
      guard let close = rest.firstIndex(of: "]") else { return false }
      let inside = rest[rest.index(after: rest.startIndex)..<close]
      if inside.isEmpty || inside.contains("[") { return false }
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty
  }
}
