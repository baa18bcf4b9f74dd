import Market
import Quantities

/// People of a metro in several states count for the metro, for the state that their row says, and for the nation.
extension ProfiledRows {
  /// Lists what was taken for granted of a row's place. `countsStates`: rows are rolled up to states.
  func apply(_ match: PlaceMatcher.Match, countsStates: Bool, line: Int) {
    for rule in match.rules + (countsStates ? [match.stateRule].compactMap { $0 } : []) {
      ledger.apply(rule, line: line)
    }
  }

  /// The number of the cell that people belong to.
  func cell(_ key: IncumbentCells.Key, line: Int) -> Int {
    if PlaceMatcher.isPart(key.location) { partCells.insert(key) }
    return people.cell(key, line: line)
  }

  /// People's cells of a month. Parts of a metro, which only hold people apart by state, are in its cells and have none.
  func peopleCells(of date: CalendarDate) -> (cells: [SurveyCell], thin: Int) {
    let (found, thin) = people.cells(of: date) { places.parents(of: $0) }
    if partCells.isEmpty { return (found, thin) }
    var parts: Set<IncumbentCells.Key> = []
    for key in partCells where key.date == date {
      for level in [key.level, ""] {
        for industry in [key.industry, ""] {
          var wide = key
          (wide.level, wide.industry) = (level, industry)
          parts.insert(wide)
        }
      }
    }
    let shown = found.filter { !PlaceMatcher.isPart($0.location) }
    // Of the parts, those that are not among the cells were counted as too thin.
    return (shown, thin - (parts.count - (found.count - shown.count)))
  }
}
