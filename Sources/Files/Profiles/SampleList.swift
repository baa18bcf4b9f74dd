import Glibc

/// Pay of the people in one cell, in the order it came: four bytes a person and nothing else.
///
///     var list = SampleList()
///     for pay in [1.0, 2, 3, 4] { list.append(pay) }
///     SortedSample([list]).quantile(0.5)    // 2.5
///
/// The unit is the data set's currency a year. What goes in comes out again to the last digit.
struct SampleList: Sendable {
  /// Pay in whole cents, up to 21 million: nearly all there is.
  fileprivate var cents: [Int32] = []
  /// Pay that cents cannot say exactly: converted from another currency, or from an hour's.
  fileprivate var others: [Double] = []

  init() {}

  init(_ pays: some Sequence<Double>) {
    for pay in pays { append(pay) }
  }

  var count: Int { cents.count + others.count }

  mutating func append(_ pay: Double) {
    let nearest = (pay * 100).rounded()
    if nearest >= 0, nearest <= Double(Int32.max), nearest / 100 == pay, pay.sign == .plus {
      cents.append(Int32(nearest))
    } else {
      others.append(pay)
    }
  }
}

/// Pay of the people in one or several cells, ascending, and its percentiles.
struct SortedSample: Sendable, Equatable {
  let values: [Double]

  /// All of the lists as one: a cell, or a roll-up of several.
  init(_ lists: [SampleList]) {
    var cents: [Int32] = []
    cents.reserveCapacity(lists.reduce(0) { $0 + $1.cents.count })
    for list in lists { cents += list.cents }
    RadixSort.sort(&cents)
    let others = lists.flatMap(\.others).sorted()
    guard !others.isEmpty else {
      values = cents.map { Double($0) / 100 }
      return
    }
    var merged: [Double] = []
    merged.reserveCapacity(cents.count + others.count)
    var next = 0
    for cent in cents {
      let pay = Double(cent) / 100
      while next < others.count, others[next] < pay {
        merged.append(others[next])
        next += 1
      }
      merged.append(pay)
    }
    values = merged + others[next...]
  }

  var count: Int { values.count }

  var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }

  /// The sample quantile, R type 7; nil for no people.
  func quantile(_ probability: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let position = Double(values.count - 1) * probability
    let below = Int(position)
    guard below + 1 < values.count else { return values[values.count - 1] }
    return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
  }
}

extension SortedSample {
  /// Where the median of all who could have been asked lies, at 68% or a little more, by order statistics: no
  /// assumption on how pay is spread. Nil for no people.
  ///
  /// From the k-th to the k-th last, k the largest with 1 - 2 P(Binomial(n, 1/2) < k) at least .6827.
  var medianInterval: ClosedRange<Double>? {
    guard let rank = Self.medianRank(of: values.count) else { return nil }
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

  /// Mean, p10, p25, p50, p75, p90 of a sample, those that may be shown.
  func figures(of sample: SortedSample) -> [Double?] {
    let levels = [0.1, 0.25, 0.5, 0.75, 0.9]
    let shown = levels.map { level in
      sample.count >= (level < 0.2 || level > 0.8 ? tails : quartiles) ? sample.quantile(level) : nil
    }
    return [sample.count >= quartiles ? sample.mean : nil] + shown
  }
}
