import Quantities

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
  static func fault(_ text: String, offers: OfferListFields.Names) -> FaultText? {
    let path: FieldPath
    do { path = try FieldPath(text) } catch { return .badPath(text, error) }
    guard path.segments.count >= 2 else { return .badPath(text, why: "it has no dot") }
    let root = path.segments[0].description
    if roots.contains(root) || offers.contains(root) { return nil }
    return .unknownOffer(root, known: offers.inOrder)
  }
}
