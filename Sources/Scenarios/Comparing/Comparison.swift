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
    /// What `a` is worth more than `b`: by certain value before any of it is held at fair value, by expected value while
    /// nothing is simulated.
    public let difference: Money
    /// Expected value of `a` less that of `b`.
    public let expected: Money
    /// In the same courses of events; nil while nothing is simulated, or where only the verdict is asked for.
    public let simulated: SimulatedDifference?
  }

  /// In the order of the file.
  public let valuations: [Valuation]
  /// Best first; equals in the order of the file.
  public let ranking: [Valuation]
  public let verdict: Verdict
  /// Every two offers, the better one first.
  public let pairs: [Pair]

  /// Values and ranks offers: by certain value before any of it is held at fair value, by expected value where nothing is
  /// simulated. `all` are those of the
  /// whole scenario, where only some are compared. Without `pairwise` it is not looked into what divides each two of
  /// them.
  public init(
    of offers: [Offer], among all: [Offer]? = nil, under terms: ValuationTerms,
    courses: Courses = Courses(runs: 0, seed: 1), pairwise: Bool = true
  ) throws {
    var valuations = try offers.map { try $0.valued(under: terms) }
    let simulation =
      courses.runs > 0
      ? try OfferSimulation(of: valuations, among: all ?? offers, under: terms, courses: courses) : nil
    if let simulation { valuations = simulation.valuations }
    let values = valuations.map(\.worth.minorUnits)
    let order = valuations.indices.sorted { left, right in
      values[left] != values[right] ? values[left] > values[right] : left < right
    }
    let ranking = order.map { valuations[$0] }
    self.valuations = valuations
    self.ranking = ranking
    pairs = order.indices.flatMap { first in
      order.indices.dropFirst(first + 1).map { second in
        Pair(
          a: ranking[first].offer.id, b: ranking[second].offer.id,
          difference: ranking[first].worth - ranking[second].worth,
          expected: ranking[first].total(\.expected) - ranking[second].total(\.expected),
          simulated: pairwise ? simulation?.difference(order[first], order[second]) : nil)
      }
    }
    verdict = Verdict(
      ranking: ranking, odds: order.count > 1 ? simulation?.odds(order[0], order[1]) : nil,
      closeShare: try terms.parameters.value("compare.too-close-share", on: terms.asOf),
      closeOdds: simulation == nil ? 0 : try terms.parameters.value("compare.too-close-odds", on: terms.asOf))
  }
}

/// Which offer is worth most, if one can tell.
public struct Verdict: Sendable, Equatable {
  public enum Reason: String, Sendable {
    case oneOffer = "one offer"
    /// Best and second differ by less than the share that tells nothing.
    case tooClose = "too close"
    /// Each is the better one about as often.
    case evenOdds = "even odds"
    /// The best is so only for what it has above fair value: held at that, another is worth clearly more.
    case held = "held at fair value"
    case clear
  }

  public let reason: Reason
  /// The best offer; nil when there is only one, or it is too close to call.
  public let winner: String?
  /// Best minus second, as a share of the larger; nil with one offer.
  public let margin: Double?
  /// The margin below which it is too close.
  public let closeShare: Double
  /// That the best is worth more than the second; nil while nothing is simulated.
  public let odds: Double?
  /// How near to one half those odds make it too close.
  public let closeOdds: Double

  public var isTooClose: Bool { [.tooClose, .evenOdds, .held].contains(reason) }

  init(ranking: [Valuation], odds: Double?, closeShare: Double, closeOdds: Double) {
    self.odds = odds
    self.closeOdds = closeOdds
    self.closeShare = closeShare
    guard ranking.count > 1 else {
      (reason, winner, margin) = (.oneOffer, nil, nil)
      return
    }
    let best = ranking[0].worth.amount
    let second = ranking[1].worth.amount
    let larger = max(abs(best), abs(second))
    let margin = larger > 0 ? (best - second) / larger : 0
    self.margin = margin
    // Totals are rounded to the cent, which must not turn exactly the share into less than it.
    var reason: Reason
    if margin < closeShare - 1e-6 {
      reason = .tooClose
    } else {
      reason = odds.map { abs($0 - 0.5) <= closeOdds } == true ? .evenOdds : .clear
    }
    if reason == .clear, Verdict.heldLeader(ranking, closeShare: closeShare) != nil { reason = .held }
    self.reason = reason
    winner = reason == .clear ? ranking[0].offer.id : nil
  }

  /// The offer of the highest certain value as printed, where the best of the ranking is clearly below it.
  public static func heldLeader(_ ranking: [Valuation], closeShare: Double) -> Valuation? {
    guard let best = ranking.first?.certain?.amount,
      let leader = ranking.max(by: { ($0.certain?.minorUnits ?? 0) < ($1.certain?.minorUnits ?? 0) }),
      let most = leader.certain?.amount, most > 0
    else { return nil }
    return (most - best) / most < closeShare - 1e-6 ? nil : leader
  }
}
