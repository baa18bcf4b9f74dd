import Quantities

/// Pay on a change of control, and the excise tax that falls on too much of it.
///
///     let rule = ParachutePayment.Rule(threshold: 3, exempt: 1, rate: 0.2)
///     let payment = ParachutePayment(amount: 1_600_000, baseAmount: 500_000, rule: rule)
///     payment.exciseTax                        // 220,000: a fifth of all above one base amount
///     payment.bestNet(taxRate: 0.4)            // 899,999.40: better to be paid a dollar less than three times
///
/// The base amount is the mean pay of five years. At three times it, 20 % of what exceeds one time is due; a dollar below,
/// nothing. Money; the tax rate is a ratio of every dollar.
///
/// Reference: Internal Revenue Code sections 280G and 4999, whose multiples have stood since 1984.
public struct ParachutePayment: Sendable, Equatable {
  /// The law's figures.
  public struct Rule: Sendable, Equatable {
    /// Base amounts from which the tax is due.
    public let threshold: Double
    /// Base amounts that are never taxed.
    public let exempt: Double
    /// Ratio of the rest.
    public let rate: Double

    public init(threshold: Double, exempt: Double, rate: Double) {
      self.threshold = threshold
      self.exempt = exempt
      self.rate = rate
    }

    /// As it stands on a day.
    public init(_ parameters: ParameterTable, on date: CalendarDate) throws {
      threshold = try parameters.value("parachute.threshold", on: date)
      exempt = try parameters.value("parachute.exempt", on: date)
      rate = try parameters.value("parachute.rate", on: date)
    }
  }

  public let amount: Double
  public let baseAmount: Double
  public let rule: Rule

  public init(amount: Double, baseAmount: Double, rule: Rule) {
    self.amount = amount
    self.baseAmount = baseAmount
    self.rule = rule
  }

  /// Due if all is paid.
  public var exciseTax: Double {
    amount >= rule.threshold * baseAmount ? rule.rate * max(0, amount - rule.exempt * baseAmount) : 0
  }

  /// The most that can be paid without excise tax: a dollar less than the threshold, or all of it.
  public var untaxedAmount: Double {
    amount >= rule.threshold * baseAmount ? max(0, rule.threshold * baseAmount - 1) : amount
  }

  /// What is left after tax of the better of the two: all of it with the excise tax, or the untaxed amount.
  public func bestNet(taxRate: Double) -> Double {
    max(amount * (1 - taxRate) - exciseTax, untaxedAmount * (1 - taxRate))
  }
}
