import Glibc

/// The first change of control in a job of which some changes cost it: a chain of two states, month by month.
///
/// Each month holds a change at odds c, which costs the job at odds q, and a layoff of its own at odds g; all layoffs
/// together are h: 1 - h = (1 - c q)(1 - g).
struct FirstChange {
  let change: Double
  let loss: Double
  let hazard: Double

  private var unrelated: Double { 1 - (1 - hazard) / (1 - change * loss) }

  /// The job held, and no change so far.
  private func without(through month: Int) -> Double { pow((1 - change) * (1 - unrelated), Double(month)) }

  /// The job is held until then, and the first change comes.
  func comes(in month: Int) -> Double { without(through: month - 1) * change }

  /// It comes, and the job goes on.
  func sparesJob(in month: Int) -> Double { comes(in: month) * (1 - loss) * (1 - unrelated) }

  /// It comes, and the job ends in the same month.
  func endsJob(in month: Int) -> Double { comes(in: month) - sparesJob(in: month) }

  /// The job outlives a first change and is lost later, in this month; `kept`: what counts of each month's change.
  func laterLayoff(in month: Int, kept: (Int) -> Double = { _ in 1 }) -> Double {
    (1..<max(1, month)).reduce(0) { sum, first in
      sum + sparesJob(in: first) * pow(1 - hazard, Double(month - 1 - first)) * hazard * kept(first)
    }
  }
}
