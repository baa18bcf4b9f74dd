/// How one figure of a negotiation range comes about.
struct NegotiationRule {
  enum Unit: String {
    /// Base salary a year in the offer's currency.
    case money
    case probability, share, rank, count
    case none = ""
  }

  let unit: Unit
  let meaning: String
  let formula: String
  /// Other figures of the same range.
  var parts: [String] = []
  /// Fields of the offer.
  var fields: [String] = []
  /// Names of defaults begin with one of these.
  var defaults: [String] = []
  var usesMarket = false
  var usesCurrentJob = false
  /// Whether it follows from what the block `me` says of the person.
  var usesPerson = false
  var isGiven = false

  private static let room = ["room.", "band."]
  private static let bounds = ["base", "posted_range", "band", "posted_pay"]
  private static let asking = ["ask.", "withdrawal.", "target."]
  static let market = ["ageing.", "place.", "interval.", "source.", "confidence."]
  private static let search = ["search.", "hazard."]

  /// The rule of a figure, by its path with emptied brackets.
  static func of(_ pattern: String) -> NegotiationRule {
    rules[pattern] ?? (pattern.hasPrefix("market.p") ? percentile : unknown)
  }

  private static let unknown = NegotiationRule(
    unit: .none, meaning: "A number of the range.", formula: "as printed", isGiven: true)

  private static let percentile = NegotiationRule(
    unit: .money, meaning: "Pay that this share of the market for the job in the place earns less than.",
    formula: "published median x place x industry x role x ageing, the curve scaled along; each step below",
    fields: ["role", "location", "industry", "stage", "remote.pay_zone"], defaults: market, usesMarket: true)

  private static let rules: [String: NegotiationRule] =
    offered
    .merging(floor) { $1 }.merging(limits) { $1 }.merging(odds) { $1 }.merging(lists) { $1 }
    .merging(worth) { $1 }.merging(sources) { $1 }.merging(takeHome) { $1 }

  private static let offered: [String: NegotiationRule] = [
    "offer_base": NegotiationRule(
      unit: .money, meaning: "The base salary on the table.", formula: "as stated", fields: ["base"], isGiven: true),
    "assumed_base": NegotiationRule(
      unit: .money, meaning: "The base salary the range is computed from.", formula: "the offer's base",
      fields: ["base"],
      isGiven: true),
    "seed": NegotiationRule(
      unit: .none, meaning: "Seed of anything drawn by chance.", formula: "--seed, 1 unless given", isGiven: true),
    "market.percentile_of_offer": NegotiationRule(
      unit: .rank, meaning: "Share of the market that earns less than the offer.",
      formula: "rank of the base on the market's curve",
      parts: ["offer_base", "market.p25", "market.p50", "market.p75"],
      fields: ["base"], usesMarket: true),
    "market.percentile_of_ask": NegotiationRule(
      unit: .rank, meaning: "Share of the market that earns less than the opening ask.",
      formula: "rank of the ask on the market's curve",
      parts: ["anchor.amount", "market.p25", "market.p50", "market.p75"],
      usesMarket: true),
  ]

