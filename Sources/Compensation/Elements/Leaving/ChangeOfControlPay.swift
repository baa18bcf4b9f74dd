import Glibc
import Quantities

extension OfferValuer {
  /// Pay on a change of control, above what the layoff would pay anyway, so that nothing is counted twice, and less what
  /// the excise tax costs of it.
  ///
  /// With a double trigger the odds of month m are s(m-1) x min(h, c x q): those layoffs that follow a change are some of
  /// the layoffs there are. With a single trigger they are s(m-1) x c x the odds of no change before.
  func changeOfControl(_ terms: ChangeOfControl) throws -> ElementFlows {
    let yearly = try yearlyChange()
    let monthly = try monthlyChange()
    let loss = try lossGivenChange()
    let plan = try controlPlan()
    func odds(_ month: Int, _ there: Double) -> Double {
      switch terms.trigger {
      case .single: there * monthly * pow(1 - monthly, Double(month - 1))
      case .double: there * min(survival.layoffHazards[month - 1], monthly * loss)
      }
    }
    func risk(_ month: Int) -> PayRisk {
      switch terms.trigger {
      case .single: return changeWhileThere(in: month, monthly: monthly)
      // Some of the layoffs there are.
      case .double:
        let hazard = survival.layoffHazards[month - 1]
        return PayRisk(.laidOff(in: month), hazard > 0 ? [.odds(min(1, monthly * loss / hazard), .control)] : [])
      }
    }
    let flows = onEvent(
      { month in
        let paid = amount(of: terms.pay, month: month)
        let cost = plan?.costInMoney(month) ?? 0
        guard terms.trigger == .double else { return paid - cost }
        // The severance of the same layoff is in its own element already; the tax falls on it all the same.
        let other = offer.severance.map { amount(of: $0, month: month) } ?? 0
        return max(paid, other) - cost - other
      },
      stayer: { odds($0, survival.odds(atEndOf: $0 - 1)) },
      averageLeaver: { odds($0, survival.oddsOfAverageLeaver(atEndOf: $0 - 1)) }, risk: risk)
    return ElementFlows(
      component: "change_in_control", certainty: .likely, flows: flows,
      detail: detail(terms, yearly: yearly, loss: loss, plan: plan), facts: plan.map(exciseFacts) ?? [])
  }

  /// A change in this month and none before: the job held until then, whatever becomes of it.
  func changeWhileThere(in month: Int, monthly: Double) -> PayRisk {
    let before = 1 - pow(1 - monthly, Double(month - 1))
    let until = 1 - pow(1 - monthly, Double(month))
    return .stays(through: month - 1, [.chance(from: before, to: until, .control)])
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
