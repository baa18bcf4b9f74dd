import Market

/// People's pay by cell, and every roll-up of it.
///
/// Each person is kept once for each job they count for, in their most detailed cell; the wider cells are joined
/// from those, so that their percentiles are exact and not percentiles of percentiles.
struct IncumbentCells: Sendable {
  /// What tells cells apart. An empty text means all of them; the location is then all places.
  struct Key: Hashable, Sendable {
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

  var isEmpty: Bool { lists.isEmpty }

  mutating func add(_ pay: Double, to key: Key, line: Int) {
    if let index = indexes[key] {
      lists[index].append(pay)
      return
    }
    indexes[key] = lists.count
    var list = SampleList()
    list.append(pay)
    lists.append(list)
    lines.append(line)
  }

  /// The cells with their percentiles, those with too few people for any left out.
  ///
  /// `parents`: the wider places of a place, such as `["US-CO", "US"]` for Denver.
  func cells(rule: Suppression = Suppression(), parents: (String) -> [String]) -> (cells: [SurveyCell], thin: Int) {
    var members: [Key: [Int]] = [:]
    for (key, index) in indexes {
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
    var cells: [SurveyCell] = []
    var thin = 0
    for (key, found) in members {
      let count = found.reduce(0) { $0 + lists[$1].count }
      guard count >= rule.quartiles else {
        thin += 1
        continue
      }
      let list = SampleList(joining: found.sorted().map { lists[$0] })
      var cell = SurveyCell()
      (cell.location, cell.role, cell.occupation) = (key.location, key.job.role, key.job.occupation)
      (cell.level, cell.industry, cell.payElement) = (key.level, key.industry, key.element)
      cell.incumbents = Double(count)
      cell.figures = SurveyFigures(rule.figures(of: list))
      cell.medianInterval = list.medianInterval
      cell.marks = String(cell.figures.map { $0 == nil ? "*" : "." })
      cell.line = found.map { lines[$0] }.min() ?? 0
      cells.append(cell)
    }
    cells.sort { left, right in
      (left.role, left.occupation, left.location, left.level, left.industry, left.payElement)
        < (right.role, right.occupation, right.location, right.level, right.industry, right.payElement)
    }
    return (cells, thin)
  }
}
