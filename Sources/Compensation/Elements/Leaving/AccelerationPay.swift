import Quantities

/// What a grant keeps where others lose it: unvested units that an event makes one's own.
extension OfferValuer {
  /// Acceleration of all grants; nil where none has any. A layoff is what would take the units away, so that is when
  /// acceleration is worth something, at the odds that it applies then: always, if a change of control is behind this
  /// layoff, or if there has been a change before.
  ///
  /// Fair is 0 for units that vest in the window, as a grant's own fair value counts them; units that vest after it are in
  /// no other part, and are the holder's once the event comes.
  func acceleration() throws -> ElementFlows? {
    let grants = offer.equity.filter { $0.acceleration.map { $0.trigger != .never } ?? false }
    guard !grants.isEmpty else { return nil }
    let plan = try controlPlan()
    let events = try monthsOfChange()
    var flows: [PayFlow] = []
    var hasLate = false
    for grant in grants {
      guard let terms = grant.acceleration else { continue }
      let value = try value(of: grant)
      hasLate =
        hasLate
        || value.tranches.contains { isLate($0) && terms.months(before: $0.month, within: self.terms.months) != nil }
      for tranche in value.tranches { flows += kept(tranche, terms, events, plan, isPaper: value.isPaper) }
    }
    flows += try taxOnChange(plan, lateShare: try lateShare(of: grants))
    let texts = grants.compactMap { grant in grant.acceleration.map { "equity[\(grant.pathIndex)]: \($0.text)" } }
    var element = ElementFlows(
      component: "acceleration", certainty: grants.allSatisfy(\.instrument.isPrivate) ? .hopedFor : .likely,
      flows: flows.sorted { $0.month < $1.month },
      detail:
        texts.joined(separator: "; ")
        + (hasLate ? "; units that would vest after the window too, as the event comes inside it" : "")
        + (try oddsText(grants)))
    // Beside pay on the change the test stands there.
    if let plan, plan.terms == nil {
      element.detail += testText(plan)
      element.facts = exciseFacts(plan)
      if plan.costs {
        element.questions.append(
          "who bears the excise tax on equity that vests on a change of control, taken as best net")
      }
    }
    return element
  }

  private func isLate(_ tranche: Tranche) -> Bool { tranche.month > terms.months }

  /// A vesting date that a layoff in any month up to it would take away, and one after the window that would come too late.
  private func kept(
    _ tranche: Tranche, _ acceleration: Acceleration, _ events: [MonthOfChange], _ plan: ControlPlan?, isPaper: Bool
  ) -> [PayFlow] {
    guard let months = acceleration.months(before: tranche.month, within: terms.months) else { return [] }
    let isByLayoff = acceleration.trigger == .layoff
    let amount = acceleration.share * tranche.fair * tranche.chance
    let isLate = isLate(tranche)
    // What is left of the units after a change before.
    var left = 0.0
    return months.flatMap { month -> [PayFlow] in
      let event = events[month - 1]
      let caused = event.caused
      let lost = plan?.lostWithJob(month) ?? 0
      let byChange = plan?.keptByChange(month) ?? 1
      defer { left += event.amongOthers * byChange }
      func flow(_ risk: PayRisk, odds: Double, averageLeaver: Double) -> PayFlow? {
        var flow = PayFlow(month: month, risk: risk)
        flow.expected = amount * odds
        flow.averageLeaver = amount * averageLeaver
        flow.fair = isLate ? flow.expected : 0
        flow.expectedCash = isPaper ? 0 : flow.expected
        return flow.expected == 0 && flow.averageLeaver == 0 ? nil : flow
      }
      func onLayoff(_ odds: Double, kept: Double, quit: Double = 0) -> PayFlow? {
        flow(
          PayRisk(.laidOff(in: month), (isByLayoff ? [] : [.odds(odds, .control)]) + tranche.factors),
          odds: survival.oddsOfLayoff(in: month) * kept,
          averageLeaver: survival.oddsOfLayoffOfAverageLeaver(in: month) * kept + survival.oddsOfQuit(in: month) * quit)
      }
      switch acceleration.trigger {
      case .never: return []
      case .layoff: return [onLayoff(1, kept: 1)].compactMap { $0 }
      case .double: return [onLayoff(caused, kept: caused * (1 - lost))].compactMap { $0 }
      // A change, whatever becomes of the job: what the layoffs of its month have not taken by then.
      case .single where isLate:
        let there = flow(
          event.jobGoesOn(tranche.factors), odds: survival.odds(atEndOf: month) * event.amongOthers * byChange,
          averageLeaver: survival.oddsOfAverageLeaver(atEndOf: month) * event.amongOthers * byChange)
        let gone = flow(
          event.jobEnds(tranche.factors),
          odds: survival.oddsOfLayoff(in: month) * event.amongLaidOff * max(0, byChange - lost),
          averageLeaver: survival.oddsOfLayoffOfAverageLeaver(in: month) * event.amongLaidOff * max(0, byChange - lost))
        return [gone, there].compactMap { $0 }
      // Behind a change of an earlier month, or of this one, which may be what costs the job.
      case .single:
        return [
          onLayoff(
            event.before + event.amongLaidOff, kept: event.amongLaidOff * max(0, byChange - lost) + left,
            quit: left)
        ].compactMap { $0 }
      }
    }
  }

  /// What of the units that a change alone makes one's own would vest after the window: the part whose fair value is here.
  private func lateShare(of grants: [EquityGrant]) throws -> Double {
    var (late, all) = (0.0, 0.0)
    for grant in grants where grant.acceleration?.trigger == .single {
      for tranche in try value(of: grant).tranches {
        let amount = (grant.acceleration?.share ?? 0) * tranche.fair * tranche.chance
        all += amount
        if isLate(tranche) { late += amount }
      }
    }
    return all > 0 ? late / all : 0
  }

  /// The excise tax on units that a change alone makes one's own is due whether the job goes on or not: in the very
  /// courses of events in which the units are.
  private func taxOnChange(_ plan: ControlPlan?, lateShare: Double) throws -> [PayFlow] {
    guard let plan, plan.tests.contains(where: { $0.change.outcome == .taxed }) else { return [] }
    return try onFirstChange { -plan.taxOnChange($0) }.map {
      var flow = $0
      flow.fair = flow.expected * lateShare
      return flow
    }
  }

  /// What the excise test makes of it, for the first month in which it costs something.
  private func testText(_ plan: ControlPlan) -> String {
    let isOnChange = plan.isOnChange(offer)
    func test(_ month: Int) -> ExciseTest? { plan.test(month).map { isOnChange ? $0.change : $0.loss } }
    guard let month = (1...terms.months).first(where: { (test($0)?.cost ?? 0) > 0 }), let found = test(month) else {
      return ""
    }
    let what = found.outcome == .cut ? "a cut below the line takes" : "the tax is"
    return "; in month \(month) the excise test counts \(money(found.payment.amount)) against a line of "
      + "\(money(found.line)), and \(what) \(money(found.cost)); `explain` shows each year's end"
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
