/// The package that gives the candidate a gain at the least cost to the employer.
///
///     let package = CheapestPackage(gain: 12_000, from: [
///       .init("salary", unitValue: 1, unitCost: 1.25, limit: 15_000),
///       .init("remote day", unitValue: 4_000, unitCost: 500, limit: 2),
///     ])
///     package?.cost     // 6,000: both remote days, 4,000 of salary
///     package?.units    // 4,000 and 2
///
/// Terms can be given in parts and up to a limit. Filling them by value for money is then the best there is: the linear
/// program of a divisible knapsack.
///
/// Reference: Dantzig, "Discrete-variable extremum problems", Operations Research 5 (1957).
public struct CheapestPackage: Sendable, Equatable {
  /// Something that can be given.
  public struct Term: Sendable, Equatable {
    public let name: String
    /// What a unit is worth to the candidate, from 0.
    public let unitValue: Double
    /// What it costs the employer, from 0.
    public let unitCost: Double
    /// Units there are at most; infinite for no limit.
    public let limit: Double

    public init(_ name: String, unitValue: Double, unitCost: Double, limit: Double) {
      self.name = name
      self.unitValue = unitValue
      self.unitCost = unitCost
      self.limit = limit
    }
  }

  /// How much of each term, in the order given.
  public let units: [Double]
  /// To the employer.
  public let cost: Double

  /// Nil where all terms together do not give the gain.
  public init?(gain: Double, from terms: [Term]) {
    // By value for money; as products, so that a term that costs nothing comes first. Equal ones keep their order.
    let order = terms.indices.filter { terms[$0].unitValue > 0 }.sorted { left, right in
      let (first, second) = (terms[left], terms[right])
      let (ahead, behind) = (first.unitValue * second.unitCost, second.unitValue * first.unitCost)
      return ahead == behind ? left < right : ahead > behind
    }
    var units = [Double](repeating: 0, count: terms.count)
    var missing = gain
    for index in order where missing > 0 {
      units[index] = min(terms[index].limit, missing / terms[index].unitValue)
      missing -= units[index] * terms[index].unitValue
    }
    // What a limit misses by the last digit is not missing.
    guard missing <= gain.magnitude * 1e-12 else { return nil }
    self.units = units
    cost = zip(units, terms).reduce(0) { $0 + $1.0 * $1.1.unitCost }
  }
}
