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

  @Test("The quantile is the inverse of the probability, far into both tails")
  func inverse() {
    let probabilities = (1..<200).map { Double($0) / 200 } + [1e-4, 1e-10, 1e-16, 1e-100, 1e-200]
    for p in probabilities {
      let z = StandardNormal.quantile(p)
      // A step of z in its last digit moves a far tail by z^2 as much.
      #expect(abs(StandardNormal.probability(below: z) / p - 1) < 4e-15 * max(1, z * z), "\(p)")
    }
  }
}
