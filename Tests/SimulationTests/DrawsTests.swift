import Testing

@testable import Simulation

@Suite("Draws are the same whoever asks for them, and as even as they claim")
struct DrawsTests {
  // Random123 1.09, kat_vectors: philox4x32, 10 rounds.
  @Test("Counting mixes as published")
  func philox() {
    #expect(
      Philox.block(0, 0, 0, 0, seed: 0)
        == Philox(first: 0x6627_e8d5, second: 0xe169_c58d, third: 0xbc57_ac4c, fourth: 0x9b00_dbd8))
    #expect(
      Philox.block(.max, .max, .max, .max, seed: .max)
        == Philox(first: 0x408f_276d, second: 0x41c8_3b0e, third: 0xa20b_c7c6, fourth: 0x6d54_51fd))
    #expect(
      Philox.block(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344, seed: 0x299f_31d0_a409_3822)
        == Philox(first: 0xd16c_fe09, second: 0x94fd_cceb, third: 0x5001_e420, fourth: 0x2412_6ea1))
  }

  @Test("A draw does not depend on those before it, nor on how many dimensions follow")
  func independent() {
    var one = [0.0, 0, 0]
    var other = [0.0, 0, 0, 0, 0, 0, 0]
    for draws in [CounterDraws(dimensions: 7, seed: 3) as any UniformDraws, SobolDraws(dimensions: 7, seed: 3)] {
      for index in [9, 2, 1 << 20] {
        draws.fill(&other, draw: index)
        let narrow: any UniformDraws =
          draws is CounterDraws ? CounterDraws(dimensions: 3, seed: 3) : SobolDraws(dimensions: 3, seed: 3)
        narrow.fill(&one, draw: index)
        #expect(one == Array(other.prefix(3)))
      }
    }
  }

  // The example on the authors' page, three dimensions.
  @Test("Sobol's points are those of Joe and Kuo")
  func published() {
    let expected: [[Double]] = [
      [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375],
    ]
    let draws = SobolDraws(dimensions: 3)
    var point = [0.0, 0, 0]
    for (index, known) in expected.enumerated() {
      draws.fill(&point, draw: index)
      // A draw is the middle of its cell, 2^-53 above the corner.
      #expect(zip(point, known).allSatisfy { $0 - $1 == 0x1p-53 })
    }
  }

  @Test("256 draws hit each 256th of every dimension once, shifted or not", arguments: [nil, 7] as [UInt64?])
  func even(seed: UInt64?) {
    let dimensions = SobolDraws.maximumDimensions
    let draws = SobolDraws(dimensions: dimensions, seed: seed)
    var point = [Double](repeating: 0, count: dimensions)
    var seen = [Set<Int>](repeating: [], count: dimensions)
    for index in 0..<256 {
      draws.fill(&point, draw: index)
      for dimension in 0..<dimensions { seen[dimension].insert(Int(point[dimension] * 256)) }
    }
    #expect(seen.allSatisfy { $0.count == 256 })
  }

  @Test("Normals from counting have the moments of normals")
  func moments() {
    let draws = CounterDraws(dimensions: 2, seed: 5)
    let count = 20_000
    for (power, expected, deviation) in [(1, 0.0, 1.0), (2, 1, 1.42), (4, 3, 9.8)] {
      let mean = draws.mean(over: count) { normals in
        (0..<power).reduce(1) { product, _ in product * normals[1] }
      }
      #expect(abs(mean.value - expected) < 4 * deviation / Double(count).squareRoot())
    }
    #expect(abs(draws.mean(over: count) { $0[0] * $0[1] }.value) < 4 / Double(count).squareRoot())
  }

  @Test("Parts of a sample add up to it, the same way each time")
  func parts() {
    let figures = (0..<100).map { 1e6 + Double($0 * $0 % 37) }
    var whole = SampleMean()
    for figure in figures { whole.add(figure) }
    var sum = SampleMean()
    for start in stride(from: 0, to: 100, by: 30) {
      var part = SampleMean()
      for figure in figures[start..<min(start + 30, 100)] { part.add(figure) }
      sum.add(part)
    }
    #expect(sum.count == 100 && abs(sum.value - whole.value) < 1e-9)
    // By hand: the sum of squared differences over 99.
    let mean = figures.reduce(0, +) / 100
    let variance = figures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 99
    for sample in [whole, sum] { #expect(abs(sample.standardError - (variance / 100).squareRoot()) < 1e-9) }
  }

  @Test("Blocks taken last to first give the digits of the whole")
  func blocks() {
    let draws = SobolDraws(dimensions: 2, seed: 9)
    func fill(_ normals: [Double], _ figures: inout [Double]) { figures[0] = normals[0] * normals[1] + normals[1] }
    let whole = draws.means(over: 10_000, figures: 1, fill: fill)[0]
    let parts = SobolDraws.drawBlocks(of: 10_000).reversed().map { draws.means(over: $0, figures: 1, fill: fill)[0] }
    #expect(parts.count == 3)
    var sum = SampleMean()
    for part in parts.reversed() { sum.add(part) }
    #expect(sum == whole)
  }
}
