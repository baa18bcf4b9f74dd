import Market
import Quantities

/// Walk away, likely limit, target and opening ask: base salaries a year, in the offer's currency.
///
///     let range = try NegotiationRange(for: negotiation, parameters: parameters)
///     range.openingAsk    // the first figure to name
public struct NegotiationRange: Sendable {
  /// The odds at one ask: `some` includes `full`; some + none + withdrawn = 1.
  public struct Acceptance: Sendable, Equatable {
    public let ask: Double
    public let full: Double
    public let some: Double
    public let none: Double
    public let withdrawn: Double
  }

  /// Target and ask under another mean room.
  public struct Sensitivity: Sendable, Equatable {
    public let meanRoom: Double
    public let target: Double
    public let openingAsk: Double
  }

  public let negotiation: NegotiationCase
  public let room: Room
  public let walkAway: Double
  /// Mean of what they could pay if there is room; not a maximum.
  public let likelyLimit: Double
  public let target: Double
  public let openingAsk: Double
  /// A range to name instead of one figure: low end the ask, high end a little above.
  public let askRange: ClosedRange<Double>?
  /// Mean settlement after this ask if the offer stands; lower than the target.
  public let expectedSettlement: Double
  /// Walk-away to likely limit, when they overlap.
  public let zone: ClosedRange<Double>?
  /// How far the floor is out of reach; nil when it is not. Then no base salary is worth asking for: target and ask
  /// are the floor, and reports leave them out.
  public let gap: Double?
  public let reachWalkAway: Double
  public let reachTarget: Double
  public let reachAsk: Double
  /// Share of the market that earns less than the offer, and than the ask.
  public let percentileOfOffer: Double
  public let percentileOfAsk: Double
  public let acceptance: [Acceptance]
  /// Base a year that asking adds, on average, withdrawals counted.
  public let valueOfAsking: Double
  public let sensitivity: [Sensitivity]
  /// Whether to take the salary and ask for something else.
  public let advisesOtherItems: Bool
  /// Odds and size, as a share of what is offered, of more sign-on.
  public let signOnRoom: (probability: Double, mean: Double)

  public init(for negotiation: NegotiationCase, parameters: ParameterTable) throws {
    let date = negotiation.asOf
    let offer = negotiation.offerBase
    let solver = try RangeSolver(negotiation: negotiation, parameters: parameters)
    let room = solver.room
    self.negotiation = negotiation
    self.room = room
    walkAway = negotiation.walkAway.base
    let model = solver.model(meanRoom: nil)
    likelyLimit = room.likelyLimit(offer: offer)
    target = solver.target(meanRoom: nil)
    let wanted = solver.ask(meanRoom: nil, target: target)
    // A floor above a hard bound cannot be asked for there; the bound is the most there is.
    openingAsk = room.isHard && wanted > max(room.bound, offer) ? max(room.bound, offer) : wanted
    expectedSettlement = offer * (1 + model.expectedGain(openingAsk / offer - 1))
    reachWalkAway = model.full(walkAway / offer - 1)
    reachTarget = model.full(target / offer - 1)
    reachAsk = model.full(openingAsk / offer - 1)
    let threshold = try parameters.value("gap.probability", on: date)
    let isOutOfReach = (room.isHard && walkAway > room.bound) || reachWalkAway < threshold
    zone = walkAway <= likelyLimit ? walkAway...likelyLimit : nil
    // A floor under a hard bound can be out of reach too: then what they will likely pay is what is missing.
    let top = room.isHard && walkAway > room.bound ? room.bound : likelyLimit
    gap = zone == nil && isOutOfReach ? walkAway - top : nil
    let width = try parameters.value("bolster.range-width", on: date)
    let bolster = solver.rounded(openingAsk * (1 + width))
    askRange =
      gap == nil && openingAsk > offer && walkAway <= openingAsk && !(room.isHard && bolster > room.bound)
      ? openingAsk...bolster : nil
    percentileOfOffer = negotiation.market.rank(of: offer).middle
    percentileOfAsk = negotiation.market.rank(of: openingAsk).middle
    let risk = solver.risk
    acceptance = Set(
      [0.025, 0.05, 0.075, 0.10, 0.15, 0.20].map { offer * (1 + $0) } + (gap == nil ? [target, openingAsk] : [])
    )
    .filter { $0 > offer && !(room.isHard && $0 > room.bound) }
    .sorted().map { ask in
      let x = ask / offer - 1
      let withdrawn = min(risk.probability(x), 1 - model.some)
      return Acceptance(
        ask: ask, full: min(model.full(x), model.some), some: model.some, none: 1 - model.some - withdrawn,
        withdrawn: withdrawn)
    }
    valueOfAsking =
      offer * model.valueOfAsking(openingAsk / offer - 1, floor: walkAway / offer, risk: risk)
    sensitivity = try ["low", "high"].map { scope in
      let mean = try parameters.value("sensitivity.room-mean", scope: scope, on: date)
      let target = solver.target(meanRoom: mean)
      return Sensitivity(
        meanRoom: mean, target: target, openingAsk: solver.ask(meanRoom: mean, target: target))
    }
    advisesOtherItems = room.position == "above-p75" || room.position == "posted-pay" || openingAsk <= offer
    signOnRoom = (
      try parameters.value("sign-on.room-probability", on: date),
      try parameters.value("sign-on.room-mean", on: date)
    )
  }
}

