import Market
import Quantities

/// People's pay by cell, and every roll-up of it.
///
/// Each person is kept once for each job they count for, in their most detailed cell; the wider cells are joined
/// from those, so that their percentiles are exact and not percentiles of percentiles.
struct IncumbentCells: Sendable {
  /// What tells cells apart. An empty text means all of them; the location is then all places.
  struct Key: Hashable, Sendable {
    /// The month of the data set.
    var date: CalendarDate
    var job: JobKey
    var location: String
    var level: String
    var industry: String
    var element: String
  }

  /// A role, or an occupation.
  struct JobKey: Hashable, Sendable {
    var role: String
    var occupation: String

    init(_ job: PricedJob) {
      switch job {
      case .role(let role): (self.role, occupation) = (role.id, "")
      case .occupation(let found): (role, occupation) = ("", found.code)
      }
    }
  }

  private var lists: [SampleList] = []
  private var lines: [Int] = []
  private var indexes: [Key: Int] = [:]

  /// The months of the data sets that the people belong to.
  var dates: Set<CalendarDate> { Set(indexes.keys.map(\.date)) }

  /// The number of a cell, to add people to it; of a new one the line is kept.
  mutating func cell(_ key: Key, line: Int) -> Int {
    if let index = indexes[key] { return index }
    indexes[key] = lists.count
    lists.append(SampleList())
    lines.append(line)
    return lists.count - 1
  }

  /// Adds a person to the cell of a number. `isLeast`: the pay is that or more.
  mutating func add(_ pay: Double, isLeast: Bool = false, to cell: Int) {
    if isLeast { lists[cell].appendLeast(pay) } else { lists[cell].append(pay) }
  }

  /// The cells of a month with their percentiles, those with too few people for any left out.
  ///
  /// `parents`: the wider places of a place, such as `["US-CO", "US"]` for Denver.
  func cells(
    of date: CalendarDate, rule: Suppression = Suppression(), parents: (String) -> [String]
  ) -> (cells: [SurveyCell], thin: Int) {
    var members: [Key: [Int]] = [:]
    for (key, index) in indexes where key.date == date {
      for location in [key.location] + parents(key.location) + [""] {
        for level in key.level.isEmpty ? [""] : [key.level, ""] {
          for industry in key.industry.isEmpty ? [""] : [key.industry, ""] {
            var wide = key
            (wide.location, wide.level, wide.industry) = (location, level, industry)
            members[wide, default: []].append(index)
          }
        }
      }
    }
    var keys: [[Int]: [Key]] = [:]
    for (key, found) in members { keys[found.sorted(), default: []].append(key) }
    var cells: [SurveyCell] = []
    var thin = 0
    // Where all people of a state are in one metro, both are one computation.
    for (found, keys) in keys {
      let count = found.reduce(0) { $0 + lists[$1].count }
      guard count >= rule.quartiles else {
        thin += keys.count
        continue
      }
      let sample = SortedSample(found.map { lists[$0] })
      var cell = SurveyCell()
      cell.incumbents = Double(count)
      cell.figures = SurveyFigures(rule.figures(of: sample))
      cell.medianInterval = sample.medianInterval
      cell.marks = rule.marks(of: sample)
      cell.line = found.map { lines[$0] }.min() ?? 0
      for key in keys {
        (cell.location, cell.role, cell.occupation) = (key.location, key.job.role, key.job.occupation)
        (cell.level, cell.industry, cell.payElement) = (key.level, key.industry, key.element)
        cells.append(cell)
      }
    }
    cells.sort { left, right in
      (left.role, left.occupation, left.location, left.level, left.industry, left.payElement)
        < (right.role, right.occupation, right.location, right.level, right.industry, right.payElement)
    }
    return (cells, thin)
  }
}
