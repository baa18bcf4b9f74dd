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
    /// The state that the people's rows say, where it is not the principal one of a metro in several: they count for
    /// the metro, for this state and for the nation.
    var state: String
    var level: String
    var industry: String
    var element: String
    /// What the people's rows are in.
    var currency: String
  }

  /// How a month's cells get their currency, and how pay comes to it.
  struct Exchange {
    /// That of the data set: of roll-ups over all places, and of cells without a row in their country's currency.
    let usual: String
    /// The currency of a place's country.
    let home: (String) -> String?
    /// What one unit of the first is worth in the second; nil where it is not quoted.
    let rate: (String, String) -> Double?
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

  /// Adds a person under a top code that does not say its bound.
  mutating func addUnbounded(to cell: Int) { lists[cell].appendUnbounded() }

  /// The cells of a month with their percentiles, those with too few people for any left out.
  ///
  /// `parents`: the wider places of a place in a state, such as `["US-CO", "US"]` for Denver. A cell is in the currency of its
  /// place's country where one of its people is; the others are exchanged to it.
  func cells(
    of date: CalendarDate, rule: Suppression = Suppression(), exchange: Exchange,
    parents: (_ location: String, _ state: String) -> [String]
  ) -> (cells: [SurveyCell], thin: Int) {
    var members: [Key: [Int]] = [:]
    for (key, index) in indexes where key.date == date {
      for location in [key.location] + parents(key.location, key.state) + [""] {
        for level in key.level.isEmpty ? [""] : [key.level, ""] {
          for industry in key.industry.isEmpty ? [""] : [key.industry, ""] {
            var wide = key
            (wide.location, wide.level, wide.industry) = (location, level, industry)
            (wide.state, wide.currency) = ("", "")
            members[wide, default: []].append(index)
          }
        }
      }
    }
    let currencies = Dictionary(uniqueKeysWithValues: indexes.map { ($0.value, $0.key.currency) })
    var keys: [Sample: [Key]] = [:]
    for (key, found) in members {
      let own = Set(found.compactMap { currencies[$0] })
      let currency = Self.currency(of: key.location, own, exchange)
      keys[Sample(lists: found.sorted(), currency: currency), default: []].append(key)
    }
    var cells: [SurveyCell] = []
    var thin = 0
    // Where all people of a state are in one metro, both are one computation.
    for (group, keys) in keys {
      let found = group.lists
      let count = found.reduce(0) { $0 + lists[$1].count }
      guard count >= rule.quartiles else {
        thin += keys.count
        continue
      }
      let sample = SortedSample(
        found.map { index in
          let own = currencies[index] ?? group.currency
          return own == group.currency ? lists[index] : lists[index].scaled(by: exchange.rate(own, group.currency) ?? 1)
        })
      // Nothing is known of people who all stand under a top code without its bound.
      guard sample.count > 0 else {
        thin += keys.count
        continue
      }
      var cell = SurveyCell()
      cell.incumbents = Double(count)
      cell.currency = group.currency == exchange.usual ? "" : group.currency
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

  /// The people of a cell, and what it is in.
  private struct Sample: Hashable {
    let lists: [Int]
    let currency: String
  }

  /// That of the place's country where a row is in it and all others can be brought to it; else the data set's.
  static func currency(of location: String, _ own: Set<String>, _ exchange: Exchange) -> String {
    guard !location.isEmpty, let home = exchange.home(location), own.contains(home),
      own.allSatisfy({ $0 == home || exchange.rate($0, home) != nil })
    else { return exchange.usual }
    return home
  }
}
