import Glibc
import Quantities

extension OfferValuer {
  /// Performance shares: shares delivered as they vest, times what the goals pay of target on average.
  func performanceShares(_ grant: EquityGrant, _ goals: PerformanceTerms) throws -> GrantValue {
    let shares = restrictedStock(grant)
    switch goals {
    case .relativeReturn(let goal): return try relativeReturn(grant, goal, shares)
    case .ownResults(let payout, let maximum):
      var bonus = TargetBonus(target: .shareOfBase(1), payout: payout)
      bonus.maximumMultiple = maximum
      let mean = try meanPayout(of: bonus)
      return GrantValue(
        family: "psu", tranches: shares.tranches.map { $0.paying(mean.multiple, by: goal(bonus, at: $0)) },
        detail: "performance shares, \(datesInWindow(shares.tranches)), paying \(NumberText.share(mean.multiple)) of "
          + "target on average (\(mean.source))",
        facts: [meanMultiple(mean.multiple)])
    }
  }

  private func relativeReturn(
    _ grant: EquityGrant, _ goal: PerformanceTerms.RelativeGoal, _ shares: GrantValue
  ) throws -> GrantValue {
    let peers = try goal.peers ?? Int(terms.parameters.value("psu.peers", on: terms.asOf))
    let correlation = try goal.correlation ?? terms.parameters.value("psu.correlation", on: terms.asOf)
    let volatility = try grant.volatility ?? usualVolatility()
    let schedule = try goal.schedule ?? usualSchedule(goal)
    let start = grant.granted ?? terms.dayZero
    // Of what vests at once, a month: without time there are no ranks.
    let awards = shares.tranches.map { tranche in
      RelativeReturnShares(
        peers: peers, volatility: volatility, correlation: correlation,
        years: Double(max(1, goal.months ?? start.months(to: tranche.date))) / 12, schedule: schedule)
    }
    let worth = awards.map { $0.valueToPrice(terms.prices) }
    let mean = awards.first?.expectedMultiple ?? 0
    let facts = [
      meanMultiple(mean),
      ElementFact(
        "value_to_price", worth.last ?? 0, .share,
        "What a target share is worth over today's price: it pays most when the share is dear.",
        "the mean of multiple x share price then, over today's price: binomial rank given the own return, one integral",
        defaults: ["psu.peers", "psu.correlation", "psu.percentile", "psu.multiple", "equity.volatility"]),
    ]
    let tranches = zip(shares.tranches, worth).map { tranche, worth in
      // From today on, as the price is: what the ranks are so far is not known.
      let ahead = RelativeReturnShares(
        peers: peers, volatility: volatility, correlation: correlation, years: max(1.0 / 12, tranche.years),
        schedule: schedule)
      return tranche.paying(worth, by: [.rank(ahead, month: max(1, tranche.month))])
    }
    return GrantValue(
      family: "psu", tranches: tranches,
      detail:
        "performance shares by rank among \(peers) peers, \(datesInWindow(shares.tranches)), a target share worth "
        + "\(NumberText.share(worth.last ?? 0)) of its price (volatility \(NumberText.share(volatility)), correlation "
        + "\(NumberText.share(correlation)))",
      facts: shares.tranches.isEmpty ? [] : facts)
  }

  /// Own goals are met as those of the year's bonus, and pay in shares.
  private func goal(_ bonus: TargetBonus, at tranche: Tranche) -> [PayRisk.Factor] {
    tranche.factors + [.payout(bonus, year: terms.year(of: tranche.month))]
  }

  private func meanMultiple(_ mean: Double) -> ElementFact {
    ElementFact(
      "mean_multiple", mean, .share, "What the goals pay on average, of target.",
      "the mean over what the goals may pay",
      defaults: [
        "psu.peers", "psu.percentile", "psu.multiple", "bonus.payout-mean", "bonus.threshold-multiple",
        "bonus.maximum-multiple",
      ])
  }

  /// The commonest plan, between the stated bottom and top.
  private func usualSchedule(_ goal: PerformanceTerms.RelativeGoal) throws -> PayoutSchedule {
    func value(_ name: String, _ scope: String) throws -> Double {
      try terms.parameters.value(name, scope: scope, on: terms.asOf)
    }
    let top = try goal.maximum ?? value("psu.multiple", "maximum")
    let threshold = try min(value("psu.multiple", "threshold"), top)
    let points = try [
      (percentile: value("psu.percentile", "threshold"), multiple: threshold),
      (percentile: value("psu.percentile", "target"), multiple: min(1, top)),
      (percentile: value("psu.percentile", "maximum"), multiple: top),
    ]
    guard let schedule = PayoutSchedule(points, floor: goal.floor ?? 0) else {
      throw ParameterTable.Missing(name: "psu.percentile", scope: "threshold < target < maximum")
    }
    return schedule
  }
}

extension Tranche {
  /// The same, worth so many times as much.
  fileprivate func paying(_ multiple: Double, by factors: [PayRisk.Factor]) -> Tranche {
    var copy = self
    copy.fair *= multiple
    copy.factors = factors
    return copy
  }
}
