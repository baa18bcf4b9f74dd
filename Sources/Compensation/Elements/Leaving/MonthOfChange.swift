import Glibc

/// A month in which the employer may change hands for the first time, and what that does to the job.
///
/// Whoever is paid on a change, and whoever is taxed on it, has to be so in the same courses of events.
struct MonthOfChange {
  let month: Int
  /// Odds of a change before this month, and of the first one in it.
  let before: Double
  let first: Double
  /// Of the month's layoffs, those that a change is behind.
  let caused: Double
  /// Odds of a first change, for those whose job it has not cost in this month.
  let rest: Double

  /// `change`: odds a month; `loss`: the odds that a change costs the job.
  init(_ month: Int, change: Double, loss: Double, survival: Survival) {
    let hazard = survival.layoffHazards[month - 1]
    self.month = month
    before = 1 - pow(1 - change, Double(month - 1))
    first = change * pow(1 - change, Double(month - 1))
    caused = hazard > 0 ? min(1, change * loss / hazard) : 0
    rest = hazard < 1 ? max(0, first - hazard * caused) / (1 - hazard) : 0
  }

  /// The job is lost by it.
  var costsTheJob: PayRisk { PayRisk(.laidOff(in: month), [.odds(caused, .control)]) }

  /// The job goes on; `factors`: what else decides.
  func jobGoesOn(_ factors: [PayRisk.Factor] = []) -> PayRisk {
    .stays(through: month, [.chance(from: before, to: before + rest, .control)] + factors)
  }
}
