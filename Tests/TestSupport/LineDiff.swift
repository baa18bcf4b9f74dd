/// The lines two texts differ in, for people: `-` was expected, `+` was found.
///
///     LineDiff("a\nb\n", "a\nc\n")?.text    // "  a\n- b\n+ c"
public struct LineDiff {
  public let text: String

  /// Nil when the texts are the same to the byte.
  public init?(expected: String, found: String) {
    // Texts that only look alike, such as two spellings of an accented letter, are different here.
    guard Array(expected.utf8) != Array(found.utf8) else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var marked: [(mark: Character, line: String)] = []
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(Self.offset))
    let inserted = Set(difference.insertions.map(Self.offset))
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      if removed.contains(left), left < old.count {
        marked.append(("-", old[left]))
        left += 1
      } else if inserted.contains(right), right < new.count {
        marked.append(("+", new[right]))
        right += 1
      } else {
        marked.append((" ", old[left]))
        left += 1
        right += 1
      }
    }
    text = Self.shortened(marked)
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): return offset
    }
  }

  /// Two lines around each change, and no more than eighty.
  private static func shortened(_ marked: [(mark: Character, line: String)]) -> String {
    let changes = marked.indices.filter { marked[$0].mark != " " }
    var kept = Set<Int>()
    for index in changes { kept.formUnion(max(0, index - 2)...min(marked.count - 1, index + 2)) }
    var lines: [String] = []
    var last = -1
    for index in kept.sorted().prefix(80) {
      if index != last + 1 { lines.append("  ...") }
      lines.append("\(marked[index].mark) \(marked[index].line)")
      last = index
    }
    if kept.isEmpty { lines.append("  the same lines, but not the same bytes") }
    return lines.joined(separator: "\n")
  }
}
