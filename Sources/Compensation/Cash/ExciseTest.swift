/// What the excise tax takes from what a change of control pays: from the money first, then from equity that vests early.
///
///     let rule = ParachutePayment.Rule(threshold: 3, exempt: 1, rate: 0.2)
///     let test = ExciseTest(
///       cash: 500_000, counted: 200_000, equity: 400_000, baseAmount: 200_000, rule: rule, clause: .cutback, taxRate: 0.4)
///     test.excise     // 100,000, if all is paid: a fifth of 700,000 less 200,000
///     test.cost       // 100,001: so much money less, and the sum is a dollar below 600,000
///
/// All amounts are of one month, equity at today's price. The test counts only a part of what the equity is worth, as it
/// would have vested later anyway; what has to be cut of it is the same share of every vesting date.
///
/// Reference: Internal Revenue Code sections 280G and 4999; Treas. Reg. section 1.280G-1.
public struct ExciseTest: Sendable, Equatable {
  /// What becomes of the payments.
  public enum Outcome: Sendable, Equatable {
    /// Below the line: nothing is due.
    case free
    /// Paid in full, and the tax is the holder's.
    case taxed
    /// Cut to a dollar below the line.
    case cut
    /// Paid in full, and the tax is the employer's.
    case grossedUp
  }

  /// Money that is paid.
  public let cash: Double
  /// What the test counts of equity that vests early, and what that equity is worth.
  public let counted: Double
  public let equity: Double
  public let baseAmount: Double
  public let rule: ParachutePayment.Rule
  public let clause: ChangeOfControl.Excise
  /// Of every dollar: decides whether a cut leaves more.
  public let taxRate: Double

  public init(
    cash: Double, counted: Double, equity: Double, baseAmount: Double, rule: ParachutePayment.Rule,
    clause: ChangeOfControl.Excise, taxRate: Double
  ) {
    self.cash = cash
    self.counted = counted
    self.equity = equity
    self.baseAmount = baseAmount
    self.rule = rule
    self.clause = clause
    self.taxRate = taxRate
  }

  /// All that the test counts.
  public var payment: ParachutePayment {
    ParachutePayment(amount: cash + counted, baseAmount: baseAmount, rule: rule)
  }

  /// From so much on the tax is due.
  public var line: Double { rule.threshold * baseAmount }

  /// Due if all is paid.
  public var excise: Double { payment.exciseTax }

  /// What a cut below the line takes: the money, and of the equity what it is worth, not what the test counts.
  public var lostByCut: Double { cutMoney + cutShare * equity }

  private var cutMoney: Double { min(cash, payment.amount - payment.untaxedAmount) }

  /// The share of the equity that does not vest early after a cut.
  private var cutShare: Double { counted > 0 ? (payment.amount - payment.untaxedAmount - cutMoney) / counted : 0 }

  public var outcome: Outcome {
    guard excise > 0 else { return .free }
    switch clause {
    case .grossUp: return .grossedUp
    case .cutback: return .cut
    case .yours: return .taxed
    // What a cut loses would have been taxed as income; the excise tax is paid from what is left.
    case .bestNet: return lostByCut * (1 - taxRate) >= excise ? .taxed : .cut
    }
  }

  /// What the holder has less, before income tax.
  public var cost: Double {
    switch outcome {
    case .free, .grossedUp: 0
    case .taxed: excise
    case .cut: lostByCut
    }
  }

  /// The part of the cost that comes off the money.
  public var costInMoney: Double { outcome == .cut ? cutMoney : min(cash, cost) }
}
