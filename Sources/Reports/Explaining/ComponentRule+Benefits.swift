extension ComponentRule {
  static let benefits: [String: ComponentRule] = [
    "pension": ComponentRule(
      title: "Pension", fields: ["pension", "base", "raises", "start"],
      headline: "the yearly credit x today's base; 0 for a pension of final pay",
      fair: "credits x d(m); or each year's rise of accrual x service x final pay, x what 1 a year from the pension's "
        + "age is worth today",
      expected: "fair x the odds of being there when it vests", leaving: .takesIt),
    "assumed_health": ComponentRule(
      title: "Health cover, assumed where the offer is silent", fields: ["health", "location"],
      headline: "0: not promised",
      fair: "the sum over months of (the usual employer's share, if none is stated, - the usual premium, if none is "
        + "stated) / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "out_of_pocket": ComponentRule(
      title: "Care that the health plan leaves to you", fields: ["health"], headline: "0",
      fair: "minus the sum over months of the mean, over years of care, of min(deductible + coinsurance x the rest, "
        + "maximum) / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "hsa": ComponentRule(
      title: "Health savings account", fields: ["hsa", "health.cover"],
      headline: "the employer's money, at most the limit", fair: "the same / 12 x d(m), month by month",
      expected: sameAsFair, leaving: .keepsIt),
    "insurance": ComponentRule(
      title: "Life and disability cover", fields: ["insurance", "base", "raises"], headline: "0",
      fair: "the sum over months of (life rate x multiple x base / 1,000 + disability rate x share x base / 12) x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "parental_leave": ComponentRule(
      title: "Parental leave", fields: ["parental_leave", "base", "raises"], headline: "0",
      fair: "weeks / 52 x share x base x d(m), in the month it would be used",
      expected: "fair x the odds of needing it x s(m), the odds of still being there", leaving: .takesIt),
    "stipend": allowance("Stipend", "stipend"), "phone": allowance("Phone", "phone"),
    "meals": allowance("Meals", "meals"), "equipment": allowance("Equipment", "equipment"),
    "tuition": allowance("Tuition", "tuition"),
    "commute_time": ComponentRule(
      title: "Time on the way to work", fields: ["commute", "remote.days", "base", "raises", "hours"], headline: "0",
      fair: "minus the sum over months of hours a year x a share of hourly pay / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "commute_cost": ComponentRule(
      title: "Cost of the way to work", fields: ["commute", "remote.days"], headline: "0",
      fair: "minus the sum over months of cost a day x days a year / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
  ]

  private static func allowance(_ title: String, _ field: String) -> ComponentRule {
    ComponentRule(
      title: title, fields: [field], headline: "as stated, each year, or once on the first day",
      fair:
        "the sum over months of amount x the part that counts x the odds of use / 12 x d(m); without / 12 and d(m) where "
        + "it is paid once",
      expected: sameAsFair, leaving: .keepsIt)
  }
}
