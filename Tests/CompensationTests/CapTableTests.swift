import Compensation
import Foundation
import ModelTestSupport
import Testing

@Suite("Who is paid what when a company is sold")
struct CapTableTests {
  /// Cap tables of two to six classes of every right, with round and with crooked figures.
  static let tables: [CapTable] = {
    var generator = SeededGenerator(seed: 42)
    return (0..<40).map { _ in
      let count = Int.random(in: 1...5, using: &generator)
      let classes = (0..<count).map { index in
        let preference = Double(Int.random(in: 0...8, using: &generator)) / 2
        let right: ShareClass.Right =
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: .option(strike: preference)
          case 1: .nonparticipating(preference: preference)
          case 2: .participating(preference: preference, cap: preference * Double.random(in: 1...3, using: &generator))
          default: .participating(preference: preference, cap: nil)
          }
        return ShareClass(
          "class \(index)", right, shares: Double(Int.random(in: 1...90, using: &generator)),
          rank: Int.random(in: 1...3, using: &generator))
      }
      return CapTable(classes + [ShareClass("common", .common, shares: 100)])
    }
  }()

  /// From nothing to well beyond the last conversion.
  static func proceeds(_ table: CapTable) -> [Double] {
    [0, 0.3, 0.999, 1, 1.4, 3, 10, 40].map { $0 * max(50, table.totalPreference) }
  }

  @Test("Every dollar is paid out, none below zero, and more to share leaves nobody worse off", arguments: tables)
  func complete(table: CapTable) {
    var before = table.classes.map { _ in 0.0 }
    for equity in Self.proceeds(table) {
      let payouts = Waterfall(of: equity, in: table).payouts
      #expect(abs(payouts.reduce(0, +) - equity) < 1e-9 * (1 + equity))
      #expect(zip(payouts, before).allSatisfy { $0 >= $1 - 1e-9 * (1 + equity) })
      before = payouts
    }
  }

  /// Whoever may choose, chooses well: given everyone else's choice nobody gains by the other one. Found by trying all
  /// choices and sharing what is left among those who take part.
  @Test("It is where nobody gains by converting or exercising, or by not", arguments: tables)
  func equilibrium(table: CapTable) {
    for equity in Self.proceeds(table) where equity > table.totalPreference {
      let sale = Waterfall(of: equity, in: table)
      let chosen = table.classes.map { $0.converts(at: sale.commonValue) }
      let paid = Self.payouts(of: equity, in: table, converting: chosen)
      for (own, other) in zip(sale.payouts, paid) { #expect(abs(own - other) < 1e-8 * (1 + equity)) }
      for index in table.classes.indices where table.classes[index].canChoose {
        var changed = chosen
        changed[index].toggle()
        let alternative = Self.payouts(of: equity, in: table, converting: changed)[index]
        #expect(alternative <= paid[index] + 1e-8 * (1 + equity))
      }
    }
  }

  @Test("Values of all classes add up to the equity; each tranche is shared in full", arguments: tables.prefix(12))
  func allotted(table: CapTable) {
    #expect(table.tranches.allSatisfy { abs($0.shares.reduce(0, +) - 1) < 1e-12 })
    #expect(zip(table.tranches, table.tranches.dropFirst()).allSatisfy { $0.upper == $1.lower })
    let method = OptionPricingMethod(table, volatility: 0.7, years: 4, rate: 0.04)
    for equity in [10.0, 300, 5_000] {
      #expect(abs(method.values(ofEquity: equity).reduce(0, +) - equity) < 1e-9 * equity)
      // Without time the options are worth what the sale pays.
      let now = OptionPricingMethod(table, volatility: 0.7, years: 0, rate: 0.04).values(ofEquity: equity)
      for (value, paid) in zip(now, Waterfall(of: equity, in: table).payouts) {
        #expect(abs(value - paid) < 1e-9 * equity)
      }
    }
    let last = table.classes.count - 1
    let price = method.values(ofEquity: 777)[last] / table.classes[last].shares
    #expect(abs((method.equity(atPrice: price, ofClass: last) ?? 0) - 777) < 1e-6)
  }

  @Test("The discount that explains a round's price gives it back")
  func exits() throws {
    let table = CapTable([
      ShareClass("A", .nonparticipating(preference: 2), shares: 100), ShareClass("common", .common, shares: 300),
    ])
    let exits = ExitOutcomes([(0.5, 0), (0.3, 400), (0.2, 6_000)], years: 5)
    let rate = try #require(exits.rate(explaining: 2, ofClass: 0, in: table))
    // By hand: 0.3 x 2 + 0.2 x 15 a share.
    #expect(abs(3.6 * exp(-rate * 5) - 2) < 1e-12)
    let value = exits.value(ofOptions: 10, strike: 1, in: table, keep: 0.8, rate: 0)
    #expect(abs(value - 10 * 0.2 * (0.8 * 15 - 1)) < 1e-12)
  }

  /// Pays preferences to those who stay, then shares what is left as common among those who convert, exercise or
  /// participate, a capped one no further than its cap.
  private static func payouts(of equity: Double, in table: CapTable, converting: [Bool]) -> [Double] {
    let classes = table.classes
    func paid(_ value: Double) -> [Double] {
      zip(classes, converting).map { one, converts in
        switch one.right {
        case .common: one.shares * value
        case .option(let strike): converts ? one.shares * (value - strike) : 0
        case .nonparticipating(let preference): one.shares * (converts ? value : preference)
        case .participating(let preference, let cap):
          one.shares * (converts && cap != nil ? value : min(preference + value, cap ?? .infinity))
        }
      }
    }
    // Found by halving: payouts grow with the value of a common share.
    let value = Bisection.root(from: 0, to: equity) { paid($0).reduce(0, +) - equity }
    return paid(value)
  }
}

extension ShareClass {
  /// Whether its holders decide anything.
  fileprivate var canChoose: Bool {
    switch right {
    case .common, .participating(_, nil): false
    default: true
    }
  }

  /// What they decide when a common share is worth so much.
  fileprivate func converts(at value: Double) -> Bool {
    switch right {
    case .common, .participating(_, nil): false
    case .option(let strike): value > strike
    case .nonparticipating(let preference): value > preference
    case .participating(_, let cap?): value > cap
    }
  }
}
