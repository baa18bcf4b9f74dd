import Quantities

extension Offer {
  /// Mean payout of a bonus over its target: stated, from its odds, or the usual one.
  public func meanBonusPayout(_ bonus: TargetBonus, under terms: ValuationTerms) throws -> Double {
    try OfferValuer(offer: self, terms: terms).meanPayout(of: bonus).multiple
  }
}

extension OfferValuer {
  /// The annual bonus: target at the end of each offer year, times its usual payout and the odds of being there.
  func bonus(_ bonus: TargetBonus) throws -> ElementFlows {
    let mean = try meanPayout(of: bonus)
    let all = (1...max(1, terms.years)).map { year -> PayFlow in
      let (paid, worked) = pay.paid(inYear: year)
      let target: Double
      switch bonus.target {
      case .shareOfBase(let share): target = share * paid
      case .amount(let amount):
        target = terms.converted(amount, from: offer.baseSalary.currency.code) * Double(worked) / 12
      }
      return atRisk(
        12 * year, amount: target, headline: target, chance: mean.multiple, by: [.payout(bonus, year: year)])
    }
    return ElementFlows(
      component: "bonus", certainty: .likely, flows: all.filter { $0.month <= terms.months },
      detail:
        "mean payout \(NumberText.share(mean.multiple)) of target (\(mean.source)), paid if still employed at year end",
      // A year that the window cuts short: what has been worked for by then.
      beyondHorizon: later("bonus", all))
  }

  /// Mean payout over target, and where it comes from.
  func meanPayout(of bonus: TargetBonus) throws -> (multiple: Double, source: String) {
    switch bonus.payout {
    case .mean(let mean): return (mean, "stated")
    case .odds(let odds):
      let low = try bonus.thresholdMultiple ?? terms.parameters.value("bonus.threshold-multiple", on: terms.asOf)
      let high = try bonus.maximumMultiple ?? terms.parameters.value("bonus.maximum-multiple", on: terms.asOf)
      return (odds.meanMultiple(atThreshold: low, atMaximum: high), "your odds")
    case .usual:
      let scope = payoutScope(of: bonus)
      let row = try terms.parameters.row("bonus.payout-mean", scopes: [scope, "staff"], on: terms.asOf)
      return (row.value, "default for \(scope)")
    }
  }
}
