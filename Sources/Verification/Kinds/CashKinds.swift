import Compensation
import Glibc
import Market
import Negotiation

/// Cash that may not come, and the band it is paid in.
enum CashKinds {
  static let all = [bonus, clawback, severance, band]

  private static let bonus = ModelKind("bonus", outputs: ["expected_bonus", "expected_multiple"]) { inputs, output in
    let outcomes = try inputs.pairs("p", .share, "multiple", .notNegative)
    let sum = outcomes.reduce(0) { $0 + $1.0 }
    guard sum > 0 else { throw inputs.outOfRange("sum of p", sum, "above 0") }
    let mean = PayoutOdds(outcomes.map { (weight: $0.0, multiple: $0.1) }).mean
    let target = try inputs.number("target", .notNegative)
    return output == "expected_bonus" ? target * mean : mean
  }

  /// Only who quits repays.
  private static let clawback = ModelKind(
    "signon_clawback", outputs: ["expected_kept", "expected_repaid"]
  ) { inputs, output in
    let months = try inputs.whole("months")
    let terms = UpfrontPay.Clawback(months: months, isProRata: try inputs.flag("prorata"), onLayoff: false)
    let survival = Survival(
      monthlyHazard: try inputs.number("monthly_layoff", .share, orElse: 0),
      quitHazard: try inputs.number("monthly_quit", .share), months: months)
    let bonus = try inputs.number("bonus", .notNegative)
    let repaid = terms.expectedRepayment(survival: survival).averageLeaver
    return bonus * (output == "expected_kept" ? 1 - repaid : repaid)
  }

  /// The salary is a year's; `months` of it are paid; the rate is continuous.
  private static let severance = ModelKind("severance", outputs: ["expected_pv"]) { inputs, _ in
    let window = try inputs.whole("horizon_months")
    let survival = Survival(
      monthlyHazard: try inputs.number("monthly_layoff", .share), quitHazard: try inputs.number("monthly_quit", .share),
      months: window)
    let rate = try inputs.number("rate", .rate)
    let amount = try inputs.number("salary", .notNegative) / 12 * inputs.number("months", .notNegative)
    return SeverancePay(amount: amount).expectedValue(survival: survival, months: window) {
      exp(-rate * Double($0) / 12)
    }
  }

  private static let band = ModelKind(
    "pay_band", outputs: ["min", "max", "compa_ratio", "penetration"]
  ) { inputs, output in
    let range = PayRange(
      midpoint: try inputs.number("midpoint", .positive), spread: try inputs.number("spread", .notNegative))
    // The ends of the band are there without anyone's pay in it.
    let isEnd = output == "min" || output == "max"
    let pay = isEnd && !inputs.has("pay") ? range.midpoint : try inputs.number("pay", .notNegative)
    switch output {
    case "min": return range.minimum
    case "max": return range.maximum
    case "compa_ratio": return range.compaRatio(of: pay)
    default: return range.rangePenetration(of: pay)
    }
  }
}
