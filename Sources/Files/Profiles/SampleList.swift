import Glibc

/// Pay of the people in one cell, in one buffer: eight bytes a person and nothing else.
///
///     var list = SampleList()
///     for pay in [1.0, 2, 3, 4] { list.append(pay) }
///     list.sort()
///     list.quantile(0.5)    // 2.5
///
/// The unit is the data set's currency a year.
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

extension SampleList {
  /// Where the median of all who could have been asked lies, at 68% or a little more, by order statistics: no
  /// assumption on how pay is spread. Nil in an empty or unsorted list.
  ///
  /// From the k-th to the k-th last, k the largest with 1 - 2 P(Binomial(n, 1/2) < k) at least .6827.
  var medianInterval: ClosedRange<Double>? {
    guard isSorted, let rank = Self.medianRank(of: values.count) else { return nil }
    return values[rank - 1]...values[values.count - rank]
  }

  /// The rank k above, from 1; nil for no people.
  static func medianRank(of count: Int) -> Int? {
    guard count > 0 else { return nil }
    let n = Double(count)
    let tail = (1 - 0.6827) / 2
    // Beyond a thousand the normal curve is as good, and the powers below would be no numbers any more.
    if count > 1_000 { return Int((n + 1) / 2 - n.squareRoot() / 2) }
    var term = exp2(-n)
    var below = term
    var rank = 1
    while below + term * (n - Double(rank) + 1) / Double(rank) <= tail {
      term *= (n - Double(rank) + 1) / Double(rank)
      below += term
      rank += 1
    }
    return rank
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
