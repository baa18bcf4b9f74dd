import Compensation

/// How income tax sees the parts of pay: the rows of `MarketData/taxes/pay-treatment.csv`.
public struct PayTreatment: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Income of the year it is paid or vests in, with FICA.
    case wages
    /// The same, paid apart from regular pay: the employer withholds a flat rate.
    case supplemental
    /// Wages for income tax alone, of which nothing is withheld.
    case withoutFICA = "without_fica"
    /// Incentive options exercised and held: counted for the alternative minimum tax, and a gain when they are sold.
    case incentive
    /// Shares of a purchase plan that are held: the discount is income and the rest gain, when they are sold.
    case plan
    /// Long-term gain.
    case gain
    /// Not taxed in the year: in kind, or taxed when it is drawn.
    case untaxed
  }

  private let kinds: [String: Kind]

  /// By part: `base`, `option`, `match`.
  public init(_ kinds: [String: Kind]) { self.kinds = kinds }

  /// Of a part of an offer; wages where no row knows it, so that nothing goes untaxed by oversight.
  func kind(of element: ElementValue, in offer: Offer) -> Kind {
    if element.isInKind { return .untaxed }
    if element.family == "espp", offer.purchasePlan?.sale == .qualifying { return kinds["espp_held"] ?? .wages }
    if let grant = offer.grant(of: element), grant.isIncentiveOption {
      return kinds[grant.taxTerms.sale == .atOnce ? "incentive_option_sold" : "incentive_option"] ?? .wages
    }
    return kinds[element.component] ?? kinds[element.family] ?? .wages
  }
}

extension Offer {
  /// The grant that a part is of.
  func grant(of element: ElementValue) -> EquityGrant? {
    equity.first { "equity[\($0.pathIndex)]" == element.component }
  }
}

extension EquityGrant {
  var isIncentiveOption: Bool {
    switch instrument {
    case .option(let terms), .privateOption(let terms, _): terms.kind == .incentive
    default: false
    }
  }
}
