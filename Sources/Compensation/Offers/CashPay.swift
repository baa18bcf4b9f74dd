import Quantities

/// A rise of base salary.
///
///     raises: 3% yearly
///     raises: [{date: 2027-07-01, to: 195k, contractual: yes}]
public struct Raise: Sendable, Equatable {
  public enum Timing: Sendable, Equatable {
    /// At the start of every offer year but the first.
    case yearly
    /// From the first month that begins on or after the day.
    case from(CalendarDate)
  }

  public enum Size: Sendable, Equatable {
    case share(Double)
    case to(Double)
    case by(Double)
  }

  public var timing: Timing
  public var size: Size
  /// Written into the offer: guaranteed pay rather than likely pay.
  public var isContractual: Bool

  public init(timing: Timing, size: Size, isContractual: Bool) {
    self.timing = timing
    self.size = size
    self.isContractual = isContractual
  }
}

/// An annual incentive, as a share of the base paid in the year or as an amount.
public struct TargetBonus: Sendable, Equatable {
  public enum Target: Sendable, Equatable {
    case shareOfBase(Double)
    case amount(Double)
  }

  /// Odds of reaching threshold, target and maximum; payout is uniform between them.
  public struct Odds: Sendable, Equatable {
    public var threshold: Double
    public var target: Double
    public var maximum: Double

    public init(threshold: Double, target: Double, maximum: Double) {
      self.threshold = threshold
      self.target = target
      self.maximum = maximum
    }

    /// Mean payout as a multiple of target.
    ///
    ///     Odds(threshold: 0.92, target: 0.55, maximum: 0.10)
    ///       .meanMultiple(atThreshold: 0.5, atMaximum: 2)    // 1.1525
    public func meanMultiple(atThreshold low: Double, atMaximum high: Double) -> Double {
      outcomes(atThreshold: low, atMaximum: high).mean
    }
  }

  public enum Payout: Sendable, Equatable {
    /// Not stated: the default for the kind of role.
    case usual
    case mean(Double)
    case odds(Odds)
  }

  public var target: Target
  public var payout: Payout
  /// Paid at the employer's discretion, as at banks.
  public var isDiscretionary: Bool
  /// Multiples of target paid at threshold and at maximum; nil for the usual ones.
  public var thresholdMultiple: Double?
  public var maximumMultiple: Double?

  public init(target: Target, payout: Payout = .usual, isDiscretionary: Bool = false) {
    self.target = target
    self.payout = payout
    self.isDiscretionary = isDiscretionary
  }
}

/// A one-off payment at hire, a sign-on bonus or the cost of moving, often to be paid back on leaving early.
///
///     sign_on: {amount: 30k, clawback: 12mo pro rata}
///     relocation: 15k
public struct UpfrontPay: Sendable, Equatable {
  public struct Clawback: Sendable, Equatable {
    public var months: Int
    /// Falls month by month; otherwise all of it is due until the end.
    public var isProRata: Bool
    /// Due on a layoff too, not only on a quit.
    public var onLayoff: Bool

    public init(months: Int, isProRata: Bool, onLayoff: Bool) {
      self.months = months
      self.isProRata = isProRata
      self.onLayoff = onLayoff
    }

    /// The share to repay on leaving in month `month`, that is after `month - 1` full months.
    ///
    ///     Clawback(months: 12, isProRata: true, onLayoff: false).share(leavingIn: 7)    // 0.5
    public func share(leavingIn month: Int) -> Double {
      guard month <= months, months > 0 else { return 0 }
      return isProRata ? 1 - Double(month - 1) / Double(months) : 1
    }
  }

  public var amount: Money
  /// When the current employer paid it; nil for a new offer, which pays on day 0.
  public var paid: CalendarDate?
  public var clawback: Clawback?
  /// Whether the paper says anything about repayment; if not, the usual terms are assumed and asked about.
  public var isRepaymentStated: Bool
  /// The employer pays the tax on it too; nil where the paper does not say.
  public var isGrossedUp: Bool?

  public init(
    amount: Money, paid: CalendarDate? = nil, clawback: Clawback?, isRepaymentStated: Bool = true
  ) {
    self.amount = amount
    self.paid = paid
    self.clawback = clawback
    self.isRepaymentStated = isRepaymentStated
  }
}
