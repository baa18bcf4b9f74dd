/// The rule of each part of pay, for each of its values, in words.
enum ComponentFormula {
  /// What a part is, for people.
  static func title(_ family: String) -> String {
    switch family {
    case "base": "Base salary"
    case "raises": "Raises, likely"
    case "contractual_raises": "Raises in the contract"
    case "bonus": "Annual bonus"
    case "guaranteed_bonus": "Guaranteed bonus"
    case "retention": "Retention payments"
    case "sign_on": "Sign-on bonus"
    case "relocation": "Relocation"
    case "severance": "Severance"
    case "match": "Retirement match"
    case "health": "Health cover"
    case "leave": "Paid leave"
    case "between_jobs": "Pay lost between jobs"
    default: ComponentRule.all[family]?.title ?? EquityFormula.titles[family] ?? family
    }
  }

  /// Fields of the offer that a part is read from.
  static func fields(_ component: String) -> [String] {
    switch component {
    case "base": ["base"]
    case "raises", "contractual_raises": ["base", "raises"]
    case "bonus": ["base", "raises", "bonus", "role"]
    case "match": ["base", "raises", "retirement", "start"]
    case "leave": ["base", "leave"]
    case "severance": ["severance", "base", "raises", "bonus", "employer_kind", "runway", "leaves"]
    case "espp": ["espp", "base", "raises", "equity"]
    case "refreshers": ["refreshers", "equity"]
    case _ where component.hasPrefix("equity["): [component, "company", "stage", "org_size"]
    case "between_jobs": ["base", "role", "employer_kind", "runway", "leaves"]
    default: ComponentRule.all[component]?.fields ?? [component]
    }
  }

  static func text(_ family: String, _ value: String) -> String {
    if let rule = ComponentRule.all[family] { return rule.text(value) }
    if value == "expected_average_leaver", family == "severance" {
      return "as expected, at the odds of a layoff of someone who may have quit before"
    }
    if value == "expected_average_leaver" {
      let same = ["base", "raises", "contractual_raises", "health", "leave", "between_jobs"].contains(family)
      return same ? "the same as expected: leaving does not take it back" : "as expected, with the odds of quitting too"
    }
    return rules[family]?[value] ?? EquityFormula.rules[family]?[value] ?? "the sum of its payments"
  }

  private static let pay = [
    "headline": "today's rate / 12 a month, not discounted", "fair": "the sum over months of pay x d(m)",
    "expected": "the same as fair: pay earned as one works is not lost by leaving",
  ]

  private static let promised = [
    "headline": "as stated", "fair": "amount x d(m)",
    "expected": "fair x s(m), the odds of still being there; less the odds of a layoff after it x the share to repay "
      + "where a layoff obliges to",
  ]

  private static let upfront = [
    "headline": "as stated, on day 0", "fair": "the same as the headline",
    "expected": "fair, less the odds of a layoff x the share to repay where a layoff obliges to",
  ]

  private static let rules: [String: [String: String]] = [
    "base": pay,
    "raises": [
      "headline": "0: the headline is today's rate", "fair": "the sum over months of pay above today's rate x d(m)",
      "expected": "the same as fair",
    ],
    "contractual_raises": [
      "headline": "0: the headline is today's rate", "fair": "the sum over months of pay above today's rate x d(m)",
      "expected": "the same as fair",
    ],
    "bonus": [
      "headline": "target share x base paid in the year", "fair": "target x d(m), paid in month 12k",
      "expected": "fair x mean payout x s(m), the odds of still being there",
    ],
    "guaranteed_bonus": promised, "retention": promised, "sign_on": upfront, "relocation": upfront,
    "severance": [
      "headline": "0", "fair": "the sum over months of s(m-1) x h x severance x d(m)", "expected": "the same as fair",
    ],
    "match": [
      "headline": "formula x today's base, up to the cap on pay, and what is held of it and vests in the window",
      "fair": "the sum over months of formula x pay x d(m), and what is held of it and vests in the window",
      "expected": "fair x the odds of being there when it vests",
    ],
    "health": [
      "headline": "the employer's share if stated", "fair": "(employer's share - your premium) x d(m), month by month",
      "expected": "the same as fair",
    ],
    "leave": [
      "headline": "0", "fair": "(days - usual days) x base / 260 x a part of the daily rate, x d(m)",
      "expected": "the same as fair; in kind",
    ],
    "between_jobs": [
      "headline": "0", "fair": "0",
      "expected": "minus the sum over months of s(m-1) x h x months of search x base / 12 x d(m)",
    ],
  ]
}
