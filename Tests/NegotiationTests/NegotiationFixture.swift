import Market
import ModelTestSupport
import Negotiation
import Quantities

/// A market with its median at 160,000 and P75 at 195,884.
func market(median: Double = 160_000) -> PayDistribution {
  guard let pay = PayDistribution.logNormal(median: median, logSD: 0.3) else {
    preconditionFailure("no market")
  }
  return pay
}

func job(executive: Bool = false) -> PricedJob {
  .role(
    Role(
      id: executive ? "cio" : "it-director", title: "", family: "", baseOccupation: "11-3021",
      isITOperations: !executive, isLeadership: true, isExecutive: executive, bonusClass: "leader"))
}

/// The case most tests change one thing of: 150,000 offered, 140,000 earned now.
func negotiation(
  offer: Double = 150_000, walkAway: Double = 140_000, market: PayDistribution = market(),
  executive: Bool = false
) -> NegotiationCase {
  NegotiationCase(
    offerBase: offer, isAssumed: false, job: job(executive: executive), market: market,
    walkAway: WalkAway(alternatives: [.init(kind: .currentJob, name: "", value: walkAway, base: walkAway)]),
    asOf: day("2026-11-21"))
}

/// Room defaults of offers below the median for all up to P75, so that a figure can be computed by hand.
let levelRoom = ["room.probability[p50-p75]": 0.66, "room.mean[p50-p75]": 0.10]

func range(_ negotiation: NegotiationCase, overrides: [String: Double] = levelRoom) throws -> NegotiationRange {
  let parameters = try ShippedTables.parameters().overridden(by: overrides, origin: "test")
  return try NegotiationRange(for: negotiation, parameters: parameters)
}

extension NegotiationCase {
  /// The same case with something changed.
  func with(_ change: (inout NegotiationCase) -> Void) -> NegotiationCase {
    var copy = self
    change(&copy)
    return copy
  }
}
