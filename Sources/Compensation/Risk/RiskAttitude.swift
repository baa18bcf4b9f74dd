import Quantities

/// How someone bears the risk of an offer: dislike of it, and the wealth that softens a blow.
public struct RiskAttitude: Sendable, Equatable {
  public let aversion: RiskAversion
  /// Liquid wealth, in the totals' currency.
  public let wealth: Double
  /// What wealth and pay never count below, as a share of their mean: other help would come.
  let floor: Double
  /// Whether the certain total stays at or below the total of fair values.
  let isHeldAtFair: Bool

  /// As stated, else by default.
  public init(_ terms: ValuationTerms) throws {
    func value(_ name: String) throws -> Double { try terms.parameters.value(name, on: terms.asOf) }
    aversion = RiskAversion(gamma: try terms.riskAversion ?? value("risk.aversion"))
    wealth = try terms.wealth ?? value("risk.wealth-of-pay") * (terms.payToday ?? 0)
    floor = try value("risk.floor")
    isHeldAtFair = try value("risk.held-at-fair") != 0
  }

  /// What the uncertainty of totals costs: what they can be expected to come to, less C.
  ///
  /// `mean`: of the draws; `expected`: without their error. The error counts as far as utility follows the total, by
  /// regression (a control variate): in full where risks are small, hardly where the mean hangs on a few rare draws.
  func premium(of totals: [Double], mean: Double, expected: Double) -> Double {
    let usual = wealth + mean
    // Nothing to measure risk by; a debt so large is not for a utility to judge.
    guard usual > 0, aversion.gamma > 0, !totals.isEmpty else { return 0 }
    let utilities = totals.map { aversion.utility(max((wealth + $0) / usual, floor)) }
    let average = utilities.reduce(0, +) / Double(totals.count)
    var (product, squares) = (0.0, 0.0)
    for (total, utility) in zip(totals, utilities) {
      product += (total - mean) * (utility - average)
      squares += (total - mean) * (total - mean)
    }
    let corrected = average + (squares > 0 ? product / squares : 0) * (expected - mean)
    let bounded = min(max(corrected, utilities.min() ?? corrected), utilities.max() ?? corrected)
    return expected - mean + usual * (1 - aversion.wealth(atUtility: bounded))
  }
}
