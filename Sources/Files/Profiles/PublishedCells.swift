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
  /// Top codes that do not say their bound, by the place of their figures.
  private var unbounded: [Key: Set<Int>] = [:]

  var isEmpty: Bool { order.isEmpty }

  func has(_ key: Key) -> Bool { cells[key] != nil }

  func hasFigure(_ index: Int, _ key: Key) -> Bool { figures[key]?[index].isEmpty == false }

  /// Adds figures to a cell, made when it is not there; counts are of the first row that states them.
  ///
  /// `capped`: places of the figures that stand for so much or more; `unbounded`: of those with a top code instead.
  mutating func add(
    _ found: [Double?], capped: Set<Int> = [], unbounded: Set<Int> = [], to key: Key,
    counts: (people: Double?, employers: Double?), line: Int
  ) {
    if !unbounded.isEmpty { self.unbounded[key, default: []].formUnion(unbounded) }
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
      var capped = capped[key] ?? []
      // A percentile is at least the highest known one below it.
      for index in (unbounded[key] ?? []).sorted() where index > 1 && cell.figures[index] == nil {
        cell.figures[index] = (1..<index).compactMap { cell.figures[$0] }.max()
        capped.insert(index)
      }
      guard cell.figures.contains(where: { $0 != nil }) else { return nil }
      cell.marks = String(cell.figures.enumerated().map { $1 == nil ? "*" : capped.contains($0) ? "#" : "." })
      return cell
    }
  }
}
