import Quantities

extension Offer {
  /// Currencies of its grants, which may be others than the base's.
  public var currenciesOfEquity: [Currency] {
    equity.map(\.currency) + [refreshers?.grant.currency].compactMap { $0 }
  }
}
