import Quantities

/// Money promised for being there on a day: a guaranteed bonus, a retention payment.
///
///     guaranteed_bonus: 40k
///     retention: {amount: 25k, paid: 3mo, clawback: 18mo cliff gross}
///     retention: [{amount: 25k, paid: 12mo}, {amount: 25k, paid: 2028-11-30}]
public struct PromisedPayment: Sendable, Equatable {
  public enum Timing: Sendable, Equatable {
    /// Months after day 0, at the end of the month.
    case month(Int)
    case date(CalendarDate)
  }

  public var amount: Money
  /// Nil where the paper does not say: the usual month counts.
  public var timing: Timing?
  /// What is to be repaid on leaving after it was paid; its months count from that day.
  public var clawback: UpfrontPay.Clawback?

  public init(amount: Money, timing: Timing?) {
    self.amount = amount
    self.timing = timing
  }
}
