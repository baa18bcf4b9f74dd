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
        "the sum over months of s(m-1) x odds x (payment after the excise test - severance) x d(m); odds = min(h, c x q) "
        + "where the job must be lost too, else c x (1-c)^(m-1)",
      expected: "the same as fair", leaving: .paysIt),
    "acceleration": ComponentRule(
      title: "Equity that does not lapse", fields: ["acceleration", "equity", "company", "change_in_control"] + hazard,
      headline: "0", fair: "0: a grant's own fair value counts all of its units",
      expected:
        "the sum over vesting dates and the months before them of s(m-1) x h x odds x share accelerated x fair value of "
        + "the units; odds = 1 on any layoff, min(1, c x q / h) where a change of control must be behind it, "
        + "1 - (1-c)^(m-1) where a change before is enough",
      leaving: .paysIt),
  ]

  private static let hazard = ["employer_kind", "runway", "leaves"]
}
