/// Lays out lines of label, value and note in three columns.
///
///       Walk away     $171,500   what your present job is worth
///       Opening ask   $198,400
struct KeyValueLayout {
  let width: Int
  let typography: Typography

  private static let indent = 2
  private static let gap = 3
  private static let narrowestNote = 24

  func lines(of entries: [KeyValue]) -> [StyledLine] {
    let labels = entries.map { typography.clean($0.label) }
    let values = entries.map { typography.clean($0.value) }
    let labelWidth = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, width / 3)
    let valueColumn = Self.indent + labelWidth + Self.gap
    let valueWidth = min(values.map { DisplayWidth.of($0) }.max() ?? 0, width - valueColumn)
    let besideNote = valueColumn + valueWidth + Self.gap
    let noteColumn = width - besideNote >= Self.narrowestNote ? besideNote : valueColumn
    let alignsRight = values.allSatisfy(Self.isNumeric)

    return entries.indices.flatMap { index -> [StyledLine] in
      let labelLines = WordWrap.lines(labels[index], width: labelWidth)
      let valueLines = WordWrap.lines(values[index], width: valueWidth)
      let notes = WordWrap.lines(typography.clean(entries[index].note), width: width - noteColumn)
      let noteStart = noteColumn == besideNote ? 0 : max(valueLines.count, labelLines.count)
      let count = max(labelLines.count, valueLines.count, notes.isEmpty ? 0 : noteStart + notes.count)
      return (0..<count).map { number in
        var line = StyledLine()
        line.pad(to: Self.indent)
        if number < labelLines.count { line.append(labelLines[number]) }
        if number < valueLines.count {
          let value = valueLines[number]
          line.pad(to: valueColumn + (alignsRight ? valueWidth - DisplayWidth.of(value) : 0))
          line.append(value, entries[index].emphasis ? .strong : .plain)
        }
        if notes.indices.contains(number - noteStart) {
          line.pad(to: noteColumn)
          line.append(notes[number - noteStart], .faint)
        }
        return line
      }
    }
  }

  /// Whether digits would line up: "$171,500", "12.8%", "85,000 SEK", but not "Denver" or "2026-11-21".
  private static func isNumeric(_ value: String) -> Bool {
    guard value.contains(where: \.isNumber) else { return value.isEmpty }
    let signs: Set<Character> = ["$", "€", "£", ",", ".", "%", "+", " ", "k", "M"]
    let rest = value.first == "-" ? value.dropFirst() : value[...]
    return rest.allSatisfy { $0.isNumber || signs.contains($0) || $0.isUppercase }
  }
}
