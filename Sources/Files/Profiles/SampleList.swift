/// Pay of the people in one cell, in one buffer: eight bytes a person and nothing else.
///
///     var list = SampleList()
///     for pay in [1.0, 2, 3, 4] { list.append(pay) }
///     list.sort()
///     list.quantile(0.5)    // 2.5
///
/// The unit is the data set's currency a year. What stores samples needs only `values`.
struct SampleList: Sendable, Equatable {
  private(set) var values: [Double] = []
  private(set) var isSorted = true

  init() {}

  /// The lists of several cells as one: a roll-up.
  init(joining lists: [SampleList]) {
    values.reserveCapacity(lists.reduce(0) { $0 + $1.values.count })
    for list in lists { values += list.values }
    isSorted = false
    sort()
  }

  var count: Int { values.count }

  var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }

  mutating func append(_ pay: Double) {
    if let last = values.last, last > pay { isSorted = false }
    values.append(pay)
  }

  mutating func sort() {
    if !isSorted { values.sort() }
    isSorted = true
  }

  /// The sample quantile, R type 7; nil in an empty or unsorted list.
  func quantile(_ probability: Double) -> Double? {
    guard !values.isEmpty, isSorted else { return nil }
    let position = Double(values.count - 1) * probability
    let below = Int(position)
    guard below + 1 < values.count else { return values[values.count - 1] }
    return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
  }
}

/// How few people a published percentile may rest on (Empsight's rule): 5 for the quartiles, 10 for the tails.
struct Suppression: Sendable {
  var quartiles = 5
  var tails = 10

  /// Mean, p10, p25, p50, p75, p90 of a sorted list, those that may be shown.
  func figures(of list: SampleList) -> [Double?] {
    let levels = [0.1, 0.25, 0.5, 0.75, 0.9]
    let shown = levels.map { level in
      list.count >= (level < 0.2 || level > 0.8 ? tails : quartiles) ? list.quantile(level) : nil
    }
    return [list.count >= quartiles ? list.mean : nil] + shown
  }
}
