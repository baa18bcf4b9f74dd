import Compensation

/// Cash that others are promised first, or that is taxed away.
enum PromisedCashKinds {
  static let all = [parachute, deferred]

  /// The tax rate is a ratio of every dollar; without one, what is left is before income tax.
  private static let parachute = ModelKind(
    "golden_parachute", outputs: ["excise_tax", "best_net"]
  ) { inputs, output in
    // The rows of reference are about the law as it has stood since 1984; a row may state another.
    let rule = ParachutePayment.Rule(
      threshold: try inputs.number("threshold", .notNegative, orElse: 3),
      exempt: try inputs.number("exempt", .notNegative, orElse: 1),
      rate: try inputs.number("excise_rate", .share, orElse: 0.2))
    let payment = ParachutePayment(
      amount: try inputs.number("parachute", .notNegative), baseAmount: try inputs.number("base_amount", .notNegative),
      rule: rule)
    // Whatever a row calls it: tax_rate, marginal_rate.
    let name = inputs.firstName { $0.contains("tax") } ?? inputs.firstName { $0.contains("rate") }
    let rate = try name.map { try inputs.number($0, .share) } ?? 0
    return output == "excise_tax" ? payment.exciseTax : payment.bestNet(taxRate: rate)
  }

  /// The rates are continuous; what is recovered of a default comes at the end.
  private static let deferred = ModelKind("deferred_comp", outputs: ["present_value"]) { inputs, _ in
    DeferredPay(
      amount: try inputs.number("amount", .notNegative), creditedRate: try inputs.number("credit_rate", .rate),
      years: try inputs.number("years", .notNegative), annualDefault: try inputs.number("annual_default", .share),
      recovery: try inputs.number("recovery", .share)
    ).presentValue(rate: try inputs.number("discount_rate", .rate))
  }
}
