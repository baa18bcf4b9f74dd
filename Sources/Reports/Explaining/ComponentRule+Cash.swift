extension ComponentRule {
  static let cash: [String: ComponentRule] = [
    "deferred_bonus": ComponentRule(
      title: "Deferred part of the annual bonus", fields: ["bonus", "base", "raises", "role"],
      headline: "target x the share deferred, and what was awarded before, as it vests in the window",
      fair: "the same x d(m), m months 12k and those of its vesting",
      expected: "fair x mean payout x (1 - malus)^years x s(m), the odds of still being there; the payout of what was "
        + "awarded before is known", leaving: .takesIt),
    "extra_months": ComponentRule(
      title: "Months of base on top of twelve", fields: ["base", "raises", "extra_months"],
      headline: "today's rate / 12 x months, in each whole offer year",
      fair: "the same with raises, x d(m), in month 12k",
      expected: sameAsFair, leaving: .keepsIt),
    "overtime": ComponentRule(
      title: "Overtime", fields: ["base", "raises", "hours", "overtime"], headline: "0",
      fair: "the sum over months of hours a week x weeks x multiple x base / hours a year / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "on_call": ComponentRule(
      title: "Duty on call", fields: ["on_call"], headline: "weeks of duty x pay for a week",
      fair: "the same / 12 x d(m), month by month", expected: sameAsFair, leaving: .keepsIt),
    "relocation_tax": ComponentRule(
      title: "Tax on the relocation, paid by the employer", fields: ["relocation"], headline: "0",
      fair: "amount x t / (1 - t), on day 0", expected: "the same as fair", leaving: .keepsIt),
    "self_employment_tax": ComponentRule(
      title: "The employer's half of payroll taxes, paid by a contractor",
      fields: ["base", "employment", "billable_hours"],
      headline: "0",
      fair: "minus the sum over months of half of (rate up to the base + Medicare) x taxable share x pay / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "benefits_bought": ComponentRule(
      title: "Benefits a contractor has to buy", fields: ["base", "employment", "health", "retirement"], headline: "0",
      fair: "minus the sum over months of (employer's usual health cost + retirement share x pay) / 12 x d(m)",
      expected: sameAsFair, leaving: .keepsIt),
    "commission": ComponentRule(
      title: "Commission", fields: ["commission", "base", "raises"], headline: "target, at 100 % of the quota",
      fair: "the sum over months of target / 12 x d(m); with a draw one keeps, the mean of a month if that is more",
      expected:
        "the mean of a month over the odds of attainment x d(m) x s(m-1 to m); with a draw one keeps, each outcome is at "
        + "least the draw",
      leaving: .keepsIt),
    "ltip": ComponentRule(
      title: "Long-term cash", fields: ["ltip"], headline: "what vests in the window, as stated",
      fair: "amount x d(m), as it vests", expected: "fair x mean payout x s(m), the odds of still being there",
      leaving: .takesIt),
    "later_ltip": ComponentRule(
      title: "Long-term cash of grants to come", fields: ["ltip"], headline: "0: not promised",
      fair: "amount x d(m), as it vests",
      expected: "fair x mean payout x the odds of another grant x s(m), the odds of still being there",
      leaving: .takesIt),
    "promotion": ComponentRule(
      title: "Promotion", fields: ["promotion", "base", "raises", "start"], headline: "0: not promised",
      fair: "the sum over months after it of pay above what raises bring x d(m)",
      expected: "fair x the odds of the promotion x s(its month), the odds of still being there", leaving: .takesIt),
    "deferred": unfunded("Deferred pay", "deferred"), "plan_457b": unfunded("457(b) plan", "deferred", "retirement"),
    "plan_457f": unfunded("457(f) plan", "deferred", "retirement"),
    "serp": unfunded("Supplemental retirement plan", "deferred", "retirement"),
  ]

  private static func unfunded(_ title: String, _ fields: String...) -> ComponentRule {
    ComponentRule(
      title: title, fields: fields + ["base", "raises", "start"],
      headline: "the employer's money, on today's base, and what vests of the balance",
      fair: "the sum over months of money x e^((g-r)T) (p + (1-p) recovery) x d(m), p the odds that the employer lives "
        + "T years more, to the payment",
      expected: "fair x s(m), the odds of being there when it vests", leaving: .takesIt)
  }
}
