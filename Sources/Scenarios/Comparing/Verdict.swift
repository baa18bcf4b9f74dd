import Compensation
import Quantities

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

  init(ranking: [Standing], odds: Double?, closeShare: Double, closeOdds: Double) {
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
    winner = reason == .clear ? ranking[0].valuation.offer.id : nil
  }

  /// The offer of the highest certain value as printed, where the best of the ranking is clearly below it.
  static func heldLeader(_ ranking: [Standing], closeShare: Double) -> Standing? {
    guard let best = ranking.first?.certain?.amount,
      let leader = ranking.max(by: { ($0.certain?.minorUnits ?? 0) < ($1.certain?.minorUnits ?? 0) }),
      let most = leader.certain?.amount, most > 0
    else { return nil }
    return (most - best) / most < closeShare - 1e-6 ? nil : leader
  }
}
