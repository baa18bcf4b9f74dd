import Testing

@testable import Simulation

@Suite("Draws one after the other, and the head of a price path")
struct EvenDrawsTests {
  @Test("Stretch by stretch they are Sobol's draws, and counted ones past the last dimension", arguments: [300, 7])
  func same(stretch: Int) {
    let dimensions = [2, 0, 63, 70, 64]
    var draws = EvenDraws(dimensions: dimensions, seed: 9)
    let columns = Columns(dimensions.count, length: 300)
    let even = SobolDraws(dimensions: 64, seed: 9)
    let random = CounterDraws(dimensions: 71, seed: 9)
    var (sobol, counted) = ([Double](repeating: 0, count: 64), [Double](repeating: 0, count: 71))
    for start in stride(from: 0, to: 300, by: stretch) {
      let count = min(stretch, 300 - start)
      draws.next(count, into: columns)
      for index in 0..<count {
        even.fill(&sobol, draw: start + index)
        random.fill(&counted, draw: start + index)
        let expected = dimensions.map { $0 < 64 ? sobol[$0] : counted[$0] }
        #expect(dimensions.indices.map { columns[$0][index] } == expected)
      }
    }
  }

  @Test("Replicates are different shifts of one sequence")
  func replicates() {
    let columns = Columns(2, length: 1)
    let first = (0..<16).map { replicate in
      var draws = EvenDraws(dimensions: [0, 1], seed: 1, replicate: replicate)
      draws.next(1, into: columns)
      return [columns[0][0], columns[1][0]]
    }
    #expect(Set(first).count == 16)
  }

  @Test("Levels and changes are standard normals that move together about as a Brownian motion does")
  func motion() {
    let motion = LeadingMotion(months: 48, components: 8)
    func product(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
    for month in [1, 7, 24, 48] { #expect(abs(product(motion.level(at: month), motion.level(at: month)) - 1) < 1e-12) }
    for (early, late) in [(12, 24), (12, 48), (24, 36), (36, 48), (6, 48)] {
      let exact = (Double(early) / Double(late)).squareRoot()
      #expect(abs(product(motion.level(at: early), motion.level(at: late)) - exact) < 0.03, "\(early) \(late)")
      // What comes after a month owes little to what came before it.
      #expect(abs(product(motion.level(at: early), motion.change(from: early, to: late))) < 0.06, "\(early) \(late)")
    }
  }

  @Test("All components give the exact motion")
  func exact() {
    let motion = LeadingMotion(months: 12, components: 12)
    let level = (1...12).map { motion.level(at: $0) }
    for early in 1...12 {
      for late in early...12 {
        let found = zip(level[early - 1], level[late - 1]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(found - (Double(early) / Double(late)).squareRoot()) < 1e-12)
      }
    }
  }
}
