import Quantities

/// The excise test in figures: line by line for month 1, in short for the ends of the years.
extension OfferValuer {
  /// None where the tax does not apply.
  func exciseFacts(_ plan: ControlPlan) -> [ElementFact] {
    let isOnChange = plan.isOnChange(offer)
    let ends = stride(from: 12, through: terms.months, by: 12).filter { $0 > 1 }
    return ([1] + ends).flatMap { month -> [ElementFact] in
      guard let tests = plan.test(month) else { return [] }
      return facts(isOnChange ? tests.change : tests.loss, month, isOnChange: isOnChange, isWhole: month == 1)
    }
  }

  private func facts(_ test: ExciseTest, _ month: Int, isOnChange: Bool, isWhole: Bool) -> [ElementFact] {
    func fact(_ name: String, _ value: Double, _ meaning: String, _ formula: String, _ rows: String...) -> ElementFact {
      ElementFact(
        "month\(month)_\(name)", value, .money, "If the change comes in month \(month): \(meaning)", formula,
        defaults: rows.map { "parachute." + $0 } + ["parachute.applies"])
    }
    let rule = test.rule
    let all = test.payment.amount
    let line = "\(NumberText.short(rule.threshold)) x \(money(test.baseAmount))"
    let start = [
      fact(
        "cash", test.cash, "money that the test counts.",
        isOnChange
          ? "pay on the change alone, at that month's base" : "pay on the change or severance, at that month's base"),
      fact(
        "equity_counted", test.counted, "what the test counts of equity worth \(money(test.equity)) that vests early.",
        "the sum over units of worth at today's price x min(1, 1 - d(k) + 1% x k), k the full months saved: Treas. Reg. "
          + "1.280G-1, Q/A-24(c)", "acceleration-per-month"),
    ]
    let amount = fact(
      "payments_counted", all, "all that the test counts.",
      "money + equity counted: \(money(test.cash)) + \(money(test.counted))", "acceleration-per-month")
    let base = fact(
      "base_amount", test.baseAmount, "mean yearly pay of the five years before.",
      "change_in_control.base_amount, else that month's base and target bonus, as for someone new")
    let threshold = fact(
      "line", test.line, "from so much on, the tax is due.",
      "\(NumberText.short(rule.threshold)) x base amount: \(line)", "threshold")
    let excess = fact(
      "excess", max(0, all - rule.exempt * test.baseAmount), "what the tax falls on once the line is reached.",
      "payments counted - \(NumberText.short(rule.exempt)) x base amount: \(money(all)) - \(money(rule.exempt * test.baseAmount))",
      "exempt")
    let tax = fact(
      "excise_tax", test.excise, "the excise tax if all is paid.",
      test.excise > 0
        ? "\(NumberText.share(rule.rate)) of the excess" : "0: \(money(all)) is below the line of \(money(test.line))",
      "threshold", "exempt", "rate")
    let cut = fact(
      "lost_by_cut", test.lostByCut, "what a cut to a dollar below the line would take instead.",
      "money first, then the same share of every vesting date, at its worth", "threshold")
    let cost = fact(
      "test_cost", test.cost, "what the test costs. \(test.outcomeText)",
      "by the clause, \(test.clause.rawValue)" + bestNetText(test), "threshold", "exempt", "rate", "tax-rate")
    return isWhole ? start + [amount, base, threshold, excess, tax, cut, cost] : [amount, threshold, tax, cost]
  }

  /// `: $774,108 x (1 - 40%) = $464,465, what a cut leaves less after income tax, is no less than the tax of $216,015`
  private func bestNetText(_ test: ExciseTest) -> String {
    guard test.clause == .bestNet, test.excise > 0 else { return "" }
    let lost = test.lostByCut * (1 - test.taxRate)
    return
      ": \(money(test.lostByCut)) x (1 - \(NumberText.share(test.taxRate))) = \(money(lost)), what a cut leaves less "
      + "after income tax, is \(test.outcome == .taxed ? "no less" : "less") than the tax of \(money(test.excise))"
  }
}

extension ControlPlan {
  /// Whether all that is paid, and vests, follows from the change alone.
  func isOnChange(_ offer: Offer) -> Bool {
    if let terms { return terms.trigger == .single }
    return !offer.equity.contains { $0.acceleration?.trigger == .double }
  }
}

extension ExciseTest {
  /// What becomes of the payments, in a sentence.
  var outcomeText: String {
    switch outcome {
    case .free: "They are below the line: nothing is due."
    case .taxed: "Paid in full, and the tax is yours."
    case .cut: "Cut to a dollar below the line."
    case .grossedUp: "Paid in full, and the employer pays the tax."
    }
  }
}
