import Glibc

extension Survival {
  /// The same odds of a layoff, and of a quit, in every month.
  ///
  ///     Survival(monthlyHazard: 0.033, months: 12).odds(atEndOf: 12)    // 0.6685
  public init(monthlyHazard: Double, quitHazard: Double = 0, months: Int) {
    // One month at least, so that there is a first hazard to ask for.
    self.init(layoffHazards: [Double](repeating: monthlyHazard, count: max(1, months)), quitHazard: quitHazard)
  }

  /// The monthly hazard that a probability of leaving within a year stands for: 1 - (1 - a)^(1/12), never a / 12.
  ///
  ///     Survival.monthlyHazard(annualProbability: 0.1)    // 0.008742
  public static func monthlyHazard(annualProbability: Double) -> Double {
    -expm1(log1p(-annualProbability) / 12)
  }
}
