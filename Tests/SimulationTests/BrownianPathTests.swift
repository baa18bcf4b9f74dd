import Foundation
import Simulation
import Testing

@Suite("Paths of a Brownian motion")
struct BrownianPathTests {
  @Test("Their covariance is the earlier time", arguments: [[1, 2, 3, 4, 5, 6], [0.1, 0.5, 4]])
  func covariance(times: [Double]) {
    let paths = BrownianPaths(times: times)
    // The path of a single normal of 1 is that normal's column of weights.
    let columns = times.indices.map { one in paths.path(of: times.indices.map { $0 == one ? 1 : 0 }) }
    for s in times.indices {
      for t in times.indices {
        let covariance = columns.reduce(0) { $0 + $1[s] * $1[t] }
        #expect(abs(covariance - min(times[s], times[t])) < 1e-12)
      }
    }
  }

  // Glasserman (2003), section 3.1.1: at even times the eigenvalues are dt/4 sin^-2((2i-1)/(2n+1) pi/2).
  @Test("The first normals carry what the closed formula says")
  func portions() {
    let count = 12
    let paths = BrownianPaths(times: (1...count).map { Double($0) / 4 })
    let values = (1...count).map { 0.25 / 4 / pow(sin(Double(2 * $0 - 1) / Double(2 * count + 1) * .pi / 2), 2) }
    let total = values.reduce(0, +)
    for (portion, value) in zip(paths.variancePortions, values) { #expect(abs(portion - value / total) < 1e-12) }
    #expect(paths.variancePortions[0] > 0.8)
  }
}
