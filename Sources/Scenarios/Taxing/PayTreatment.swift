import Compensation

/// How income tax sees the parts of pay: the rows of `MarketData/taxes/pay-treatment.csv`.
public struct PayTreatment: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Income of the year it is paid or vests in, with FICA.
    case wages
    /// The same, paid apart from regular pay: the employer withholds a flat rate.
    case supplemental
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
    if offer.isIncentiveOption(element.component) { return kinds["incentive_option"] ?? .wages }
    return kinds[element.component] ?? kinds[element.family] ?? .wages
  }
}

extension Offer {
  /// Whether a part is of incentive stock options.
  fileprivate func isIncentiveOption(_ component: String) -> Bool {
    equity.contains { grant in
      guard "equity[\(grant.pathIndex)]" == component else { return false }
      switch grant.instrument {
      case .option(let terms), .privateOption(let terms, _): return terms.kind == .incentive
      default: return false
      }
    }
  }
}
