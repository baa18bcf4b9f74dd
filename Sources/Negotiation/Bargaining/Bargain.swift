/// How two sides split what there is to gain from a deal.
public enum Bargain {
  /// The settlement of a Nash bargain: walk-away + power x (most the employer pays - walk-away).
  ///
  ///     Bargain.nash(walkAway: 150_000, employerMaximum: 190_000, power: 0.5)    // 170,000
  ///     Bargain.nash(walkAway: 200_000, employerMaximum: 190_000, power: 0.5)    // nil: there is no zone
  ///
  /// Power is the candidate's share of the zone, from 0 to 1. Also how a target is set between floor and likely limit.
  /// Reference: Nash, "The bargaining problem" (1950), with unequal powers.
  public static func nash(walkAway: Double, employerMaximum: Double, power: Double) -> Double? {
    employerMaximum < walkAway ? nil : walkAway + power * (employerMaximum - walkAway)
  }

  /// The first mover's share of the surplus when offers alternate: (1 - d2) / (1 - d1 d2).
  ///
  ///     Bargain.firstMoverShare(deltaFirst: 0.9, deltaSecond: 0.9)    // 0.5263
  ///
  /// The deltas, from 0 to 1, are what each side keeps of the surplus by waiting for a round; nil when both lose
  /// nothing, for then any split can be held out for.
  /// Reference: Rubinstein, "Perfect equilibrium in a bargaining model" (1982).
  public static func firstMoverShare(deltaFirst: Double, deltaSecond: Double) -> Double? {
    let bottom = 1 - deltaFirst * deltaSecond
    return bottom == 0 ? nil : (1 - deltaSecond) / bottom
  }
}
