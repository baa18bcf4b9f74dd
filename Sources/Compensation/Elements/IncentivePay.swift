import Glibc
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
    let atOnce = 1 - (bonus.deferral?.share ?? 0)
    let all = try bonusPayments(bonus).map(\.flow)
    return ElementFlows(
      component: "bonus", certainty: .likely, flows: all.filter { $0.month <= terms.months },
      detail:
        "mean payout \(NumberText.share(mean.multiple)) of target (\(mean.source)), paid if still employed at year end"
        + (atOnce < 1 ? "; \(NumberText.share(1 - atOnce)) of it is deferred" : ""),
      // A year that the window cuts short: what has been worked for by then.
      beyondHorizon: later("bonus", all))
  }

  /// What is paid at once of each year's bonus, in the window and after it, with the months it is earned in.
  func bonusPayments(_ bonus: TargetBonus) throws -> [(earned: Range<Int>, flow: PayFlow)] {
    let mean = try meanPayout(of: bonus).multiple
    let atOnce = 1 - (bonus.deferral?.share ?? 0)
    return targets(of: bonus).map { year, target, earned in
      let flow = atRisk(
        12 * year, amount: target * atOnce, headline: target * atOnce, chance: mean,
        by: [.payout(bonus, year: year)])
      return (earned, flow)
    }
  }

  /// What each year aims at, in money, and the months worked for it, from the end of one to the end of another: of a
  /// year that the window cuts short, what has been worked for by then.
  private func targets(of bonus: TargetBonus) -> [(year: Int, amount: Double, earned: Range<Int>)] {
    (1...max(1, terms.years)).map { year in
      let (paid, worked) = pay.paid(inYear: year)
      let earned = 12 * (year - 1)..<12 * (year - 1) + worked
      switch bonus.target {
      case .shareOfBase(let share): return (year, share * paid, earned)
      case .amount(let amount):
        return (year, terms.converted(amount, from: offer.baseSalary.currency.code) * Double(worked) / 12, earned)
      }
    }
  }

  /// The deferred part of each year's bonus, as it vests in the window: of the same payout, if still employed and not
  /// cancelled before.
  func deferredBonus(_ bonus: TargetBonus, _ deferral: TargetBonus.Deferral) throws -> ElementFlows {
    let held = try heldDeferrals(deferral)
    let all = try deferredPayments(bonus, deferral).map(\.flow) + held
    let flows = all.filter { $0.month <= terms.months }
    let malus = try malusOdds(deferral)
    return ElementFlows(
      component: "deferred_bonus", certainty: .likely, flows: flows.sorted { $0.month < $1.month },
      detail:
        "\(NumberText.share(deferral.share)) of each year's bonus, \(NumberText.count(flows.count, "payment")) in "
        + "the window, if still employed; \(NumberText.share(malus)) odds a year that it is cancelled"
        + (held.isEmpty
          ? ""
          : "; with \(NumberText.grouped(held.reduce(0) { $0 + $1.headline })) awarded before, taken as an equal "
            + "award a year"),
      beyondHorizon: later("deferred_bonus", all))
  }

  /// What the job one has awarded before and has still to pay: of equal awards on day 0 and on each day a year before,
  /// one for each year served; as many as its vesting spans where nobody says since when. The payout is known by then.
  func heldDeferrals(_ deferral: TargetBonus.Deferral) throws -> [PayFlow] {
    guard offer.isCurrentJob, let balance = deferral.balance.map(converted) else { return [] }
    let events = deferral.vesting.events
    let span = ((events.last?.month ?? 0) + 11) / 12
    let awards = offer.start == nil ? span : min(span, max(1, monthsServed / 12))
    var shares: [Int: Double] = [:]
    for award in 0..<awards {
      for event in events where event.month > 12 * award { shares[event.month - 12 * award, default: 0] += event.share }
    }
    let months = shares.keys.sorted()
    let whole = months.reduce(0) { $0 + (shares[$1] ?? 0) }
    let malus = try malusOdds(deferral)
    return months.map { month in
      let amount = balance * (shares[month] ?? 0) / whole
      let kept = pow(1 - malus, Double(month) / 12)
      return atRisk(
        month, amount: amount, headline: amount, chance: kept, by: kept < 1 ? [.odds(kept, .credit)] : [])
    }
  }

  /// What is deferred of each year's bonus, in the window and after it, with the months it is earned in.
  func deferredPayments(
    _ bonus: TargetBonus, _ deferral: TargetBonus.Deferral
  ) throws -> [(earned: Range<Int>, flow: PayFlow)] {
    let mean = try meanPayout(of: bonus).multiple
    let malus = try malusOdds(deferral)
    return targets(of: bonus).flatMap { year, target, earned in
      deferral.vesting.events.map { event -> (earned: Range<Int>, flow: PayFlow) in
        let month = 12 * year + event.month
        let kept = pow(1 - malus, Double(event.month) / 12)
        let amount = target * deferral.share * event.share
        let flow = atRisk(
          month, amount: amount, headline: amount, chance: mean * kept,
          by: [.payout(bonus, year: year)] + (kept < 1 ? [.odds(kept, .credit)] : []))
        return (earned, flow)
      }
    }
  }

  private func malusOdds(_ deferral: TargetBonus.Deferral) throws -> Double {
    try deferral.malusOdds ?? value("bonus.malus-odds")
  }

  /// Mean payout over target, and where it comes from.
  func meanPayout(of bonus: TargetBonus) throws -> (multiple: Double, source: String) {
    switch bonus.payout {
    case .mean(let mean): return (mean, "stated")
    case .history(let years):
      return (years.reduce(0, +) / Double(max(1, years.count)), "your \(NumberText.count(years.count, "year"))")
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
