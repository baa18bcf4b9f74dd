import CSVStream

/// Markers of the canonical CSV, as ``CanonicalExport`` writes them.
extension CanonicalLayout {
  /// The mark of a row: in place of its figure, or beside it in the note; nil for none.
  func mark(_ record: borrowing CSVRecord, _ value: Double?) -> Character? {
    let text = named(record, value == nil ? .value : .note)
    switch text {
    case "*", "**": return value == nil ? "*" : nil
    case "~": return value == nil ? "~" : nil
    case "#", "s": return value == nil ? nil : text.first
    default: return nil
    }
  }
}
