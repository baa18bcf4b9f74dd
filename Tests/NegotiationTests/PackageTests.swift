import ModelTestSupport
import Negotiation
import Testing

@Suite("Packages")
struct PackageTests {
  @Test("No other way to give the gain costs less", arguments: 1...6)
  func cheapest(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let terms = (0..<3).map { index in
      CheapestPackage.Term(
        "\(index)", unitValue: Double(Int.random(in: 0...6, using: &generator)),
        unitCost: Double(Int.random(in: 0...6, using: &generator)), limit: 8)
    }
    let most = terms.reduce(0) { $0 + $1.unitValue * $1.limit }
    let package = try #require(CheapestPackage(gain: most / 2, from: terms))
    let given = zip(package.units, terms).reduce(0) { $0 + $1.0 * $1.1.unitValue }
    #expect(abs(given - most / 2) < 1e-9 || most == 0)
    // Every mix of half units that gives enough.
    let steps = stride(from: 0.0, through: 8, by: 0.5)
    for first in steps {
      for second in steps {
        for third in steps {
          let units = [first, second, third]
          let gain = zip(units, terms).reduce(0) { $0 + $1.0 * $1.1.unitValue }
          let cost = zip(units, terms).reduce(0) { $0 + $1.0 * $1.1.unitCost }
          if gain >= most / 2 && cost < package.cost - 1e-9 { Issue.record("\(units) costs \(cost)") }
        }
      }
    }
    #expect(CheapestPackage(gain: most + 1, from: terms) == nil)
  }

  @Test("Giving something back restores the salary")
  func equal() {
    let change = EqualPackage.Change(amount: 20_000, unitValue: 0.72)
    let moved = EqualPackage(salary: 150_000, changes: [change]).salaryKeepingValue
    let back = EqualPackage.Change(amount: -20_000, unitValue: 0.72)
    #expect(moved < 150_000)
    #expect(EqualPackage(salary: moved, changes: [back]).salaryKeepingValue == 150_000)
  }
}
