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
  ]

  private static let hazard = ["employer_kind", "runway", "leaves"]
}
