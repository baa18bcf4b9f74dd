extension ComponentRule {
  static let leavingTerms: [String: ComponentRule] = [
    "notice_pay": ComponentRule(
      title: "Pay during notice", fields: ["notice", "garden_leave", "base", "raises"] + hazard, headline: "0",
      fair: "the sum over months of s(m-1) x h x months of notice x base / 12 x d(m)", expected: "the same as fair",
      leaving: .paysIt),
    "change_in_control": ComponentRule(
      title: "Pay on a change of control",
      fields: ["change_in_control", "severance", "base", "raises", "bonus"] + hazard,
      headline: "0",
      fair:
        "the sum over months of s(m-1) x odds x (payment - what the excise test costs of it) x d(m). Where a change must cost "
        + "the job, odds = min(h, c x q), and the payment counts above severance. Where the change is enough, odds = (1 - b) x c, "
        + "b = 1 - ((1-c) / (1 - c x q))^(m-1), the odds of a change before for those who hold the job until then",
      expected: "the same as fair", leaving: .paysIt),
    "acceleration": ComponentRule(
      title: "Equity that does not lapse", fields: ["acceleration", "equity", "company", "change_in_control"] + hazard,
      headline: "0",
      fair: "0 for units that vest in the window, which a grant's own fair value counts; for later ones as expected",
      expected:
        "the sum over vesting dates and the months of the window before them of s(m-1) x h x odds x share accelerated x "
        + "fair value of the units; odds = 1 on any layoff, o = min(1, c x q / h) where a change of control must be behind "
        + "it; where the change is enough, those of a change in the month or before, b = 1 - ((1-c) / (1 - c x q))^(m-1), and the "
        + "first change itself brings units that vest after the window; less what the excise test costs beyond pay on the change",
      leaving: .paysIt),
  ]

  private static let hazard = ["employer_kind", "runway", "leaves"]
}
