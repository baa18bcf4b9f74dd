import Quantities

extension OfferValuer {
  /// Pay on a change of control, above what the layoff would pay anyway, so that nothing is counted twice, and less what
  /// the excise tax costs of it.
  ///
  /// With a double trigger the odds of month m are s(m-1) x min(h, c x q): those layoffs that follow a change are some of
  /// the layoffs there are. With a single trigger it is paid on the first change, whether the job goes with it or not.
  func changeOfControl(_ terms: ChangeOfControl) throws -> ElementFlows {
    let plan = try controlPlan()
    func cost(_ month: Int) -> Double { plan?.costInMoney(month) ?? 0 }
    let flows: [PayFlow]
    switch terms.trigger {
    case .single:
      flows = try onFirstChange { amount(of: terms.pay, month: $0) - cost($0) }
    case .double:
      let events = try monthsOfChange()
      flows = onEvent(
        { month in
          // The severance of the same layoff is in its own element already; the tax falls on it all the same.
          let other = offer.severance.map { amount(of: $0, month: month) } ?? 0
          return max(amount(of: terms.pay, month: month), other) - cost(month) - other
        },
        stayer: { survival.oddsOfLayoff(in: $0) * events[$0 - 1].caused },
        averageLeaver: { survival.oddsOfLayoffOfAverageLeaver(in: $0) * events[$0 - 1].caused },
        risk: { events[$0 - 1].costsTheJob })
    }
    return ElementFlows(
      component: "change_in_control", certainty: .likely, flows: flows,
      detail: detail(terms, yearly: try yearlyChange(), loss: try lossGivenChange(), plan: plan),
      facts: plan.map(exciseFacts) ?? [])
  }

  private func detail(_ control: ChangeOfControl, yearly: Double, loss: Double, plan: ControlPlan?) -> String {
    let first = paidText(control, 1, plan)
    let last = paidText(control, terms.months, plan)
    // The same at both ends is the same throughout, unless the test cuts it.
    let isLevel = last == first && plan?.costs != true
    let paid = isLevel ? first : "in month 1 \(first); in month \(terms.months) \(last)"
    let odds = "odds of a change \(NumberText.share(yearly)) a year"
    switch control.trigger {
    case .single: return "on a change of control: \(paid); \(odds)"
    case .double:
      return
        "if a change of control costs the job\(offer.severance == nil ? "" : ", above severance"): \(paid); \(odds) x "
        + "\(NumberText.share(loss)) that it does"
    }
  }

  /// `$600,000, $383,985 after the excise test that counts $690,073 of equity that vests early`
  private func paidText(_ control: ChangeOfControl, _ month: Int, _ plan: ControlPlan?) -> String {
    let whole = amount(of: control.pay, month: month)
    let text = money(whole)
    guard let plan, let tests = plan.test(month), plan.costInMoney(month) > 0 else { return text }
    let counted = (control.trigger == .single ? tests.change : tests.loss).counted
    let severance = offer.severance.map { amount(of: $0, month: month) } ?? 0
    // Where severance is more, the tax falls on that.
    let paid = control.trigger == .single ? whole : max(whole, severance)
    return "\(text), \(money(paid - plan.costInMoney(month))) after the excise test"
      + (counted > 0 ? " that counts \(money(counted)) of equity that vests early" : "")
  }
}
