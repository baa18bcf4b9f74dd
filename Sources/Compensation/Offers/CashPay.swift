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
    /// What it paid in past years, over target: the next are like one of them.
    case history([Double])
    case odds(Odds)
  }

  public var target: Target
  public var payout: Payout
  /// Paid at the employer's discretion, as at banks.
  public var isDiscretionary: Bool
  /// The part that is paid later; nil where all of it is paid at once.
  public var deferral: Deferral?

  /// A part of each year's bonus that is paid over the years after, to who is still there and has done no harm.
  ///
  ///     bonus: {target: 60%, deferred: {share: 40%, vesting: 3y yearly, malus: 3%, balance: 20k}}
  public struct Deferral: Sendable, Equatable {
    public var share: Double
    /// In months after the bonus is awarded.
    public var vesting: VestingSchedule
    /// A year's odds that what is not paid yet is cancelled; nil for the usual ones.
    public var malusOdds: Double?
    /// Awarded by the job one has before day 0 and not paid by then; nil where nobody says.
    public var balance: Double?

    public init(share: Double, vesting: VestingSchedule, malusOdds: Double? = nil) {
      self.share = share
      self.vesting = vesting
      self.malusOdds = malusOdds
    }
  }

  /// The same bonus, of which only awards to come count.
  var withoutHeld: TargetBonus {
    var copy = self
    copy.deferral?.balance = nil
    return copy
  }

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
    /// What is owed: the amount before tax, or what was left of it; nil where the paper does not say: the amount counts.
    public var basis: Basis?
    /// The tax taken off it, where it is repaid net.
    public var taxRate: Double?

    public enum Basis: String, CaseIterable, Sendable {
      case gross, net
    }

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
      return owed * (isProRata ? 1 - Double(month - 1) / Double(months) : 1)
    }

    /// The share of the amount that is owed at first: what was left after tax where it is repaid net.
    var owed: Double { basis == .net ? 1 - (taxRate ?? 0) : 1 }

    /// `to be repaid on leaving within 12 months, pro rata, net of 35% tax`
    var text: String {
      var text = "to be repaid on leaving within \(months) months, \(isProRata ? "pro rata" : "in full")"
      switch (basis, taxRate) {
      case (.gross, _): text += ", gross"
      case (.net, let rate?): text += ", net of \(NumberText.share(rate)) tax"
      case (.net, nil): text += ", net; the tax on it is not stated, so all of it counts"
      case (nil, _): break
      }
      return text
    }

    /// How much of it, for the name of what is owed: `, gross`, `, net of 35% tax`.
    var basisText: String {
      switch (basis, taxRate) {
      case (.gross, _): ", gross"
      case (.net, let rate?): ", net of \(NumberText.share(rate)) tax"
      default: ""
      }
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
