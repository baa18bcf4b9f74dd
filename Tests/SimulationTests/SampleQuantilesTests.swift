import Testing

@testable import Simulation

@Suite("Sample quantiles")
struct SampleQuantilesTests {
  /// R type 7 on figures in order.
  static func ordered(_ figures: [Double], _ share: Double) -> Double {
    let sorted = figures.sorted()
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
  }

  @Test("By selection they are those of figures put in order", arguments: [1, 2, 3, 10, 97, 1_000])
  func same(count: Int) {
    let shares = [0, 0.1, 0.1, 0.5, 0.9, 1]
    let draws = CounterDraws(dimensions: count, seed: 3)
    var figures = [Double](repeating: 0, count: count)
    for index in 0..<20 {
      draws.fill(&figures, draw: index)
      // Many equals, an order already there, and its reverse.
      let coarse = figures.map { ($0 * 4).rounded() }
      for sample in [figures, coarse, figures.sorted(), figures.sorted(by: >)] {
        #expect(SampleQuantiles.values(of: sample, at: shares) == shares.map { Self.ordered(sample, $0) })
      }
    }
  }

  @Test("Nothing has no quantile to speak of")
  func none() { #expect(SampleQuantiles.values(of: [], at: [0.1, 0.9]) == [0, 0]) }
}
