import CSVStream

/// Markers of the canonical CSV, as ``CanonicalExport`` writes them.
extension CanonicalLayout {
  /// The mark of a row: in place of its figure, or beside it in the note; nil for none.
  func mark(_ record: borrowing CSVRecord, _ value: Double?) -> Character? {
    let text = named(record, value == nil ? "value" : "note")
    switch text {
    case "*", "**": return value == nil ? "*" : nil
    case "~": return value == nil ? "~" : nil
    case "#", "s": return value == nil ? nil : text.first
    default: return nil
    }
  }

  /// Puts a mark at its figure's place; counts have none.
  mutating func setMark(_ mark: Character, of statistic: String, in key: CellKey) {
    guard let index = Self.figures[statistic], var marks = cells[key].map({ Array($0.marks) }) else { return }
    marks[index] = mark
    cells[key]?.marks = String(marks)
  }
}
