import Quantities

/// The employer's contribution to a retirement plan.
///
///     retirement: {match: 50% up to 6%, vesting: 3y graded}
public struct RetirementMatch: Sendable, Equatable {
  /// `rate` of the employee's money up to `limit` of pay; tiers stack: 100 % up to 3 %, then 50 % up to 5 %.
  public struct Tier: Sendable, Equatable {
    public var rate: Double
    public var limit: Double

    public init(rate: Double, limit: Double) {
      self.rate = rate
      self.limit = limit
    }
  }

  public var tiers: [Tier]
  /// When the employer's money becomes one's own, in months of service; empty means at once.
  public var vesting: [VestingSchedule.Event]

  public init(tiers: [Tier], vesting: [VestingSchedule.Event]) {
    self.tiers = tiers
    self.vesting = vesting
  }

  /// The match as a share of pay for someone who contributes up to the last limit.
  ///
  ///     RetirementMatch(tiers: [.init(rate: 0.5, limit: 0.06)], vesting: []).shareOfPay    // 0.03
  public var shareOfPay: Double {
    var below = 0.0
    var share = 0.0
    for tier in tiers.sorted(by: { $0.limit < $1.limit }) {
      share += tier.rate * max(0, tier.limit - below)
      below = max(below, tier.limit)
    }
    return share
  }
}

/// What health cover costs you, and what the employer pays for it if the offer says so. A month.
public struct HealthPlan: Sendable, Equatable {
  public var premiumPerMonth: Double?
  public var employerSharePerMonth: Double?

  public init(premiumPerMonth: Double?, employerSharePerMonth: Double?) {
    self.premiumPerMonth = premiumPerMonth
    self.employerSharePerMonth = employerSharePerMonth
  }
}

/// Paid days off a year.
public enum PaidLeave: Sendable, Equatable {
  case days(Double)
  case unlimited
}
