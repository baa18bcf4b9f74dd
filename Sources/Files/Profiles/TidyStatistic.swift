import Market

/// What a tidy file's column of statistics says that a row's value is.
///
///     TidyStatistic("Median")             // p50
///     TidyStatistic("25th percentile")    // p25
///     TidyStatistic("Employees")          // how many people the cell is of
///     TidyStatistic("p60")                // a figure that cells do not hold
///     TidyStatistic("Ratio")              // nil
enum TidyStatistic: Equatable {
  /// A figure by its place in a cell, and the pay element that is said with it, as in `Total cash P50`.
  case figure(Int, element: String)
  case people, employers
  /// A figure that is known, and that cells do not hold.
  case notKept

  init?(_ text: String) {
    if let index = CanonicalLayout.figures[text.lowercased()] {
      self = .figure(index, element: "base")
      return
    }
    let words = WordText.words(text)
    if let name = StatisticName(words), let index = CanonicalLayout.figures[name.id] {
      self = .figure(index, element: name.element)
    } else if Self.isCount(words, .incumbents) {
      self = .people
    } else if Self.isCount(words, .organizations) {
      self = .employers
    } else if CanonicalCells.statistics.contains(text.lowercased()) || words.contains(where: Self.isOtherFigure) {
      self = .notKept
    } else {
      return nil
    }
  }

  /// Whether the words are a name that headers have for a count, with or without a word that it is one.
  private static func isCount(_ words: [String], _ field: SurveyProfile.Field) -> Bool {
    let names = ProfileGuess.names.filter { $0.0 == field }.flatMap(\.1).map { WordText.words($0) }
    let plain = words.filter { !["number", "no", "of", "count", "total"].contains($0) }
    return names.contains(words) || names.contains(plain)
  }

  /// `p60`, `60th`, and what else publishers put beside percentiles.
  private static func isOtherFigure(_ word: String) -> Bool {
    if ["min", "minimum", "max", "maximum", "mode", "deviation", "range"].contains(word) { return true }
    let number = word.hasPrefix("p") ? word.dropFirst() : word.hasSuffix("th") ? word.dropLast(2) : ""
    return (1...2).contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// Statistics already read: a tidy file repeats a few of them in every cell.
struct TidyStatistics {
  private var known: [String: TidyStatistic?] = [:]

  mutating func read(_ text: String) -> TidyStatistic? {
    if let held = known[text] { return held }
    let found = TidyStatistic(text)
    if known.count < 1_000 { known[text] = .some(found) }
    return found
  }
}
