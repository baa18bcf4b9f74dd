import Glibc
import Negotiation

/// The lowest pay worth taking, by several models of looking for a job.
enum SearchKinds {
  static let all = [mccall, separation, onTheJob, switching, finite]

  private static let mccall = ModelKind("mccall", outputs: ["reservation_wage"]) { inputs, _ in
    try search(inputs).reservationPay
  }

  private static let finite = ModelKind("reservation_finite", outputs: ["reservation_wage_now"]) { inputs, _ in
    try search(inputs).reservationPay(periods: inputs.whole("periods"))
  }

  private static let separation = ModelKind(
    "mccall_separation", outputs: ["reservation_wage_exact", "reservation_wage_grid"]
  ) { inputs, output in
    let aversion = try inputs.number("gamma", .notNegative)
    // From a risk aversion of 1 on, having nothing is infinitely bad.
    let pay: InputDomain = aversion < 1 ? .notNegative : .positive
    let search = SeparationSearch(
      income: try inputs.number("c", pay), discountFactor: try inputs.number("beta", .belowOne),
      separation: try inputs.number("alpha", .share), riskAversion: aversion, offers: try draws(inputs, low: pay))
    guard let search else { throw NotSupported(reason: "wages of mccall_separation must be a list: betabinomial") }
    return output == "reservation_wage_exact" ? search.reservationPay : search.lowestOfferTaken
  }

  /// Monthly rates, continuous time; offers are log-normal.
  private static let onTheJob = ModelKind("reservation_ojs", outputs: ["reservation_wage"]) { inputs, _ in
    try market(inputs, arrivalUnemployed: inputs.number("lambda_u", .notNegative))
      .reservationPay(income: inputs.number("b", .notNegative))
  }

  private static let switching = ModelKind("reservation_switch", outputs: ["minimum_wage_to_switch"]) { inputs, _ in
    try market(inputs, arrivalUnemployed: 0)
      .payToSwitch(
        from: inputs.number("current_wage", .notNegative), cost: inputs.number("switch_cost", .notNegative))
  }

  private static func search(_ inputs: ModelInputs) throws -> SequentialSearch {
    SequentialSearch(
      income: try inputs.number("c", .notNegative), discountFactor: try inputs.number("beta", .belowOne),
      arrival: try inputs.number("arrival", .share, orElse: 1), offers: try draws(inputs, low: .notNegative))
  }

  private static func market(_ inputs: ModelInputs, arrivalUnemployed: Double) throws -> JobSearch {
    let search = JobSearch(
      median: exp(try inputs.number("mu", logPay)), logSD: try inputs.number("sigma", logDeviation),
      arrivalUnemployed: arrivalUnemployed, arrivalEmployed: try inputs.number("lambda_e", .notNegative),
      separation: try inputs.number("delta", .notNegative), discount: try inputs.number("r", .notNegative))
    let ends = search.separation + search.discount
    guard ends > 0 else { throw inputs.outOfRange("r + delta", ends, "above 0: a job that never ends is worth all") }
    return search
  }

  /// `wages` is an object with its `dist`; or `mu` and `sigma` stand among the inputs.
  private static func draws(_ inputs: ModelInputs, low domain: InputDomain) throws -> PayDraws {
    guard inputs.has("wages") || !inputs.has("mu") else { return try logNormal(inputs) }
    let wages = try inputs.object("wages")
    switch try wages.text("dist") {
    case "lognormal": return try logNormal(wages)
    case "betabinomial":
      let low = try wages.number("min", domain)
      let high = try wages.number("max", domain)
      guard low < high else { throw wages.outOfRange("max", high, "above min") }
      return .betaBinomial(
        n: try wages.whole("n"), a: try wages.number("a", .positive), b: try wages.number("b", .positive), from: low,
        to: high)
    case let other: throw NotSupported(reason: "wages of \"\(other)\" are not supported, only betabinomial, lognormal")
    }
  }

  private static func logNormal(_ inputs: ModelInputs) throws -> PayDraws {
    .logNormal(logMean: try inputs.number("mu", logPay), logSD: try inputs.number("sigma", logDeviation))
  }

  /// The logarithm of an amount of money.
  private static let logPay = InputDomain(text: "a logarithm from -50 to 50: 9 for about 8,103") {
    (-50...50).contains($0)
  }

  private static let logDeviation = InputDomain(text: "from 0 to 5") { (0...5).contains($0) }
}
