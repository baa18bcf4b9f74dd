/// What the figures of a range leave after tax.
extension NegotiationRule {
  static let takeHome: [String: NegotiationRule] = [
    "take_home.walk_away_base": NegotiationRule(
      unit: .money, meaning: "The base at which this offer leaves what the best alternative leaves.",
      formula:
        "solved by halving: package x after tax / expected x price ratio, equal on both sides; the alternative's package is "
        + "that of the walk-away, and moving is paid after tax",
      parts: ["walk_away.value", "walk_away.amount"],
      fields: ["base", "bonus", "retirement", "location", "home", "taxes"],
      usesCurrentJob: true),
    "take_home.figures[].base": NegotiationRule(
      unit: .money, meaning: "A base salary of the range.", formula: "as above",
      parts: ["walk_away.amount", "offer_base", "target", "anchor.amount"]),
    "take_home.figures[].package": NegotiationRule(
      unit: .money, meaning: "The whole offer at that base, a year and before tax.",
      formula: "annualised expected value, all that is a share of base moving along", fields: ["base"]),
    "take_home.figures[].after_tax": NegotiationRule(
      unit: .money, meaning: "What taxes leave of that package.",
      formula: "the offer valued and taxed at that base: package x after tax / expected", fields: ["location", "taxes"]),
    "take_home.figures[].local_purchasing_power": NegotiationRule(
      unit: .money, meaning: "What that buys, at the prices of where one lives.",
      formula: "after tax x price level at home / price level at the offer's place", fields: ["location", "home"]),
  ]
}
