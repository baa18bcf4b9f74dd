import CSVStream
import Market

/// What the canonical CSV says of the survey itself, where a row does.
struct CanonicalSource {
  /// Sets its weight beside others.
  var kind: MarketDataset.SourceKind?
  var licence: String?
  /// Releases and copies of one survey share it: one of them answers, never two.
  var series: String?

  /// For people: `["kind of survey: self-report; licence: CC BY 4.0"]`.
  var notes: [String] {
    let parts = [kind.map { "kind of survey: \($0.rawValue)" }, licence.map { "licence: \($0)" }]
    return [(parts + [series.map { "series: \($0)" }]).compactMap { $0 }.joined(separator: "; ")].filter { !$0.isEmpty }
  }
}

extension CanonicalLayout {
  /// What is known of a survey after one more row; a row that contradicts those before it is at fault.
  func readSource(
    _ record: borrowing CSVRecord, dataset: String, _ faults: inout FaultList
  ) -> CanonicalSource {
    var source = facts[dataset]?.source ?? CanonicalSource()
    let written = named(record, .sourceKind)
    // One text in all rows of a survey: it is looked up once.
    if !written.isEmpty, written != source.kind?.rawValue {
      let kind = MarketDataset.SourceKind(rawValue: written.lowercased())
      if kind == nil {
        fault(
          "unknown-source-kind", "\"\(written)\" is no kind of survey", "source_kind", record, &faults,
          cure: Self.suggest(written.lowercased(), MarketDataset.SourceKind.allCases.map(\.rawValue)))
      } else if let first = source.kind, first != kind {
        fault(
          "two-source-kinds", "data set \(dataset) began as \(first.rawValue)", "source_kind", record, &faults,
          cure: "one data set is of one kind: name the other one differently in the column dataset")
      }
      source.kind = source.kind ?? kind
    }
    source.licence = agreed(source.licence, .licence, "two-licences", record, dataset: dataset, &faults)
    source.series = agreed(source.series, .series, "two-series", record, dataset: dataset, &faults)
    return source
  }

  /// A text of the whole data set, in any of its rows.
  private func agreed(
    _ held: String?, _ column: Column, _ error: String, _ record: borrowing CSVRecord, dataset: String,
    _ faults: inout FaultList
  ) -> String? {
    let written = named(record, column)
    guard !written.isEmpty else { return held }
    if let held, held != written {
      fault(
        error, "data set \(dataset) began with \"\(held)\"", Self.known[column.rawValue], record, &faults,
        cure: "one data set has one \(column): name the other one differently in the column dataset")
    }
    return held ?? written
  }
}
