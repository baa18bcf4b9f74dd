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
  /// Of pay, from the employer whether one contributes or not.
  public var contribution = 0.0
  /// When the employer's money becomes one's own, in months of service; empty means at once.
  public var vesting: [VestingSchedule.Event]
  /// Whether the paper says when it vests; where it does not, it counts as one's own at once.
  public var isVestingStated = true
  /// What the job one has put in before day 0 and has not vested by then; nil where nobody says.
  public var unvested: Double?

  public init(tiers: [Tier], contribution: Double = 0, vesting: [VestingSchedule.Event]) {
    self.tiers = tiers
    self.contribution = contribution
    self.vesting = vesting
  }

  /// The same plan, of which only money to come counts.
  var withoutHeld: RetirementMatch {
    var copy = self
    copy.unvested = nil
    return copy
  }

  /// The employer's money as a share of pay for someone who contributes up to the last limit.
  ///
  ///     RetirementMatch(tiers: [.init(rate: 0.5, limit: 0.06)], vesting: []).shareOfPay    // 0.03
  public var shareOfPay: Double { shareOfPay(contributing: .infinity) }

  /// The same for someone whose own money is a smaller share of pay, as where the law limits it.
  ///
  ///     RetirementMatch(tiers: [.init(rate: 1, limit: 0.10)], vesting: []).shareOfPay(contributing: 0.07)    // 0.07
  public func shareOfPay(contributing own: Double) -> Double {
    var below = 0.0
    var share = contribution
    for tier in tiers.sorted(by: { $0.limit < $1.limit }) {
      share += tier.rate * max(0, min(tier.limit, own) - below)
      below = max(below, min(tier.limit, own))
    }
    return share
  }
}

/// Whom a health plan covers.
public enum HealthCover: String, Sendable {
  case single, family
}

/// What health cover costs you, and what the employer pays for it if the offer says so. A month.
public struct HealthPlan: Sendable, Equatable {
  /// What the plan leaves to you of the cost of care, a year.
  public struct Costs: Sendable, Equatable {
    public var deductible: Double
    /// Nil for a plan that names none.
    public var outOfPocketMaximum: Double?
    /// Your part above the deductible; nil for the usual one.
    public var coinsurance: Double?
    /// Cost of care you expect; nil for the usual spread of years.
    public var spendPerYear: Double?

    public init(
      deductible: Double, outOfPocketMaximum: Double? = nil, coinsurance: Double? = nil, spendPerYear: Double? = nil
    ) {
      self.deductible = deductible
      self.outOfPocketMaximum = outOfPocketMaximum
      self.coinsurance = coinsurance
      self.spendPerYear = spendPerYear
    }

    /// What you pay yourself of a year's cost of care.
    ///
    ///     Costs(deductible: 2_000, outOfPocketMaximum: 6_000).share(of: 12_000, coinsurance: 0.2)    // 4,000
    public func share(of spend: Double, coinsurance: Double) -> Double {
      let paid = min(spend, deductible) + coinsurance * max(0, spend - deductible)
      return min(paid, outOfPocketMaximum ?? .infinity)
    }
  }

  public var costs: Costs?
  /// Covers the family rather than one person; nil where nothing is said: the household's cover counts.
  public var isFamily: Bool?
  public var premiumPerMonth: Double?
  public var employerSharePerMonth: Double?

  /// Says what anyone pays for it.
  var isPriced: Bool { premiumPerMonth != nil || employerSharePerMonth != nil }

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
