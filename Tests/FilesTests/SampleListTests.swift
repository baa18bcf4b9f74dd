import ModelTestSupport
import Testing

@testable import Files

@Suite("Percentiles of people's pay are sample quantiles, R type 7")
struct SampleListTests {
  private func list(_ values: [Double]) -> SortedSample { SortedSample([SampleList(values)]) }

  @Test("As R's quantile() gives them")
  func quantiles() {
    let four = list([4, 1, 3, 2])
    #expect(four.quantile(0.25) == 1.75 && four.quantile(0.5) == 2.5 && four.quantile(0.9) == 3.7)
    #expect(list([7]).quantile(0.1) == 7 && list([]).quantile(0.5) == nil)
    #expect(list([1, 2]).quantile(0) == 1 && list([1, 2]).quantile(1) == 2)
  }

  @Test("Quartiles need 5 people and tails 10")
  func suppression() {
    let rule = Suppression()
    #expect(rule.figures(of: list([1, 2, 3, 4])) == [nil, nil, nil, nil, nil, nil])
    #expect(rule.figures(of: list([1, 2, 3, 4, 5])) == [3, nil, 2, 3, 4, nil])
    #expect(rule.figures(of: list((1...11).map(Double.init))) == [6, 2, 3.5, 6, 8.5, 10])
  }

  @Test("The median's interval is that of the order statistics, exact for small samples")
  func interval() {
    // Ranks by the cumulative binomial distribution of one half, as in any table of it.
    #expect([1, 5, 7, 12, 20, 100, 1_000].map { SortedSample.medianRank(of: $0) } == [1, 1, 2, 4, 8, 45, 484])
    #expect(list([5, 1, 9, 3, 7, 2, 8]).medianInterval == 2...8)
    #expect(SortedSample.medianRank(of: 1_001) == 485 && list([]).medianInterval == nil)
  }

  @Test(
    "Under a top code what is known is as in the whole, and the rest is at most what it is there",
    arguments: [UInt64(1), 2, 3])
  func topCode(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let pays = (0..<Int.random(in: 5...60, using: &chance)).map { _ in
        Double(Int.random(in: 50...90, using: &chance)) * 1_000
      }
      let bound = Double(Int.random(in: 50...90, using: &chance)) * 1_000
      var capped = SampleList(pays.filter { $0 <= bound })
      for pay in pays where pay > bound { capped.appendLeast(bound) }
      let (whole, found) = (list(pays), SortedSample([capped]))
      #expect(found.count == whole.count && found.known == pays.count { $0 <= bound })
      for level in [0.1, 0.25, 0.5, 0.75, 0.9] {
        let (low, truth) = (try #require(found.quantile(level)), try #require(whole.quantile(level)))
        #expect(found.isExact(level) ? low == truth : low <= truth)
      }
      #expect(found.mean == (found.known == found.count ? whole.mean : nil))
      let interval = found.medianInterval
      #expect(interval.map { $0.lowerBound == whole.medianInterval?.lowerBound } ?? !found.isExact(0.5))
    }
  }

  @Test("Pay above a bound that someone else's top code has is at least what it can be, in order")
  func twoBounds() {
    var people = SampleList([1, 2, 3, 7, 9])
    people.appendLeast(5)
    people.appendLeast(8)
    let sample = SortedSample([people])
    // Whoever is at 5 or more may earn more than the 7 and the 9: only three ranks are certain.
    #expect(sample.values == [1, 2, 3, 5, 7, 8, 9] && sample.known == 3)
    #expect(sample.isExact(1.0 / 3) && !sample.isExact(0.5) && sample.medianInterval == nil)
    #expect(Suppression(quartiles: 5, tails: 5).marks(of: sample) == "*..###")
  }

  @Test("A roll-up is exact: joined lists are one list")
  func joined() {
    let whole = (1...40).map { Double($0 * 37 % 41) }
    let parts = [whole[..<7], whole[7..<30], whole[30...]].map { SampleList($0) }
    #expect(SortedSample(parts) == list(whole))
  }

  @Test("Pay comes out to the last digit, whether or not it is in whole cents")
  func exact() {
    let cents = (0..<3_000).map { Double($0 * 7_919 % 100_003) / 100 }
    let others = [-5, 0.001, 123.456, 1e9 / 3, 21_474_836.48, 999.995] + (0..<300).map { Double($0) * 1.1 / 3 }
    let all = cents + others + [21_474_836.47, 0]
    #expect(list(all).values == all.sorted())
    #expect(list(others).values == others.sorted())
  }

  @Test("Many numbers are sorted as few are")
  func radix() {
    var state: UInt32 = 1
    let numbers = (0..<5_000).map { index in
      state = state &* 1_664_525 &+ 1_013_904_223
      return index % 50 == 0 ? Int32.max : Int32(state >> (1 + UInt32(index % 24)))
    }
    for count in [0, 1, 255, 256, 5_000] {
      var sorted = Array(numbers[..<count])
      RadixSort.sort(&sorted)
      #expect(sorted == numbers[..<count].sorted())
    }
  }
}
