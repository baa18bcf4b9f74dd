import Quantities

extension OfferValuer {
  /// The volatility of a listed company's share where the grant states none: what another grant says of the same share,
  /// else the usual one; smaller companies swing more.
  func usualVolatility() throws -> Double {
    try offer.statedVolatility ?? offer.usualVolatilityRow(under: terms).value
  }
}

extension ElementValue {
  /// Whether its course follows a share price of which it states no volatility itself.
  public var goesByUsualVolatility: Bool {
    flows.flatMap(\.risk.factors).contains { if case .growth(_, _, nil) = $0 { true } else { false } }
  }
}

extension Offer {
  /// The usual volatility of a listed share of the employer's size.
  public func usualVolatilityRow(under terms: ValuationTerms) throws -> Parameter {
    let limit = try terms.parameters.value("equity.small-company-people", on: terms.asOf)
    let scope = statedPeople.map { $0 < limit } == true ? "small public" : "large public"
    return try terms.parameters.row("equity.volatility", scope: scope, on: terms.asOf)
  }
}

extension Offer {
  /// The first volatility that a grant states of the employer's listed share.
  public var statedVolatility: Double? {
    equity.lazy.filter { !$0.instrument.isPrivate }.compactMap(\.volatility).first
  }

  /// Whether a plan or a grant without a volatility of its own goes by another's.
  public var usesStatedVolatility: Bool {
    guard statedVolatility != nil else { return false }
    return purchasePlan.map { $0.volatility == nil } == true
      || equity.contains { $0.volatility == nil && $0.instrument.needsVolatility }
  }

  /// The number at the head of `org_size`, when it counts people: 4200 for `4,200 employees`, nil for `150 beds`.
  var statedPeople: Double? {
    let words = organizationSize.lowercased().split(separator: " ")
    guard let first = words.first, words.count == 1 || ["employees", "people", "staff"].contains(words[1]) else {
      return nil
    }
    return Double(first.filter { $0 != "," })
  }
}
