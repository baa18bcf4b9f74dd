/// Outcomes from worst to best on the unit interval, and what each pays over the mean.
struct OutcomeTable: Sendable, Equatable {
  private let ends: [Double]
  private let pays: [Double]

  /// Nil where nothing could vary, or nothing is paid on average.
  init?(_ outcomes: [(odds: Double, pay: Double)]) {
    let possible = outcomes.filter { $0.odds > 0 }.sorted { $0.pay < $1.pay }
    let total = possible.reduce(0) { $0 + $1.odds }
    let mean = possible.reduce(0) { $0 + $1.odds * $1.pay }
    guard let least = possible.first, let most = possible.last, least.pay < most.pay, mean > 0 else { return nil }
    var ends: [Double] = []
    for outcome in possible { ends.append((ends.last ?? 0) + outcome.odds / total) }
    self.ends = ends
    pays = possible.map { $0.pay * total / mean }
  }

  func value(_ luck: Double) -> Double {
    // Odds add up to 1 but for the last digit.
    pays[ends.firstIndex { luck < $0 } ?? pays.count - 1]
  }
}
