import Quantities
import Testing

@Suite("The standard normal quantile")
struct NormalQuantileTests {
  // Abramowitz and Stegun, "Handbook of Mathematical Functions", table 26.1; tails from 25-digit arithmetic.
  @Test(
    "Quantiles have their published values",
    arguments: [
      (0.5, 0), (0.75, 0.674489750196081743), (0.9, 1.281551565544600467), (0.975, 1.959963984540054236),
      (0.1, -1.281551565544600467), (0.001, -3.090232306167813542), (1e-9, -5.997807015007686872),
    ])
  func quantiles(p: Double, expected: Double) {
    #expect(abs(NormalQuantile.value(at: p) - expected) <= 1e-15 * max(1, abs(expected)))
  }

  @Test("Both halves mirror each other, and the middle is nought to the last digit")
  func mirrored() {
    for p in [0.0009765625, 0.0625, 0.25] { #expect(NormalQuantile.value(at: 1 - p) == -NormalQuantile.value(at: p)) }
    #expect(NormalQuantile.value(at: 0.5) == 0)
  }

  @Test("The ends are infinite")
  func ends() {
    #expect(NormalQuantile.value(at: 0) == -.infinity)
    #expect(NormalQuantile.value(at: 1) == .infinity)
  }

  @Test("Many at once have the same digits as one by one, in the middle, in the tails and where they meet")
  func many() {
    let count = 4_099
    let ends = [0.925, 0.925.nextUp, 0.075, 0.075.nextDown, 0.5, 0x1p-53, 1 - 0x1p-53]
    let numbers = (0..<count).map { $0 < ends.count ? ends[$0] : Double($0) / Double(count) }
    let found = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let into = buffer.baseAddress else { return }
      numbers.withUnsafeBufferPointer { from in
        if let from = from.baseAddress { NormalQuantile.fill(into, from: from, count: count) }
      }
      filled = count
    }
    #expect(found == numbers.map(NormalQuantile.value))
  }
}
