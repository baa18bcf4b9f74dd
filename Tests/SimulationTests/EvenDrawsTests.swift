import Testing

@testable import Simulation

@Suite("Draws one after the other, and the head of a price path")
struct EvenDrawsTests {
  @Test("Step by step they are Sobol's draws, and counted ones past the last dimension")
  func same() {
    let dimensions = [0, 2, 63, 64, 70]
    var walk = EvenDraws(dimensions: dimensions, seed: 9)
    let even = SobolDraws(dimensions: 64, seed: 9)
    let random = CounterDraws(dimensions: 71, seed: 9)
    var point = [Double](repeating: 0, count: 71)
    for index in 0..<300 {
      walk.next()
      even.fill(&point, draw: index)
      #expect([0, 2, 63].allSatisfy { walk.point[$0] == point[$0] })
      random.fill(&point, draw: index)
      #expect([64, 70].allSatisfy { walk.point[$0] == point[$0] })
    }
  }

  @Test("Replicates are different shifts of one sequence")
  func replicates() {
    var walks = (0..<16).map { EvenDraws(dimensions: [0, 1], seed: 1, replicate: $0) }
    for place in walks.indices { walks[place].next() }
    #expect(Set(walks.map(\.point)).count == 16)
  }

  @Test("Levels and changes are standard normals that move together about as a Brownian motion does")
  func motion() {
    let motion = LeadingMotion(months: 48, components: 6)
    func product(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
    for month in [1, 7, 24, 48] { #expect(abs(product(motion.level(at: month), motion.level(at: month)) - 1) < 1e-12) }
    for (early, late) in [(12, 24), (12, 48), (24, 36), (36, 48), (6, 48)] {
      let exact = (Double(early) / Double(late)).squareRoot()
      #expect(abs(product(motion.level(at: early), motion.level(at: late)) - exact) < 0.04, "\(early) \(late)")
      // What comes after a month owes little to what came before it.
      #expect(abs(product(motion.level(at: early), motion.change(from: early, to: late))) < 0.25, "\(early) \(late)")
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
