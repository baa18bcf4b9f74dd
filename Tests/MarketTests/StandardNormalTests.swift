import Market
import Testing

@Suite("The standard normal distribution")
struct StandardNormalTests {
  // Abramowitz and Stegun, "Handbook of Mathematical Functions", table 26.1; tails from 25-digit arithmetic.
  @Test(
    "Probabilities have their published values",
    arguments: [
      (0, 0.5), (0.5, 0.691462461274013), (1, 0.841344746068543), (1.96, 0.975002104851780),
      (3, 0.998650101968370), (-6, 9.865876450376981e-10), (-1, 0.158655253931457),
    ])
  func probabilities(z: Double, expected: Double) {
    #expect(abs(StandardNormal.probability(below: z) / expected - 1) < 1e-12)
  }

  @Test(
    "Quantiles have their published values",
    arguments: [
      (0.5, 0), (0.75, 0.674489750196081743), (0.9, 1.281551565544600467), (0.975, 1.959963984540054236),
      (0.1, -1.281551565544600467), (0.001, -3.090232306167813542), (1e-9, -5.997807015007686872),
    ])
  func quantiles(p: Double, expected: Double) {
    #expect(abs(StandardNormal.quantile(p) - expected) < 1e-12)
  }

  @Test("The ends are infinite")
  func ends() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
  }
}
