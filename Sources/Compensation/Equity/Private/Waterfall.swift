/// How net proceeds are shared among the classes of a cap table.
///
///     let table = CapTable([
///       ShareClass("A", .nonparticipating(preference: 1), shares: 2_000_000),
///       ShareClass("common", .common, shares: 8_000_000),
///     ])
///     let sale = Waterfall(of: 8_000_000, in: table)
///     sale.payouts        // A 2,000,000, common 6,000,000: the preference beats 20 %
///     sale.commonValue    // 0.75
///
/// Below all preferences they are paid by rank, and within a rank in proportion. From there on a common share is worth
/// the x at which the payouts add up to the proceeds; that is also where nobody gains by converting or not, so that no
/// rounds of conversion are needed. Proceeds are after debt and fees, from 0.
public struct Waterfall: Sendable, Equatable {
  /// Money of a common share.
  public let commonValue: Double
  /// Money of each class, in the table's order.
  public let payouts: [Double]

  public init(of equity: Double, in table: CapTable) {
    guard equity >= table.totalPreference else {
      commonValue = 0
      payouts = Self.byRank(equity, table)
      return
    }
    let breakpoints = table.breakpoints
    let last = breakpoints.last { $0.equity <= equity } ?? breakpoints[0]
    let gaining = table.gainingShares(above: last.commonValue).reduce(0, +)
    let value = last.commonValue + (gaining > 0 ? (equity - last.equity) / gaining : 0)
    commonValue = value
    payouts = table.classes.map { $0.shares * $0.payout(atCommonValue: value) }
  }

  private static func byRank(_ equity: Double, _ table: CapTable) -> [Double] {
    var left = equity
    var payouts = [Double](repeating: 0, count: table.classes.count)
    for rank in Set(table.classes.map(\.rank)).sorted() {
      let members = table.classes.indices.filter { table.classes[$0].rank == rank }
      let claims = members.map { table.classes[$0].shares * table.classes[$0].preference }
      let total = claims.reduce(0, +)
      guard total > 0 else { continue }
      let paid = min(left, total)
      for (member, claim) in zip(members, claims) { payouts[member] = paid * claim / total }
      left -= paid
    }
    return payouts
  }
}
