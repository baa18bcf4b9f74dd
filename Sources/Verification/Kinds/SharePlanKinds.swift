import Compensation

/// Purchase plans and shares paid by performance.
enum SharePlanKinds {
  static let all = [perShare, cash, relativeReturn]

  private static let perShare = ModelKind("espp", outputs: ["value_per_share"]) { inputs, _ in
    let count: PurchasePlan.ShareCount
    switch try inputs.has("plan") ? inputs.text("plan").uppercased() : "A" {
    case "A": count = .atStart
    case "B": count = .fullWithholding
    case let other: throw NotSupported(reason: "plan \"\(other)\" is not supported, only A and B")
    }
    return try plan(inputs).valuePerShare(spot: inputs.number("S", .notNegative), count: count)
  }

  private static let cash = ModelKind("espp_cash", outputs: ["pv_gain"]) { inputs, _ in
    try plan(inputs).presentGain(onContribution: inputs.number("contribution", .notNegative))
  }

  private static func plan(_ inputs: ModelInputs) throws -> PurchasePlan {
    PurchasePlan(
      discount: try inputs.number("discount", .belowOne), hasLookback: try inputs.flag("lookback"),
      years: try inputs.number("T", .notNegative), rate: try inputs.number("r", .rate),
      dividendYield: try inputs.number("q", .rate), volatility: try inputs.number("vol", .volatility))
  }

  private static let relativeReturn = ModelKind(
    "psu_tsr", outputs: ["value_to_price", "expected_multiple"]
  ) { inputs, output in
    let award = RelativeReturnShares(
      peers: try inputs.whole("peers", peers), volatility: try inputs.number("vol", .volatility),
      correlation: try inputs.number("rho", .share), years: try inputs.number("T", .notNegative),
      schedule: try schedule(inputs))
    return output == "expected_multiple" ? award.expectedMultiple : award.valueToPrice
  }

  private static let peers = InputDomain(text: "a whole number from 1 to 1,000") {
    (1...1_000).contains($0) && $0 == $0.rounded()
  }

  /// `0@<25,50@25,100@50,200@75`: percent of target at percent of peers beaten; `<` for whatever lies below.
  private static func schedule(_ inputs: ModelInputs) throws -> PayoutSchedule {
    let text = try inputs.text("schedule")
    var floor = 0.0
    var points: [(percentile: Double, multiple: Double)] = []
    for entry in text.split(separator: ",") {
      let sides = entry.split(separator: "@", omittingEmptySubsequences: false).map { side in
        String(side.filter { $0 != " " && $0 != "%" })
      }
      let isBelow = sides.count == 2 && sides[1].hasPrefix("<")
      guard sides.count == 2, let payout = Double(sides[0]), payout.isFinite, payout >= 0,
        let percentile = Double(isBelow ? String(sides[1].dropFirst()) : sides[1]), (0...100).contains(percentile)
      else { throw unreadable(text) }
      if isBelow { floor = payout / 100 } else { points.append((percentile, payout / 100)) }
    }
    guard let schedule = PayoutSchedule(points, floor: floor) else { throw unreadable(text) }
    return schedule
  }

  private static func unreadable(_ text: String) -> InputFault {
    InputFault(
      .outOfRange, "schedule is \"\(text)\"",
      cure: "write payout@percentile, ascending, in percent: 0@<25,50@25,100@50,200@75")
  }
}
