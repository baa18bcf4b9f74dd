import Compensation

/// The base salary at which an offer's package is worth a given amount a year, all that depends on base moving along.
public struct PackageSolver: Sendable {
  let offer: Offer
  let terms: ValuationTerms

  public init(offer: Offer, terms: ValuationTerms) {
    self.offer = offer
    self.terms = terms
  }

  /// Annualised value of the package at a base.
  public func value(atBase base: Double) throws -> Double {
    try offer.withBase(base).valued(under: terms).annualized
  }

  /// The base at which the package equals `value`, to the cent; 0 when the rest of the package is enough.
  public func base(worth value: Double) throws -> Double {
    try Self.base(reaching: value, from: offer.baseSalary.amount) { try self.value(atBase: $0) }
  }

  /// The base at which something that grows with it reaches a target, to the cent; 0 when it is there without a base.
  static func base(reaching target: Double, from start: Double, _ value: (Double) throws -> Double) rethrows -> Double {
    var (low, high) = (0.0, max(start, 1))
    if try value(low) >= target { return 0 }
    for _ in 0..<40 where try value(high) < target { high *= 2 }
    while high - low > 0.001 {
      let middle = (low + high) / 2
      if try value(middle) < target { low = middle } else { high = middle }
    }
    return (high * 100).rounded() / 100
  }
}
