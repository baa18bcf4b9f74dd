import Market
import Quantities

extension Offer {
  /// Whether the usual health cover of US employers may stand in for what it does not say. A contract gives none, and
  /// the figures known are of plans in the United States, in dollars.
  public var canAssumeHealth: Bool {
    guard !work.isContractor, !hasNoHealthCover, baseSalary.currency == .usd else { return false }
    return location.map { $0.country == "US" } ?? true
  }

  /// What of its health cover is assumed, in words; nil where all of it is stated or nothing can be assumed.
  public var assumedHealth: String? {
    guard canAssumeHealth else { return nil }
    switch (health?.employerSharePerMonth, health?.premiumPerMonth) {
    case (nil, nil): return "health cover"
    case (nil, _): return "the employer's share of health cover"
    case (_, nil): return "the health premium"
    default: return nil
    }
  }
}

extension OfferValuer {
  /// What an average employer pays towards health cover, where the offer does not say, less the average premium, where
  /// that is not stated either: an offer that is silent is then worth as much as one that states the average, and one
  /// that states a premium loses nothing by doing so.
  ///
  /// The employer's part is not scaled by a stated premium: a dearer premium would then be worth more to who pays it.
  func assumedHealth() throws -> ElementFlows? {
    guard terms.usualCover != nil, offer.assumedHealth != nil else { return nil }
    var (share, premium) = (0.0, 0.0)
    var names: [String] = []
    var source: String?
    if offer.health?.employerSharePerMonth == nil {
      let row = try terms.parameters.row("health.employer-\(healthCover.rawValue)", on: terms.dayZero)
      share = terms.converted(row.value, from: "USD")
      names.append("the usual employer's \(NumberText.grouped(row.value)) a year")
      source = row.reference
    }
    if offer.health?.premiumPerMonth == nil {
      let row = try terms.parameters.row("health.premium-\(healthCover.rawValue)", on: terms.dayZero)
      premium = terms.converted(row.value, from: "USD")
      names.append("less the usual premium of \(NumberText.grouped(row.value))")
      source = row.reference
    }
    let flows = (1...terms.months).map { month -> PayFlow in
      var flow = earned(month, amount: (share - premium) / 12, headline: 0, risk: .sure)
      // The employer's share goes to the insurer: value, but not money in hand.
      flow.expectedCash = -premium / 12
      return flow
    }
    return ElementFlows(
      component: "assumed_health", certainty: .likely, flows: flows,
      detail: "not stated, so assumed: \(names.joined(separator: " ")), cover for "
        + (healthCover == .family ? "a family" : "one person") + (source.map { " (\($0))" } ?? "")
        + (terms.isCoverKnown ? "" : "; for a family's state me.filing or me.children")
        + "; write `health: none` if there is none")
  }

  /// Whom the plan covers: as stated, else as the household is; one person where that is not known.
  var healthCover: HealthCover {
    offer.health?.isFamily.map { $0 ? .family : .single } ?? terms.usualCover ?? .single
  }
}
