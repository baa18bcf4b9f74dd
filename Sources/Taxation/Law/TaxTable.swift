/// A table of tax law, read in one of two ways.
///
/// As brackets (``tax(on:)``) each rate falls on what lies between its floor and the next. As a function (``value(at:)``) the
/// row with the greatest floor up to x counts: `amount + rate * (x - floor)`, with a `step` `amount + rate` for each full or
/// started step above the floor, never below 0. Floors that end in .01 mean "above".
///
///     brackets.tax(on: 50_000)           // 10 % of 11,925 + 12 % of 36,550 + 22 % of 1,525 = 5,914
///     phaseOut.value(at: 230_000)        // what is left of a credit
public struct TaxTable: Sendable, Equatable {
  struct Row: Sendable, Equatable {
    let floor: Double
    let rate: Double
    let amount: Double
    let step: Double
    /// The tax on everything below the floor, read as brackets.
    let below: Double
  }

  let rows: [Row]
  /// Whether it rests on a forecast.
  public let isProjected: Bool
  /// The calendar year it took effect in.
  public let year: Int

  init(_ facts: [TaxFact]) {
    var below = 0.0
    var rows: [Row] = []
    for fact in facts.sorted(by: { $0.floor < $1.floor }) {
      if let last = rows.last { below += last.rate * (fact.floor - last.floor) }
      rows.append(
        Row(
          floor: fact.floor, rate: fact.rate ?? 0, amount: fact.amount ?? 0, step: fact.step ?? 0, below: below))
    }
    self.rows = rows
    isProjected = facts.contains { $0.status == .projected }
    year = facts.first?.effectiveFrom.year ?? 0
  }

  /// The row that counts at x; nil below the first floor.
  func row(at x: Double) -> Row? {
    // Mostly a dozen rows: from the end, since wages of leaders lie in the upper ones.
    var index = rows.count - 1
    while index >= 0 {
      if rows[index].floor <= x { return rows[index] }
      index -= 1
    }
    return nil
  }

  /// The tax on x, read as brackets; 0 below the first.
  public func tax(on x: Double) -> Double {
    guard let row = row(at: x) else { return 0 }
    return row.below + row.rate * (x - row.floor)
  }

  /// The rate that falls on the next dollar, read as brackets.
  public func marginalRate(at x: Double) -> Double { row(at: x)?.rate ?? 0 }

  /// The value at x, read as a function; 0 below the first floor.
  public func value(at x: Double) -> Double {
    guard let row = row(at: x) else { return 0 }
    guard row.step > 0 else { return max(0, row.amount + row.rate * (x - row.floor)) }
    // A cent on either side of a step decides; the quotient may miss it by a rounding error.
    let steps = ((x - row.floor) / row.step + 1e-9).rounded(.down) + 1
    return max(0, row.amount + row.rate * steps)
  }

  /// The value at x, below 0 where a linear row falls that far: for credits that are summed before they are held at 0.
  func unheld(at x: Double) -> Double {
    guard let row = row(at: x), row.step == 0 else { return value(at: x) }
    return row.amount + row.rate * (x - row.floor)
  }

  /// The rate of the row at x, for tables of shares.
  public func share(at x: Double) -> Double { row(at: x)?.rate ?? 0 }

  /// The brackets that x reaches: where each begins and ends, its rate, and its tax.
  ///
  ///     brackets.bands(of: 20_000)    // (0, 11,925, .10, 1,192.50), (11,925, 20,000, .12, 969)
  public func bands(of x: Double) -> [(from: Double, to: Double, rate: Double, tax: Double)] {
    rows.indices.filter { rows[$0].floor < x }.map { index in
      let end = index + 1 < rows.count ? min(x, rows[index + 1].floor) : x
      return (rows[index].floor, end, rows[index].rate, rows[index].rate * (end - rows[index].floor))
    }
  }

  /// Where something changes: every floor above 0.
  public var edges: [Double] { rows.map(\.floor).filter { $0 > 0 } }
}
