import Quantities

/// The keys of the whole file.
enum ScenarioFields {
  private struct Draft {
    var title = ""
    var me: Entry?
    var assumptions: Entry?
    var offers: Entry?
    var scenarios: Entry?
  }

  private static let table = FieldTable<Draft>(
    [
      "schema": { entry, _ in schema(entry) },
      "title": { $1.title = $0.text() ?? "" },
      "me": { $1.me = $0 },
      "assumptions": { $1.assumptions = $0 },
      "offers": { $1.offers = $0 },
      "scenarios": { $1.scenarios = $0 },
      "notes": { entry, _ in entry.reading.userNotes += entry.texts(wanted: "text, or a list of texts") },
    ], required: ["offers": "offers: [{id: seattle, base: 228k}]"])

  /// The keys at the top of a file.
  static let keys = table.keys

  static func read(_ root: YAMLNode, _ reading: ScenarioReading, file: String) -> Scenario {
    var draft = Draft()
    let top = Entry("", root, reading)
    var scenario = Scenario(title: "", path: file)
    guard top.isMapping else {
      top.fault(
        .wrongShape("the scenario", found: root.shape, wanted: "keys such as `offers:`, one a line"))
      return scenario
    }
    table.read(top, into: &draft, owner: "the scenario", wanted: "keys")
    // Dates and currencies of the assumptions come first: the other blocks are read under them.
    if let entry = draft.assumptions {
      let assumptions = AssumptionFields.read(entry)
      scenario.asOf = assumptions.asOf
      scenario.horizonMonths = assumptions.horizonMonths
      scenario.discountRate = assumptions.discountRate
      scenario.currency = assumptions.currency
      scenario.parameterOverrides = assumptions.parameters
      reading.asOf = assumptions.asOf
      reading.hours = reading.hours.overridden(by: assumptions.parameters)
      if let currency = assumptions.currency { reading.currency = currency }
    }
    if let entry = draft.me { scenario.me = ProfileFields.read(entry) }
    var names = OfferListFields.Names()
    if let entry = draft.offers {
      let result = OfferListFields.read(entry, home: scenario.me.home ?? scenario.me.location)
      scenario.offers = result.offers
      let raises = zip(result.offers, result.raises).map { (offer: $0, raises: $1) }
      RaiseFields.check(raises, dayZero: scenario.dayZero(asOf: scenario.asOf))
      names = result.names
    }
    if let entry = draft.scenarios { scenario.deltas = DeltaFields.read(entry, offers: names) }
    scenario.title = draft.title.isEmpty ? name(of: file) : draft.title
    scenario.userNotes = reading.userNotes
    scenario.notes = reading.notes
    return scenario
  }

  private static func schema(_ entry: Entry) {
    guard let text = entry.text(wanted: ScenarioReader.schema), text != ScenarioReader.schema else { return }
    entry.fault(.wrongSchema(text, expected: ScenarioReader.schema))
  }

  /// `it-director` for `Scenarios/it-director/scenario.yaml`, `seattle` for `seattle.yaml`.
  private static func name(of file: String) -> String {
    let parts = file.split(separator: "/").map(String.init)
    guard let last = parts.last else { return file }
    if last == ScenarioReader.fileName, parts.count > 1 { return parts[parts.count - 2] }
    return last.split(separator: ".").first.map(String.init) ?? last
  }
}
