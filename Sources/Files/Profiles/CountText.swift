import Quantities

/// How many people or employers a cell is of, as surveys write it.
///
///     CountText("<5")?.value     // 4
///     CountText("30*")?.value    // 30
///     CountText("--")?.value     // nil: not said
///     CountText("many")          // nil: not to be read
struct CountText: Equatable {
  /// How a text that is no plain number was read, as it is listed.
  enum Rule: String {
    case below = "count below a bound, read as the highest below it"
    case above = "count from a bound up, read as the lowest"
    case range = "count as a range, read as its lower end"
    case marked = "count with a mark beside it, read without the mark"
    case notSaid = "count not said, a mark in its place"
  }

  /// Nil where the count is not said.
  let value: Double?
  /// Nil for a plain number.
  let rule: Rule?

  private init(_ value: Double?, _ rule: Rule?) { (self.value, self.rule) = (value, rule) }

  /// `isMarker`: whether the profile has a text for a mark in place of a figure.
  init?(_ text: String, isMarker: (String) -> Bool = { _ in false }) {
    let text = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.isEmpty {
      self.init(nil, nil)
    } else if isMarker(text) || text.allSatisfy({ Self.marks.contains($0) || $0 == " " }) {
      self.init(nil, .notSaid)
    } else if let number = Self.count(text) {
      self.init(number, nil)
    } else if let (number, rule) = Self.bounded(text) ?? Self.range(text) {
      self.init(number, rule)
    } else {
      let plain = String(text.reversed().drop { Self.marks.contains($0) || $0 == " " }.reversed())
      guard let number = Self.count(plain) else { return nil }
      self.init(number, .marked)
    }
  }

  private static let marks: Set<Character> = ["-", "–", "—", "*", "#", ".", "†", "‡", "~"]
  /// Words and signs before a bound, by how far from it the count that is taken lies.
  private static let bounds: [(words: [String], step: Double, rule: Rule)] = [
    (["<=", "≤", "up to ", "at most "], 0, .below), (["<", "fewer than ", "less than ", "under "], -1, .below),
    ([">=", "≥", "at least "], 0, .above), ([">", "more than ", "over "], 1, .above),
  ]

  private static func bounded(_ text: String) -> (Double, Rule)? {
    if text.hasSuffix("+"), let number = count(String(text.dropLast())) { return (number, .above) }
    for bound in bounds {
      guard let word = bound.words.first(where: { text.hasPrefix($0) }) else { continue }
      return count(String(text.dropFirst(word.count))).map { (max(0, $0 + bound.step), bound.rule) }
    }
    return nil
  }

  private static func range(_ text: String) -> (Double, Rule)? {
    for dash in ["-", "–", " to "] {
      let ends = text.split(separator: dash, omittingEmptySubsequences: false).map { count(String($0)) }
      if ends.count == 2, let low = ends[0], let high = ends[1], low <= high { return (low, .range) }
    }
    return nil
  }

  private static func count(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    return words.count == 1 ? QuantityText.decimal(String(words[0])) : nil
  }
}
