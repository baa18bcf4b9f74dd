import Quantities

/// Tiered pay zones: an employer sorts places by what labour costs there, and pays each tier a share of the nation's
/// market.
///
///     let tiers = try PayTiers(parameters: parameters, on: date)
///     tiers.tier(ofCostOfLabour: 0.87)?.number    // 3
///     tiers[1]?.factor                            // 1.23 of the national figure
///
/// Where the lines run is our judgement, since each employer draws its own: rows `tier.*` of
/// `MarketData/parameters/market/tiers.csv`.
public struct PayTiers: Sendable {
  public struct Tier: Sendable, Equatable {
    /// From 1, the dearest.
    public let number: Int
    /// The least cost of labour, over the nation, of a place in it.
    public let from: Double
    /// Its pay over the nation's.
    public let factor: Double
    /// Where the factor comes from.
    public let reference: String
  }

  /// The dearest first.
  public let all: [Tier]

  public init(parameters: ParameterTable, on date: CalendarDate) throws {
    all = try parameters.scopes(of: "tier.from").compactMap(Int.init).sorted().map { number in
      let factor = try parameters.row("tier.factor", scope: String(number), on: date)
      return Tier(
        number: number, from: try parameters.value("tier.from", scope: String(number), on: date), factor: factor.value,
        reference: factor.reference)
    }
  }

  public subscript(number: Int) -> Tier? { all.first { $0.number == number } }

  /// The tier of a place; nil for one below every line.
  public func tier(ofCostOfLabour index: Double) -> Tier? { all.first { index >= $0.from } }

  /// `a cost of labour from 0.95 to 1.15 of the nation`
  func words(_ tier: Tier) -> String {
    let next = all.last { $0.number < tier.number }?.from
    let low = NumberText.fixed(tier.from, decimals: 2)
    guard let next else { return "a cost of labour from \(low) of the nation" }
    let high = NumberText.fixed(next, decimals: 2)
    return tier.from > 0
      ? "a cost of labour from \(low) to \(high) of the nation" : "a cost of labour under \(high) of the nation"
  }
}