/// Target and ask for a given mean room; shared by the answer and its sensitivity.
struct RangeSolver {
  let negotiation: NegotiationCase
  let room: Room
  let risk: WithdrawalRisk
  let targetShare: Double
  let concession: Double
  let maximumPremium: Double
  let premiumAboveP75: Double
  let rounding: Double

  init(negotiation: NegotiationCase, parameters: ParameterTable) throws {
    let date = negotiation.asOf
    self.negotiation = negotiation
    room = try Room(
      above: negotiation.offerBase, market: negotiation.market, isExecutive: negotiation.job.isExecutive,
      isLeadership: negotiation.job.role?.isLeadership ?? true, band: negotiation.band,
      posted: negotiation.postedRange, isPostedPay: negotiation.isPostedPay,
      hasRivalOffer: negotiation.hasRivalOffer, parameters: parameters, on: date)
    risk = WithdrawalRisk(
      perTenth: try parameters.value("withdrawal.per-tenth", on: date),
      maximum: try parameters.value("withdrawal.maximum", on: date))
    let scope =
      negotiation.hasRivalOffer ? "rival-written-offer" : negotiation.hasShortSavings ? "short-savings" : "default"
    targetShare = try parameters.value("target.share", scope: scope, on: date)
    concession = try parameters.value("ask.concession-share", on: date)
    maximumPremium = try parameters.value("ask.maximum-premium", on: date)
    premiumAboveP75 = try parameters.value("ask.premium-over-offer-when-above-p75", on: date)
    rounding = try parameters.value("ask.rounding", on: date)
  }

  func model(meanRoom: Double?) -> AskModel {
    room.askModel(
      offer: negotiation.offerBase, concession: concession, meanRoom: room.mean == 0 ? nil : meanRoom)
  }

  /// T = b0 + alpha max(limit - b0, 0), not above the market's P75 unless the floor is.
  func target(meanRoom: Double?) -> Double {
    let offer = negotiation.offerBase
    let floor = max(negotiation.walkAway.base, offer)
    let limit = room.likelyLimit(offer: offer, meanRoom: room.mean == 0 ? nil : meanRoom)
    let wanted = Bargain.nash(walkAway: floor, employerMaximum: max(limit, floor), power: targetShare) ?? floor
    return max(floor, min(wanted, negotiation.market.quantile(0.75)))
  }

  /// The ask with the highest value of asking between the target and the caps.
  func ask(meanRoom: Double?, target: Double) -> Double {
    let offer = negotiation.offerBase
    let least = max(target, negotiation.walkAway.base)
    var cap = min(
      offer * (1 + maximumPremium), max(negotiation.market.quantile(0.75), offer * (1 + premiumAboveP75)))
    if room.isHard { cap = min(cap, room.bound) }
    if negotiation.isPostedPay { cap = offer }
    guard cap > least else { return max(least, offer) > offer && !room.isHard ? roundedUp(least) : max(least, offer) }
    let best = model(meanRoom: meanRoom).bestAsk(
      in: (least / offer - 1)...(cap / offer - 1), floor: negotiation.walkAway.base / offer, risk: risk)
    // A precise figure, but not a falsely precise one; never below the target or above a cap for it.
    let spoken = rounded(offer * (1 + best))
    if spoken < least { return min(cap, spoken + rounding) }
    return spoken > cap ? max(least, spoken - rounding) : spoken
  }

  private func roundedUp(_ amount: Double) -> Double {
    rounding > 0 ? (amount / rounding).rounded(.up) * rounding : amount
  }

  func rounded(_ amount: Double) -> Double {
    guard rounding > 0 else { return amount }
    return (amount / rounding).rounded(.toNearestOrAwayFromZero) * rounding
  }
}
