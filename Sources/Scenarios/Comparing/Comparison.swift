import Compensation
import Quantities

/// Offers side by side: ranked, with the verdict and what divides each two of them.
///
///     let comparison = try Comparison(of: scenario.offers, under: terms)
///     comparison.verdict.winner    // "seattle", or nil when it is too close to call
public struct Comparison: Sendable {
  /// Two offers and what lies between them over the window.
  public struct Pair: Sendable, Equatable {
    public let a: String
    public let b: String
    /// Expected value of `a` less that of `b`.
    public let difference: Money
  }

  /// In the order of the file.
  public let valuations: [Valuation]
  /// Best first; equals in the order of the file.
  public let ranking: [Valuation]
  public let verdict: Verdict
  /// Every two offers, the better one first.
  public let pairs: [Pair]

  /// Values and ranks offers. Ranked by expected value: certain value and what tax leaves of it rank them once they exist.
  public init(of offers: [Offer], under terms: ValuationTerms) throws {
    let valuations = try offers.map { try $0.valued(under: terms) }
    let order = valuations.indices.sorted { left, right in
      let values = (valuations[left].total(\.expected).minorUnits, valuations[right].total(\.expected).minorUnits)
      return values.0 != values.1 ? values.0 > values.1 : left < right
    }
    let ranking = order.map { valuations[$0] }
    self.valuations = valuations
    self.ranking = ranking
    verdict = Verdict(
      ranking: ranking, closeShare: try terms.parameters.value("compare.too-close-share", on: terms.asOf))
    pairs = ranking.indices.flatMap { first in
      ranking.indices.dropFirst(first + 1).map { second in
        Pair(
          a: ranking[first].offer.id, b: ranking[second].offer.id,
          difference: ranking[first].total(\.expected) - ranking[second].total(\.expected))
      }
    }
  }
}

/// Which offer is worth most, if one can tell.
public struct Verdict: Sendable, Equatable {
  public enum Reason: String, Sendable {
    case oneOffer = "one offer"
    /// Best and second differ by less than the share that tells nothing.
    case tooClose = "too close"
    case clear
  }

  public let reason: Reason
  /// The best offer; nil when there is only one, or it is too close to call.
  public let winner: String?
  /// Best minus second, as a share of the larger; nil with one offer.
  public let margin: Double?
  /// The margin below which it is too close.
  public let closeShare: Double

  public var isTooClose: Bool { reason == .tooClose }

  init(ranking: [Valuation], closeShare: Double) {
    self.closeShare = closeShare
    guard ranking.count > 1 else {
      (reason, winner, margin) = (.oneOffer, nil, nil)
      return
    }
    let best = ranking[0].total(\.expected).amount
    let second = ranking[1].total(\.expected).amount
    let larger = max(abs(best), abs(second))
    let margin = larger > 0 ? (best - second) / larger : 0
    self.margin = margin
    // Totals are rounded to the cent, which must not turn exactly the share into less than it.
    reason = margin < closeShare - 1e-6 ? .tooClose : .clear
    winner = reason == .clear ? ranking[0].offer.id : nil
  }
}
