import Glibc
import Quantities

/// What a grant keeps where others lose it: unvested units that an event makes one's own.
extension OfferValuer {
  /// Acceleration of all grants; nil where none has any. A layoff is what would take the units away, so that is when
  /// acceleration is worth something, at the odds that it applies then: always, if a change of control is behind this
  /// layoff, or if there has been a change before. Fair is 0, as a grant's own fair value counts all of its units.
  func acceleration() throws -> ElementFlows? {
    let grants = offer.equity.filter { $0.acceleration.map { $0.trigger != .never } ?? false }
    guard !grants.isEmpty else { return nil }
    var flows: [PayFlow] = []
    for grant in grants {
      guard let terms = grant.acceleration else { continue }
      let value = try value(of: grant)
      for tranche in value.tranches where tranche.month <= self.terms.months {
        flows += try kept(tranche, terms, isPaper: value.isPaper)
      }
    }
    let texts = grants.compactMap { grant in grant.acceleration.map { "equity[\(grant.pathIndex)]: \($0.text)" } }
    return ElementFlows(
      component: "acceleration", certainty: grants.allSatisfy(\.instrument.isPrivate) ? .hopedFor : .likely,
      flows: flows.sorted { $0.month < $1.month },
      detail: "\(texts.joined(separator: "; ")); of what vests in the window" + (try oddsText(grants)))
  }

  /// A vesting date that a layoff in any month up to it would take away.
  private func kept(_ tranche: Tranche, _ acceleration: Acceleration, isPaper: Bool) throws -> [PayFlow] {
    let first = max(1, tranche.month - (acceleration.months ?? tranche.month))
    let change = acceleration.trigger == .layoff ? 0 : try monthlyChange()
    let loss = acceleration.trigger == .layoff ? 0 : try lossGivenChange()
    return (first...tranche.month).compactMap { month -> PayFlow? in
      let hazard = survival.layoffHazards[month - 1]
      // Of a layoff in this month, and of a quit.
      let odds: Double
      var quit = 0.0
      switch acceleration.trigger {
      case .layoff: odds = 1
      case .double: odds = hazard > 0 ? min(1, change * loss / hazard) : 0
      case .single:
        // Behind a change of an earlier month, or of this one, which may be what costs the job.
        let caused = hazard > 0 ? min(1, change * loss / hazard) : 0
        let before = 1 - pow(1 - change, Double(month - 1))
        odds = caused + (1 - caused) * before
        quit = before
      case .never: return nil
      }
      let amount = acceleration.share * tranche.fair * tranche.chance
      let luck: [PayRisk.Factor] = acceleration.trigger == .layoff ? [] : [.odds(odds, .control)]
      var flow = PayFlow(month: month, risk: PayRisk(.laidOff(in: month), luck + tranche.factors))
      flow.expected = amount * survival.oddsOfLayoff(in: month) * odds
      flow.averageLeaver =
        amount * (survival.oddsOfLayoffOfAverageLeaver(in: month) * odds + survival.oddsOfQuit(in: month) * quit)
      flow.expectedCash = isPaper ? 0 : flow.expected
      return flow.expected == 0 && flow.averageLeaver == 0 ? nil : flow
    }
  }

  /// What a change of control in month 1, 2, ... accelerates, as the excise test counts it: of units that only time would
  /// have vested, what having them early is worth, and a hundredth for each full month. At most all of it.
  ///
  /// Reference: Treas. Reg. section 1.280G-1, Q/A-24(c).
  func acceleratedByControl() throws -> [Double] {
    var sums = [Double](repeating: 0, count: terms.months)
    for grant in offer.equity {
      guard let acceleration = grant.acceleration, [.single, .double].contains(acceleration.trigger) else { continue }
      let rate = try law("parachute.acceleration-per-month")
      for tranche in try value(of: grant).tranches {
        let first = max(1, acceleration.months.map { tranche.month - $0 } ?? 1)
        guard first <= min(tranche.month, terms.months) else { continue }
        for month in first...min(tranche.month, terms.months) {
          let early = tranche.month - month
          let counted = min(1, 1 - terms.discount(early) + rate * Double(early))
          sums[month - 1] += acceleration.share * tranche.fair * counted
        }
      }
    }
    return sums
  }

  private func oddsText(_ grants: [EquityGrant]) throws -> String {
    let triggers = Set(grants.compactMap(\.acceleration?.trigger))
    guard !triggers.isDisjoint(with: [.single, .double]) else { return "" }
    let odds = "; odds of a change \(NumberText.share(try yearlyChange())) a year"
    guard triggers.contains(.double) else { return odds }
    return odds + " x \(NumberText.share(try lossGivenChange())) that it costs the job"
  }

  /// A year's odds of a change of control: as stated, else the usual ones of the kind of employer.
  func yearlyChange() throws -> Double {
    try offer.leavingTerms.changeOfControl?.annualOdds ?? valueForEmployer("control.change-probability")
  }

  func monthlyChange() throws -> Double {
    Survival.monthlyHazard(annualProbability: min(try yearlyChange(), 0.999_999))
  }

  /// The odds that a change of control costs the job.
  func lossGivenChange() throws -> Double {
    let scopes = offer.job?.isExecutive == true ? ["executive", ""] : [""]
    return try terms.parameters.row("control.loss-given-change", scopes: scopes, on: terms.asOf).value
  }
}
