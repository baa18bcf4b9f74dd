import Market

/// Cells that a survey publishes, as they are gathered from its rows.
struct PublishedCells {
  struct Key: Hashable {
    let job: IncumbentCells.JobKey
    let location: String
    let level: String
    let industry: String
    let size: String
    let element: String
  }

  private(set) var order: [Key] = []
  private var figures: [Key: [[Double]]] = [:]
  private var cells: [Key: SurveyCell] = [:]
  /// Figures that are top codes, by their place.
  private var capped: [Key: Set<Int>] = [:]

  var isEmpty: Bool { order.isEmpty }

  func has(_ key: Key) -> Bool { cells[key] != nil }

  func hasFigure(_ index: Int, _ key: Key) -> Bool { figures[key]?[index].isEmpty == false }

  /// Adds figures to a cell, made when it is not there; counts are of the first row that states them.
  ///
  /// `capped`: places of the figures that stand for so much or more.
  mutating func add(
    _ found: [Double?], capped: Set<Int> = [], to key: Key, counts: (people: Double?, employers: Double?), line: Int
  ) {
    if !capped.isEmpty { self.capped[key, default: []].formUnion(capped) }
    if cells[key] == nil {
      order.append(key)
      figures[key] = Array(repeating: [], count: 6)
      var cell = SurveyCell()
      (cell.location, cell.role, cell.occupation) = (key.location, key.job.role, key.job.occupation)
      (cell.level, cell.industry, cell.payElement) = (key.level, key.industry, key.element)
      cell.organizationSize = key.size
      cell.line = line
      cells[key] = cell
    }
    for (index, figure) in found.enumerated() { if let figure { figures[key]?[index].append(figure) } }
    if let people = counts.people { cells[key]?.incumbents = people }
    if let employers = counts.employers { cells[key]?.organizations = employers }
  }

  /// The cells; where several rows fell on one, the median of each figure.
  func finished() -> [SurveyCell] {
    order.compactMap { key in
      guard var cell = cells[key], let lists = figures[key] else { return nil }
      cell.figures = SurveyFigures(
        lists.map { values in
          SortedSample([SampleList(values)]).quantile(0.5)
        })
      let capped = capped[key] ?? []
      cell.marks = String(cell.figures.enumerated().map { $1 == nil ? "*" : capped.contains($0) ? "#" : "." })
      return cell
    }
  }
}