  private static let floor: [String: NegotiationRule] = [
    "walk_away.amount": NegotiationRule(
      unit: .money, meaning: "The base below which you are better off without this offer.",
      formula: "the highest of the alternatives, turned into a base of this offer",
      parts: [
        "walk_away.alternatives[0].amount", "walk_away.alternatives[1].amount", "walk_away.alternatives[2].amount",
      ],
      usesCurrentJob: true),
    "walk_away.value": NegotiationRule(
      unit: .money, meaning: "What the best alternative is worth a year as a whole package.",
      formula: "annualised expected value of the package, with the cost of switching",
      parts: ["walk_away.alternatives[0].value"], usesCurrentJob: true),
    "walk_away.alternatives[].amount": NegotiationRule(
      unit: .money, meaning: "The base of this offer at which its package equals the alternative.",
      formula: "solved by halving: all that is a share of base moves along", fields: ["base", "bonus", "retirement"]),
    "walk_away.alternatives[].value": NegotiationRule(
      unit: .money, meaning: "The alternative's package a year.",
      formula:
        "current job: recurring pay w0 raised to w*, where the integral from w0 to w* of dx/(r + delta + lambda(1 - F(x))) "
        + "is the cost of switching; an offer: annualised expected value with moving; a search: the reservation pay",
      defaults: search, usesMarket: true, usesCurrentJob: true),
    "walk_away.alternatives[].switching_cost": NegotiationRule(
      unit: .money, meaning: "What leaving the current job costs once.",
      formula: "expected value of unvested grants + sign-on to repay + moving, each once", usesCurrentJob: true),
    "walk_away.alternatives[].range.low": NegotiationRule(
      unit: .money, meaning: "The search's worth under the least favourable assumptions.",
      formula: "the lowest over offers arriving 1.5 times as often or as seldom, and the two spreads of offers",
      defaults: search, usesMarket: true),
    "walk_away.alternatives[].range.high": NegotiationRule(
      unit: .money, meaning: "The search's worth under the most favourable assumptions.",
      formula: "the highest over offers arriving 1.5 times as often or as seldom, and the two spreads of offers",
      defaults: search, usesMarket: true),
    "forfeited[].amount": NegotiationRule(
      unit: .money, meaning: "Pay that leaving the current job takes away, as the paper promises it.",
      formula:
        "the fair value of what has not vested, for shares units x price x e^(-qt); the promised payment x d(m); "
        + "or the share of the sign-on to repay; item by item under leaving.month0 of the current job",
      usesCurrentJob: true),
    "forfeited[].expected": NegotiationRule(
      unit: .money, meaning: "The same, times the odds of still being there when it vests.",
      formula: "amount x s(m), and x the odds of an exit where delivery needs one", defaults: ["hazard."],
      usesCurrentJob: true),
  ]

  private static let limits: [String: NegotiationRule] = [
    "room.p_any": NegotiationRule(
      unit: .probability, meaning: "Odds that the employer has any room above the offer.",
      formula: "the default for where the offer stands, higher with a written rival offer",
      parts: ["offer_base", "market.p50", "market.p75"], fields: bounds, defaults: room),
    "room.mean": NegotiationRule(
      unit: .share, meaning: "Mean room if there is any, over the offer.",
      formula: "the default for where the offer stands; x 1.25 for CIO and CTO",
      parts: ["offer_base", "market.p50", "market.p75"], fields: bounds, defaults: room),
    "room.bound": NegotiationRule(
      unit: .money, meaning: "The most the employer can or will likely go to.",
      formula:
        "top of the typed band, else of the posted range, else of the market band: min x (1 + s), min = p50 / (1 + s/2)",
      parts: ["market.p50"], fields: bounds, defaults: room, usesMarket: true),
    "ceiling": NegotiationRule(
      unit: .money, meaning: "The likely limit: what they could pay on average if there is room; not a maximum.",
      formula: "min(bound, base x (1 + mean room)), not under the base",
      parts: ["offer_base", "room.mean", "room.bound"],
      fields: bounds, defaults: room),
    "target": NegotiationRule(
      unit: .money, meaning: "What to aim for.",
      formula: "b0 + alpha x (limit - b0), b0 = max(walk-away, offer); not above market p75 unless the walk-away is",
      parts: ["walk_away.amount", "offer_base", "ceiling", "market.p75"], defaults: ["target."]),
    "anchor.amount": NegotiationRule(
      unit: .money, meaning: "The first figure to name.",
      formula: "the ask that maximises (1 - p_w) E[max(settlement, W)] + p_w W - max(offer, W), between the target and "
        + "min(hard bound, 1.25 x offer, max(p75, 1.05 x offer))",
      parts: ["target", "walk_away.amount", "room.p_any", "room.mean", "room.bound", "market.p75"], defaults: asking),
    "anchor.range.low": NegotiationRule(
      unit: .money, meaning: "Low end of a range to name instead of one figure.", formula: "the opening ask",
      parts: ["anchor.amount"]),
    "anchor.range.high": NegotiationRule(
      unit: .money, meaning: "High end of a range to name instead of one figure.", formula: "the ask x (1 + width)",
      parts: ["anchor.amount"], defaults: ["bolster.", "ask.rounding"]),
    "zone.low": NegotiationRule(
      unit: .money, meaning: "Low end of the zone of agreement.", formula: "the walk-away", parts: ["walk_away.amount"]),
    "zone.high": NegotiationRule(
      unit: .money, meaning: "High end of the zone of agreement.", formula: "the likely limit", parts: ["ceiling"]),
    "gap": NegotiationRule(
      unit: .money, meaning: "How far the walk-away is out of reach.",
      formula: "walk-away - hard bound, or - likely limit",
      parts: ["walk_away.amount", "room.bound", "ceiling"], defaults: ["gap."]),
    "expected_settlement": NegotiationRule(
      unit: .money, meaning: "The mean outcome after the opening ask, if the offer stands.",
      formula: "offer x (1 + p (e^(-x/theta) x + kappa E[room below x]))",
      parts: ["anchor.amount", "offer_base", "room.p_any", "room.mean"], defaults: ["ask.concession"]),
    "value_of_asking": NegotiationRule(
      unit: .money, meaning: "What asking adds on average, withdrawals counted.",
      formula: "(1 - p_w) E[max(settlement, W)] + p_w W - max(offer, W)",
      parts: ["anchor.amount", "offer_base", "walk_away.amount", "room.p_any", "room.mean"], defaults: asking),
  ]

