import Market
import ModelTestSupport
import TestSupport
import Testing

@testable import Files

@Suite("People's pay is kept beside cells, exactly")
struct PaySampleTests {
  @Test("Values come back as they were, whatever they are, in about three bytes each where they are cents")
  func roundTrip() {
    var generator = SeededGenerator(seed: 7)
    for count in [0, 1, 2, 500] {
      let cents = (0..<count).map { _ in Double(Int.random(in: 3_000_000...40_000_000, using: &generator)) / 100 }
      let sample = PaySample(cents)
      #expect(PaySample(packed: sample.packed) == sample && sample.count == count)
      #expect(sample.packed.count <= 6 + 3 * count)
      let odd = PaySample(cents.map { $0 / 3 } + [-1, 1e300])
      #expect(PaySample(packed: odd.packed) == odd)
    }
    #expect(PaySample([3, .nan, 1, .infinity, 2]).values == [1, 2, 3])
  }

  @Test(
    "Bytes that are no sample give none, and no trap",
    arguments: [[], [0], [3, 1], [1, 0x80], [2, 1, 2]] as [[UInt8]])
  func unreadable(_ bytes: [UInt8]) {
    #expect(PaySample(packed: bytes) == nil)
    #expect(PaySample(packed: [1] + Array(repeating: 0xFF, count: 20) + [1]) == nil)
  }

  @Test("The library gives the pay of a cell's people, and forgets it with the data set")
  func stored() throws {
    let bench = try SurveyBench()
    let before = try bench.dump()
    var survey = try bench.read(
      CanonicalRows.file([CanonicalRows.row(), CanonicalRows.row(location: "Ohio"), CanonicalRows.row(role: "CTO")]))[0]
    for (index, cell) in survey.cells.enumerated() where cell.location == "US-OH" || cell.role == "cto" {
      survey.samples[index] = PaySample([Double(cell.line), 310_000.25])
    }
    _ = try bench.library.store(survey)
    let ohio = try bench.library.cells(dataset: "acme", role: "cio", location: "US-OH")[0]
    let nation = try bench.library.cells(dataset: "acme", role: "cio", location: "US")[0]
    #expect(try bench.library.sample(of: ohio)?.values == [Double(ohio.line), 310_000.25])
    #expect(try bench.library.sample(of: nation) == nil)
    try bench.library.remove("acme")
    #expect(try bench.dump() == before)
  }
}
