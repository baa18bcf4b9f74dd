import Quantities

/// A month in which the employer may change hands for the first time, and what that does to the job.
///
/// Whoever is paid on a change, and whoever is taxed on it, has to be so in the same courses of events. Some of the layoffs
/// there are follow a change, so whoever still holds the job has seen a change less often than time alone would say.
struct MonthOfChange {
  let month: Int
  /// Odds of a change before this month, for those who hold the job until then.
  let before: Double
  /// Of the month's layoffs, those that a change is behind.
  let caused: Double
  /// Odds of a first change in it, for those who lose the job in it, to the change or not.
  let amongLaidOff: Double
  /// The same for those whose job goes on.
  let amongOthers: Double

  /// Every month from the first. `change`: odds a month; `loss`: the odds that a change costs the job.
  static func all(change: Double, loss: Double, survival: Survival) -> [MonthOfChange] {
    var before = 0.0
    return survival.layoffHazards.enumerated().map { index, hazard in
      let lost = min(hazard, change * loss)
      // No more layoffs follow changes than there are layoffs.
      let spared = lost < 1 ? (change - lost) / (1 - lost) : 0
      let others = (1 - before) * max(0, spared)
      // What is left of c for those who still hold the job.
      let laidOff = hazard > 0 ? ((1 - before) * change - (1 - hazard) * others) / hazard : 0
      let event = MonthOfChange(
        month: index + 1, before: before, caused: hazard > 0 ? lost / hazard : 0, amongLaidOff: laidOff,
        amongOthers: others)
      before += others
      return event
    }
  }

  /// The job is lost by a change, the first or a later one.
  var costsTheJob: PayRisk { PayRisk(.laidOff(in: month), caused > 0 ? [.odds(caused, .control)] : []) }

  /// The job is lost in the month of the first change; `factors`: what else decides.
  func jobEnds(_ factors: [PayRisk.Factor] = []) -> PayRisk {
    PayRisk(.laidOff(in: month), [.chance(from: before, to: before + amongLaidOff, .control)] + factors)
  }

  /// The job goes on; `factors`: what else decides.
  func jobGoesOn(_ factors: [PayRisk.Factor] = []) -> PayRisk {
    .stays(through: month, [.chance(from: before, to: before + amongOthers, .control)] + factors)
  }
}

extension OfferValuer {
  /// The months in which this employer may change hands.
  func monthsOfChange() throws -> [MonthOfChange] {
    MonthOfChange.all(change: try monthlyChange(), loss: try lossGivenChange(), survival: survival)
  }

  /// Paid, or due, on the first change of control, whether the job goes with it or not.
  func onFirstChange(_ amount: (Int) -> Double) throws -> [PayFlow] {
    try monthsOfChange().prefix(terms.months).flatMap { event -> [PayFlow] in
      let month = event.month
      let paid = amount(month)
      func flow(_ risk: PayRisk, odds: Double, averageLeaver: Double) -> PayFlow {
        var flow = PayFlow(month: month, risk: risk)
        flow.expectedCash = paid * odds
        flow.expected = flow.expectedCash * terms.discount(month)
        flow.fair = flow.expected
        flow.averageLeaver = paid * averageLeaver * terms.discount(month)
        return flow
      }
      return [
        flow(
          event.jobEnds(), odds: survival.oddsOfLayoff(in: month) * event.amongLaidOff,
          averageLeaver: survival.oddsOfLayoffOfAverageLeaver(in: month) * event.amongLaidOff),
        flow(
          event.jobGoesOn(), odds: survival.odds(atEndOf: month) * event.amongOthers,
          averageLeaver: survival.oddsOfAverageLeaver(atEndOf: month - 1) * (1 - survival.layoffHazards[month - 1])
            * event.amongOthers),
      ].filter { $0.expected != 0 || $0.averageLeaver != 0 }
    }
  }
}
