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
  private var figures: [Key: [[Figure]]] = [:]
  private var currencies: [String] = []

  /// A figure and the place of its currency in the list of them.
  private struct Figure {
    let value: Double
    let currency: Int32
  }
  private var cells: [Key: SurveyCell] = [:]
  /// Figures that are top codes, by their place.
  private var capped: [Key: Set<Int>] = [:]
  /// Top codes that do not say their bound, by the place of their figures.
  private var unbounded: [Key: Set<Int>] = [:]

  var isEmpty: Bool { order.isEmpty }

  func has(_ key: Key) -> Bool { cells[key] != nil }

  func hasFigure(_ index: Int, _ key: Key) -> Bool { figures[key]?[index].isEmpty == false }

  /// Whether a cell has one of these counts already.
  func hasCount(_ counts: (people: Double?, employers: Double?), _ key: Key) -> Bool {
    counts.people != nil && cells[key]?.incumbents != nil
      || counts.employers != nil && cells[key]?.organizations != nil
  }

  /// Adds figures to a cell, made when it is not there; counts are of the last row that states them.
  mutating func add(
    _ found: ProfiledRows.Figures, to key: Key, counts: (people: Double?, employers: Double?), line: Int
  ) {
    if !found.unbounded.isEmpty { unbounded[key, default: []].formUnion(found.unbounded) }
    if !found.capped.isEmpty { capped[key, default: []].formUnion(found.capped) }
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
    let currency = Int32(number(of: found.currency))
    for (index, value) in found.values.enumerated() {
      if let value { figures[key]?[index].append(Figure(value: value, currency: currency)) }
    }
    if let people = counts.people { cells[key]?.incumbents = people }
    if let employers = counts.employers { cells[key]?.organizations = employers }
  }

  private mutating func number(of currency: String) -> Int {
    if let known = currencies.firstIndex(of: currency) { return known }
    currencies.append(currency)
    return currencies.count - 1
  }

  /// The cells, each in its country's currency where one of its rows is; where several rows fell on one, the median of
  /// each figure.
  func finished(_ exchange: IncumbentCells.Exchange) -> [SurveyCell] {
    order.compactMap { key in
      guard var cell = cells[key], let lists = figures[key] else { return nil }
      let own = Set(lists.flatMap { $0.map(\.currency) })
      let code = IncumbentCells.currency(of: key.location, Set(own.map { currencies[Int($0)] }), exchange)
      cell.currency = code == exchange.usual ? "" : code
      var rates: [Int32: Double] = [:]
      for number in own where currencies[Int(number)] != code {
        rates[number] = exchange.rate(currencies[Int(number)], code)
      }
      cell.figures = SurveyFigures(
        lists.map { values in
          SortedSample([SampleList(values.map { $0.value * (rates[$0.currency] ?? 1) })]).quantile(0.5)
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