  private static let odds: [String: NegotiationRule] = [
    "p_reach.walk_away": reach("walk_away.amount", "the walk-away"),
    "p_reach.target": reach("target", "the target"),
    "p_reach.ask": reach("anchor.amount", "the opening ask"),
    "acceptance[].ask": NegotiationRule(
      unit: .money, meaning: "An ask whose odds are shown.",
      formula: "the offer plus 2.5, 5, 7.5, 10, 15 or 20 %, the target, or the opening ask", parts: ["offer_base"]),
    "acceptance[].full": NegotiationRule(
      unit: .probability, meaning: "Odds that the ask is met in full.", formula: "p e^(-x/theta), x = ask / offer - 1",
      parts: ["offer_base", "room.p_any", "room.mean"], defaults: room),
    "acceptance[].some": NegotiationRule(
      unit: .probability, meaning: "Odds that something is conceded; includes full.", formula: "the odds of any room",
      parts: ["room.p_any"], defaults: room),
    "acceptance[].none": NegotiationRule(
      unit: .probability, meaning: "Odds that nothing is conceded and the offer stands.",
      formula: "1 - some - withdrawn", parts: ["room.p_any"]),
    "acceptance[].withdrawn": NegotiationRule(
      unit: .probability, meaning: "Odds that the offer is withdrawn because you asked.",
      formula: "per tenth x (x / 0.10), at most the maximum, x = ask / offer - 1", parts: ["offer_base"],
      defaults: ["withdrawal."]),
  ]

  private static func reach(_ part: String, _ name: String) -> NegotiationRule {
    NegotiationRule(
      unit: .probability, meaning: "Odds that the employer can reach \(name).",
      formula: "p e^(-x/theta), x = \(name) / offer - 1; 1 when it is not above the offer, 0 above a hard bound",
      parts: [part, "offer_base", "room.p_any", "room.mean", "room.bound"], defaults: room)
  }

  private static let lists: [String: NegotiationRule] = [
    "sensitivity[].theta": NegotiationRule(
      unit: .share, meaning: "Another mean room, to see what the range hangs on.", formula: "a default",
      defaults: ["sensitivity."], isGiven: true),
    "sensitivity[].target": NegotiationRule(
      unit: .money, meaning: "The target under another mean room.", formula: "as the target", parts: ["target"],
      defaults: ["sensitivity.", "target."]),
    "sensitivity[].anchor": NegotiationRule(
      unit: .money, meaning: "The opening ask under another mean room.", formula: "as the opening ask",
      parts: ["anchor.amount"], defaults: ["sensitivity.", "ask.", "withdrawal."]),
    "arguments[].figure": NegotiationRule(
      unit: .none, meaning: "The figure an argument rests on.",
      formula: "a figure of the market, the offer or the posting",
      parts: ["market.p50", "market.p75", "market.p90", "anchor.amount", "offer_base"], fields: ["posted_range"],
      usesMarket: true),
    "plan[].step": NegotiationRule(
      unit: .count, meaning: "Order in which to ask.", formula: "salary, sign-on, then the rest", isGiven: true),
  ]
}
