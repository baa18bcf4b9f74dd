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
}
