import Glibc

/// Pay of the people in one cell, in the order it came: four bytes a person and nothing else.
///
///     var list = SampleList()
///     for pay in [1.0, 2, 3, 4] { list.append(pay) }
///     SortedSample([list]).quantile(0.5)    // 2.5
///
/// The unit is one currency a year. What goes in comes out again to the last digit.
struct SampleList: Sendable {
  /// Pay in whole cents, up to 21 million: nearly all there is.
  fileprivate var cents: [Int32] = []
  /// Pay that cents cannot say exactly: converted from another currency, or from an hour's.
  fileprivate var others: [Double] = []
  /// Pay known only to be this or more: top codes.
  fileprivate var least: [Double] = []
  /// People of whom only a top code without its bound is known: they earn as much as anyone else, or more.
  fileprivate var unbounded = 0

  init() {}

  init(_ pays: some Sequence<Double>) {
    for pay in pays { append(pay) }
  }

  var count: Int { cents.count + others.count + least.count + unbounded }

  /// Adds a person who earns this or more.
  mutating func appendLeast(_ pay: Double) { least.append(pay) }

  /// The same people's pay in another currency.
  func scaled(by rate: Double) -> SampleList {
    var list = SampleList()
    for cent in cents { list.append(Double(cent) / 100 * rate) }
    for pay in others { list.append(pay * rate) }
    list.least = least.map { $0 * rate }
    list.unbounded = unbounded
    return list
  }

  /// Adds a person under a top code that does not say its bound.
  mutating func appendUnbounded() { unbounded += 1 }

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
///
/// A person under a top code stands at its bound. Whatever they earn above it, the values up to the lowest bound stay
/// where they are; each of the others is the least that it can be. Without its bound a top code is above all that is
/// shown, so that the person earns at least the highest known pay. Where no pay is known there are no values.
struct SortedSample: Sendable, Equatable {
  let values: [Double]
  /// How many of the values, from the first, are the figures themselves rather than the least that they can be.
  let known: Int

  /// All of the lists as one: a cell, or a roll-up of several.
  init(_ lists: [SampleList]) {
    var cents: [Int32] = []
    cents.reserveCapacity(lists.reduce(0) { $0 + $1.cents.count })
    for list in lists { cents += list.cents }
    RadixSort.sort(&cents)
    let others = lists.flatMap(\.others).sorted()
    var least = lists.flatMap(\.least).sorted()
    let hidden = lists.reduce(0) { $0 + $1.unbounded }
    if hidden > 0, let top = [cents.last.map { Double($0) / 100 }, others.last, least.last].compactMap({ $0 }).max() {
      least += repeatElement(top, count: hidden)
    }
    guard !others.isEmpty || !least.isEmpty else {
      values = cents.map { Double($0) / 100 }
      known = values.count
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
    merged += others[next...]
    guard let bound = least.first else {
      (values, known) = (merged, merged.count)
      return
    }
    known = merged.firstIndex { $0 > bound } ?? merged.count
    values = known == merged.count ? merged + least : (merged + least).sorted()
  }

  var count: Int { values.count }

  /// Nil for no people, and under a top code, which hides it.
  var mean: Double? { values.isEmpty || known < count ? nil : values.reduce(0, +) / Double(values.count) }

  /// The sample quantile, R type 7; nil for no people.
  func quantile(_ probability: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let position = Double(values.count - 1) * probability
    let below = Int(position)
    guard below + 1 < values.count else { return values[values.count - 1] }
    return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
  }

  /// Whether a quantile is the figure itself; under a top code it is the least that it can be.
  func isExact(_ probability: Double) -> Bool {
    let position = Double(values.count - 1) * probability
    let below = Int(position)
    // A hair above a rank is rounding, not the next person.
    return (position - Double(below) > 1e-9 ? below + 1 : below) < known
  }
}

extension SortedSample {
  /// Where the median of all who could have been asked lies, at 68% or a little more, by order statistics: no
  /// assumption on how pay is spread. Nil for no people.
  ///
  /// From the k-th to the k-th last, k the largest with 1 - 2 P(Binomial(n, 1/2) < k) at least .6827. Where a top code
  /// hides the upper end alone, it lies as far above the median as the lower one below, in logs; where it hides the
  /// median too there is none.
  var medianInterval: ClosedRange<Double>? {
    guard let rank = Self.medianRank(of: values.count) else { return nil }
    if values.count - rank < known { return values[rank - 1]...values[values.count - rank] }
    guard isExact(0.5), let median = quantile(0.5), values[rank - 1] > 0 else { return nil }
    return values[rank - 1]...max(values[values.count - rank], median * median / values[rank - 1])
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

  private static let levels = [0.1, 0.25, 0.5, 0.75, 0.9]

  /// The marks of those figures: `*` not shown, `#` at least so much, `.` the figure.
  func marks(of sample: SortedSample) -> String {
    let exact = [true] + Self.levels.map(sample.isExact)
    return String(zip(figures(of: sample), exact).map { $0 == nil ? "*" : $1 ? "." : "#" })
  }

  /// Mean, p10, p25, p50, p75, p90 of a sample, those that may be shown.
  func figures(of sample: SortedSample) -> [Double?] {
    let shown = Self.levels.map { level in
      sample.count >= (level < 0.2 || level > 0.8 ? tails : quartiles) ? sample.quantile(level) : nil
    }
    // To the cent, as surveys print it: behind that stands the dust of a division.
    let mean = sample.mean.map { ($0 * 100).rounded() / 100 }
    return [sample.count >= quartiles ? mean : nil] + shown
  }
}
