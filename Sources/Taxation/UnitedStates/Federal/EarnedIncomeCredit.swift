/// The earned income credit of a household with a number of children: it grows with the first dollars earned, and goes as
/// income grows. Reference: IRC section 32.
struct EarnedIncomeCredit: Sendable {
  private let rate: Double
  private let most: Double
  private let start: Double
  private let lossRate: Double
  private let gainLimit: Double

  init?(phaseIn: TaxTable?, phaseOut: TaxTable?, jointBonus: Double, gainLimit: Double) {
    guard let first = phaseIn?.rows.first, let last = phaseOut?.rows.last else { return nil }
    rate = first.rate
    most = first.amount
    start = last.floor + jointBonus
    lossRate = last.rate
    self.gainLimit = gainLimit
  }

  /// The income at which nothing is left.
  var end: Double { lossRate > 0 ? start + most / lossRate : start }

  /// None with more investment income than the limit.
  func amount(earned: Double, grossIncome: Double, gain: Double) -> Double {
    guard earned > 0, gain <= gainLimit else { return 0 }
    let grown = min(most, rate * earned)
    return max(0, grown - lossRate * max(0, max(earned, grossIncome) - start))
  }
}
