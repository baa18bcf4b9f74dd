import CSVStream
import Market

/// What the canonical CSV says of the survey itself: its kind, which sets its weight beside others, and its licence.
extension CanonicalLayout {
  /// The kind and the licence that a row names; nil for what it leaves out, and where it contradicts the rows before.
  func readSource(
    _ record: borrowing CSVRecord, dataset: String, _ faults: inout FaultList
  ) -> (kind: MarketDataset.SourceKind?, licence: String?) {
    let written = named(record, .sourceKind)
    let licence = named(record, .licence)
    let held = facts[dataset]
    var kind = held?.kind
    // One text in all rows of a survey: it is looked up once.
    if !written.isEmpty, written != kind?.rawValue {
      kind = MarketDataset.SourceKind(rawValue: written.lowercased())
      if kind == nil {
        fault(
          "unknown-source-kind", "\"\(written)\" is no kind of survey", "source_kind", record, &faults,
          cure: Self.suggest(written.lowercased(), MarketDataset.SourceKind.allCases.map(\.rawValue)))
      } else if let first = held?.kind, first != kind {
        fault(
          "two-source-kinds", "data set \(dataset) began as \(first.rawValue)", "source_kind", record, &faults,
          cure: "one data set is of one kind: name the other one differently in the column dataset")
      }
    }
    if !licence.isEmpty, let first = held?.licence, first != licence {
      fault(
        "two-licences", "data set \(dataset) began with \"\(first)\"", "licence", record, &faults,
        cure: "one data set has one licence: name the other one differently in the column dataset")
    }
    return (kind, licence.isEmpty ? nil : licence)
  }
}

extension CanonicalLayout.DatasetFacts {
  /// What the rows say of the survey, for people: `["kind of survey: self-report; licence: CC BY 4.0"]`.
  var sourceNotes: [String] {
    let kind = kind.map { "kind of survey: \($0.rawValue)" }
    return [[kind, licence.map { "licence: \($0)" }].compactMap { $0 }.joined(separator: "; ")].filter { !$0.isEmpty }
  }
}
