import Market

/// Figures beside the range: what a person may aim for, and what each source says.
extension NegotiationRule {
  static let worth: [String: NegotiationRule] = [
    "worth.pay": person(
      .money, "The market's pay at the percentile to aim for.", "quantile of the percentile on the market's curve",
      parts: ["worth.percentile", "market.p25", "market.p50", "market.p75"]),
    "worth.percentile": person(
      .none, "The percentile of the market to aim for.", "100 x N(z), N the standard normal distribution",
      parts: ["worth.z"]),
    "worth.z": person(
      .none, "How far from the middle of the role, in standard deviations.",
      "ln(1 + premium) / log standard deviation of the market's middle half, kept within the maximum",
      parts: ["worth.premium", "market.p25", "market.p75"]),
    "worth.premium": person(
      .share, "What sets the person apart from a typical holder of the role, as a share of pay.",
      "the product of 1 + premium over the factors that are not off, less 1",
      parts: ["worth.factors[0].premium", "worth.factors[1].premium", "worth.factors[2].premium"]),
    "worth.factors[].premium": person(
      .share, "What one factor adds or takes off, as a share of pay.",
      "experience: (1 + rate)^(years - typical years) - 1, both up to the limit; else a default"),
    "worth.explained_share": person(
      .share, "What these factors explain of the variation in pay inside a role.", "a default"),
  ]

  static let sources: [String: NegotiationRule] = {
    var rules = [
      "sources[].lines[]": source(.none, "A line of the data set's file.", "the row the cell was read from"),
      "sources[].rows": source(.count, "Cells read from the data set.", "counted"),
      "sources[].n_incumbents": source(.count, "People whose pay the data set counted here.", "as the data set says"),
      "sources[].n_organizations": source(.count, "Employers that the data set counted here.", "as the data set says"),
      "sources[].premium": source(.share, "What you add to the data set's pay.", "0 unless given"),
      "sources[].weight": NegotiationRule(
        unit: .share, meaning: "The data set's share of the blend.", formula: "1 / (s^2 + b^2), over the sum; capped",
        defaults: ["source."], usesMarket: true),
      "sources[].exchange.rate": source(
        .none, "Units of the answer's currency for one of the data set's.", "as published on the day beside it"),
      "sources[].exchange.amount": source(
        .none, "The median of the data set in its own currency.", "the median this data set alone gives, not exchanged"),
      "sources[].exchange.exchanged": NegotiationRule(
        unit: .money, meaning: "The median of the data set in the answer's currency.", formula: "amount x rate",
        usesMarket: true),
      "sources[].median": alone("The median that this data set alone gives."),
    ]
    for probability in PercentilePoint.published {
      let name = MarketShowReport.name(probability)
      rules["sources[].percentiles.\(name)"] = alone("The \(name.uppercased()) that this data set alone gives.")
    }
    return rules
  }()

  private static func person(_ unit: Unit, _ meaning: String, _ formula: String, parts: [String] = []) -> Self {
    NegotiationRule(
      unit: unit, meaning: meaning, formula: formula, parts: parts, defaults: ["worth."], usesPerson: true)
  }

  private static func source(_ unit: Unit, _ meaning: String, _ formula: String) -> Self {
    NegotiationRule(unit: unit, meaning: meaning, formula: formula, usesMarket: true, isGiven: true)
  }

  private static func alone(_ meaning: String) -> Self {
    NegotiationRule(
      unit: .money, meaning: meaning, formula: "published figure x place x industry x role x ageing, on the curve",
      defaults: market, usesMarket: true)
  }
}
