import Quantities

/// The employer's money in a plan that no fund stands behind: one is a creditor of the employer until it is paid.
///
///     deferred: {plan: 457b, employer: 4%, vesting: 3y cliff}
///     retirement: [{match: 50% up to 6%}, {plan: serp, employer: 30k/y, vesting: 5y cliff}]
public struct DeferredPlan: Sendable, Equatable {
  public enum Plan: String, CaseIterable, Sendable {
    case nonqualified = "nqdc"
    /// Of a government or a nonprofit; has a limit of its own.
    case section457b = "457b"
    /// Forfeited before it vests, taxed and paid when it does.
    case section457f = "457f"
    /// A supplement to the pension of a few; forfeited before it vests.
    case supplemental = "serp"

    /// The part of pay it is in output.
    public var component: String {
      switch self {
      case .nonqualified: "deferred"
      case .section457b: "plan_457b"
      case .section457f: "plan_457f"
      case .supplemental: "serp"
      }
    }
  }

  /// What the employer puts in a year.
  public enum Contribution: Sendable, Equatable {
    case shareOfPay(Double)
    case amountPerYear(Double)
  }

  /// How likely the employer is to fail.
  public enum Risk: Sendable, Equatable {
    /// The usual odds of its kind of employer.
    case usual
    /// A year's odds.
    case annualOdds(Double)
    /// What its debt yields over safe debt, a year.
    case spread(Double)
  }

  public var plan: Plan
  /// In the plan already, of the job one has: what of it has not vested is lost by leaving.
  public var balance: Double?
  public var contribution: Contribution
  /// Months of service; empty when it is one's own at once.
  public var vesting: [VestingSchedule.Event]
  /// Whether the paper says when it vests.
  public var isVestingStated = true
  /// Months after day 0 at which it is paid; nil for the end of the window, or for 457(f) when it vests.
  public var paidMonth: Int?
  /// Earned until it is paid, a year; nil for the discount rate.
  public var creditedRate: Double?
  public var risk: Risk
  /// Of the claim, paid in spite of a failure; nil for the usual share.
  public var recovery: Double?

  public init(
    plan: Plan, contribution: Contribution, vesting: [VestingSchedule.Event] = [], paidMonth: Int? = nil,
    creditedRate: Double? = nil, risk: Risk = .usual, recovery: Double? = nil
  ) {
    self.plan = plan
    self.contribution = contribution
    self.vesting = vesting
    self.paidMonth = paidMonth
    self.creditedRate = creditedRate
    self.risk = risk
    self.recovery = recovery
  }

  /// The same plan, of which only money to come counts.
  var withoutBalance: DeferredPlan {
    var copy = self
    copy.balance = nil
    return copy
  }
}
