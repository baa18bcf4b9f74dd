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

  /// What the uncertainty of totals with this mean costs: mean - C.
  func premium(of totals: [Double], mean: Double) -> Double {
    let usual = wealth + mean
    // Nothing to measure risk by; a debt so large is not for a utility to judge.
    guard usual > 0, aversion.gamma > 0, !totals.isEmpty else { return 0 }
    var sum = 0.0
    for total in totals { sum += aversion.utility(max((wealth + total) / usual, floor)) }
    return usual * (1 - aversion.wealth(atUtility: sum / Double(totals.count)))
  }
}
