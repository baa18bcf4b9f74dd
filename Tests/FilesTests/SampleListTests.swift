import Testing

@testable import Files

@Suite("Percentiles of people's pay are sample quantiles, R type 7")
struct SampleListTests {
  private func list(_ values: [Double]) -> SampleList {
    var list = SampleList()
    for value in values { list.append(value) }
    list.sort()
    return list
  }

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
    #expect([1, 5, 7, 12, 20, 100, 1_000].map { SampleList.medianRank(of: $0) } == [1, 1, 2, 4, 8, 45, 484])
    #expect(list([5, 1, 9, 3, 7, 2, 8]).medianInterval == 2...8)
    #expect(SampleList.medianRank(of: 1_001) == 485 && list([]).medianInterval == nil)
  }

  @Test("A roll-up is exact: joined lists are one list")
  func joined() {
    let whole = (1...40).map { Double($0 * 37 % 41) }
    let parts = [list(Array(whole[..<7])), list(Array(whole[7..<30])), list(Array(whole[30...]))]
    #expect(SampleList(joining: parts) == list(whole))
  }
}
