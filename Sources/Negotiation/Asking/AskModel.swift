import Glibc

/// The employer's room above an offer and what asking for more is worth.
///
/// Room g, as a share of the offer, is zero with probability 1 - p and else exponential with mean theta, cut at a hard
/// bound. An ask x is met in full if g >= x; from a smaller room a share kappa is conceded.
///
///     let model = AskModel(roomProbability: 0.66, meanRoom: 0.11662484455115439, concession: 1.0 / 3)
///     model.full(0.10)           // 0.28, as Pew (2023) found
///     model.expectedGain(0.10)   // 0.0334
///     model.bestAsk              // 0.175
public struct AskModel: Sendable, Equatable {
  /// P(room > 0).
  public var roomProbability: Double
  /// Mean of the room if there is any, as a share of the offer.
  public var meanRoom: Double
  /// Share of a smaller room that is conceded.
  public var concession: Double
  /// The most there can be, as a share of the offer; infinite without a hard bound.
  public var hardBound: Double

  public init(
    roomProbability: Double, meanRoom: Double, concession: Double, hardBound: Double = .infinity
  ) {
    self.roomProbability = roomProbability
    self.meanRoom = meanRoom
    self.concession = concession
    self.hardBound = hardBound
  }

  /// P(the room reaches a premium x); 1 for x <= 0.
  public func full(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    guard meanRoom > 0, x <= hardBound * (1 + 1e-12) else { return 0 }
    return roomProbability * exp(-x / meanRoom)
  }

  /// P(something is conceded), full or in part.
  public var some: Double { meanRoom > 0 ? roomProbability : 0 }

  /// Mean premium reached by asking x, withdrawals apart: x if there is room for it, else kappa x the room.
  public func expectedGain(_ x: Double) -> Double {
    guard x > 0, meanRoom > 0 else { return 0 }
    let limit = min(x, hardBound)
    let reached = exp(-limit / meanRoom)
    // Mean room below the limit: theta - (limit + theta) e^(-limit / theta).
    let partial = meanRoom - (limit + meanRoom) * reached
    let top = x <= hardBound ? x : concession * hardBound
    return roomProbability * (concession * partial + top * reached)
  }

  /// The best premium to ask without withdrawals: theta / (1 - kappa).
  public var bestAsk: Double { meanRoom / (1 - concession) }

  /// Mean of max(settlement, floor), all as shares of the offer: settlement 1 + x, 1 + kappa g, or 1.
  func meanSettlement(_ x: Double, floor: Double) -> Double {
    let noRoom = max(1, floor)
    guard x > 0, meanRoom > 0 else { return noRoom }
    let limit = min(x, hardBound)
    // Rooms so small that the concession stays below the floor leave the floor.
    let start = min(limit, max(0, (floor - 1) / concession))
    let atStart = exp(-start / meanRoom)
    let atLimit = exp(-limit / meanRoom)
    let belowFloor = (1 - atStart) * max(1, floor)
    let conceded = (atStart - atLimit) + concession * ((start + meanRoom) * atStart - (limit + meanRoom) * atLimit)
    let top = x <= hardBound ? 1 + x : 1 + concession * hardBound
    let inRoom = belowFloor + conceded + atLimit * max(top, floor)
    return (1 - roomProbability) * noRoom + roomProbability * inRoom
  }
}

/// The odds that an offer is withdrawn because one asked: they grow with the ask.
public struct WithdrawalRisk: Sendable, Equatable {
  /// Probability at an ask of 10 % more.
  public var perTenth: Double
  public var maximum: Double

  public init(perTenth: Double, maximum: Double) {
    self.perTenth = perTenth
    self.maximum = maximum
  }

  /// The same probability for every ask.
  public init(constant: Double) { self.init(perTenth: .infinity, maximum: constant) }

  /// The probability at a premium x.
  public func probability(_ x: Double) -> Double { x <= 0 ? 0 : min(maximum, perTenth * x / 0.10) }
}

extension AskModel {
  /// What asking x is worth, as a share of the offer, to someone whose best alternative is `floor` of it.
  ///
  /// (1 - p_w) E[max(settlement, floor)] + p_w floor - max(1, floor). At theta 0.117 and a floor of 0.80 the best ask
  /// is 11 %.
  public func valueOfAsking(_ x: Double, floor: Double, risk: WithdrawalRisk) -> Double {
    let withdrawn = risk.probability(x)
    return (1 - withdrawn) * meanSettlement(x, floor: floor) + withdrawn * floor - max(1, floor)
  }

  /// The premium in a range that maximises ``valueOfAsking(_:floor:risk:)``.
  public func bestAsk(in range: ClosedRange<Double>, floor: Double, risk: WithdrawalRisk) -> Double {
    // The value has kinks at the withdrawal cap and the floor, so a grid finds the hill and a section its top.
    let steps = 400
    let width = (range.upperBound - range.lowerBound) / Double(steps)
    guard width > 0 else { return range.lowerBound }
    var best = range.lowerBound
    var bestValue = -Double.infinity
    for step in 0...steps {
      let x = range.lowerBound + Double(step) * width
      let value = valueOfAsking(x, floor: floor, risk: risk)
      if value > bestValue + 1e-15 { (best, bestValue) = (x, value) }
    }
    var low = max(range.lowerBound, best - width)
    var high = min(range.upperBound, best + width)
    for _ in 0..<60 {
      let third = (high - low) / 3
      if valueOfAsking(low + third, floor: floor, risk: risk) < valueOfAsking(high - third, floor: floor, risk: risk) {
        low += third
      } else {
        high -= third
      }
    }
    return (low + high) / 2
  }
}
